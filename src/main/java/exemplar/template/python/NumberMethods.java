package exemplar.template.python;

import exemplar.template.value.Args;
import exemplar.template.value.Bool;
import exemplar.template.value.Fault;
import exemplar.template.value.Int;
import exemplar.template.value.Numbers;
import exemplar.template.value.Real;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;

/// The methods of `int`, `float` and `bool`.
final class NumberMethods {
    private static final Set<String> WHOLE =
            Set.of("bit_length", "bit_count", "conjugate", "as_integer_ratio");
    private static final Set<String> REAL = Set.of("is_integer", "conjugate", "as_integer_ratio");

    private NumberMethods() {}

    static boolean has(Value self, String name) {
        return (self instanceof Real ? REAL : WHOLE).contains(name);
    }

    static Value property(Value self, String name) {
        boolean real = self instanceof Real;
        return switch (name) {
            case "real" -> real ? self : Int.of(Numbers.integer(self));
            case "imag" -> real ? new Real(0.0) : Int.of(0);
            case "numerator" -> real ? Undefined.ABSENT : Int.of(Numbers.integer(self));
            case "denominator" -> real ? Undefined.ABSENT : Int.of(1);
            default -> Undefined.ABSENT;
        };
    }

    static Value call(Value self, String name, Args args) {
        args.only(name, 0, 0);
        return switch (name) {
            case "bit_length" -> Int.of(Numbers.integer(self).abs().bitLength());
            case "bit_count" -> Int.of(Numbers.integer(self).abs().bitCount());
            case "conjugate" -> property(self, "real");
            case "is_integer" -> {
                double value = Numbers.real(self);
                yield Bool.of(value == Math.rint(value) && !Double.isInfinite(value));
            }
            case "as_integer_ratio" -> ratio(self);
            default ->
                    throw Fault.type(
                            "'" + self.typeName() + "' object has no method '" + name + "'");
        };
    }

    private static Value ratio(Value self) {
        if (!(self instanceof Real r)) {
            return TupleValue.of(Int.of(Numbers.integer(self)), Int.of(1));
        }
        Numbers.truncate(r.value());
        BigDecimal exact = new BigDecimal(r.value());
        BigInteger scale = BigInteger.TEN.pow(Math.max(0, exact.scale()));
        BigInteger top = exact.multiply(new BigDecimal(scale)).toBigIntegerExact();
        BigInteger common = top.gcd(scale).max(BigInteger.ONE);
        return TupleValue.of(Int.of(top.divide(common)), Int.of(scale.divide(common)));
    }
}
