package exemplar.template.render;

import static exemplar.template.render.Filters.or;

import exemplar.template.python.Conversions;
import exemplar.template.python.FormatSpec;
import exemplar.template.value.Args;
import exemplar.template.value.Big;
import exemplar.template.value.Compare;
import exemplar.template.value.Fault;
import exemplar.template.value.Int;
import exemplar.template.value.Numbers;
import exemplar.template.value.Real;
import exemplar.template.value.Repr;
import exemplar.template.value.Str;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/// Filters that compute with numbers.
final class NumberFilters {
    static final Map<String, Filters.Filter> ALL =
            Map.of(
                    "int", NumberFilters::toInt,
                    "float", NumberFilters::toReal,
                    "abs", NumberFilters::abs,
                    "round", NumberFilters::round,
                    "filesizeformat", NumberFilters::fileSize);

    private static final String[] TENS = {"kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"};
    private static final String[] TWOS = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"};
    private static final List<String> METHODS = List.of("common", "ceil", "floor");

    private NumberFilters() {}

    private static Value toInt(Value input, Args args, Run run) {
        Value[] given = args.bind("int", 0, "default", "base");
        int base = given[1] == Undefined.ABSENT ? 10 : Numbers.index(given[1]);
        return Conversions.toInt(input, base)
                .or(() ->
                        Conversions.toReal(input)
                                .map(real -> ((Real) real).value())
                                .filter(real -> !real.isNaN() && !real.isInfinite())
                                .map(Numbers::truncate))
                .orElse(or(given[0], Int.of(0)));
    }

    private static Value toReal(Value input, Args args, Run run) {
        Value otherwise = or(args.bind("float", 0, "default")[0], new Real(0.0));
        return Conversions.toReal(input).orElse(otherwise);
    }

    private static Value abs(Value input, Args args, Run run) {
        args.bind("abs", 0);
        if (!Compare.isNumber(input)) {
            throw Fault.type("bad operand type for abs(): '" + input.typeName() + "'");
        }
        return input instanceof Real r
                ? new Real(Math.abs(r.value()))
                : Int.of(Numbers.integer(input).abs());
    }

    private static Value round(Value input, Args args, Run run) {
        Value[] given = args.bind("round", 0, "precision", "method");
        String method = given[1] instanceof Str s ? s.text() : "common";
        if (!METHODS.contains(method) || !(or(given[1], Str.EMPTY) instanceof Str)) {
            throw Fault.of("FilterArgumentError", "method must be common, ceil or floor");
        }
        if (input instanceof Undefined u) {
            throw Fault.undefined(u);
        }
        if (!Compare.isNumber(input)) {
            throw Fault.type("type " + input.typeName() + " doesn't define __round__ method");
        }
        Value precision = or(given[0], Int.of(0));
        if (method.equals("common")) {
            return round(input, Numbers.index(precision));
        }
        Value scale = Numbers.power(Int.of(10), precision, run.budget);
        Value scaled = Numbers.multiply(input, scale, run.budget);
        if (scaled instanceof Real r) {
            scaled =
                    Numbers.truncate(
                            method.equals("ceil") ? Math.ceil(r.value()) : Math.floor(r.value()));
        }
        return Numbers.divide(scaled, scale);
    }

    private static Value round(Value input, int digits) {
        if (!(input instanceof Real r)) {
            BigInteger whole = Numbers.integer(input);
            if (digits >= 0) {
                return Int.of(whole);
            }
            if (-digits > 20 && !(input instanceof Big)) {
                return Int.of(0);
            }
            return Int.of(
                    new BigDecimal(whole)
                            .setScale(Math.max(digits, -10_000), RoundingMode.HALF_EVEN)
                            .toBigInteger());
        }
        double value = r.value();
        if (Double.isNaN(value) || Double.isInfinite(value) || digits > 330) {
            return r;
        }
        if (digits < -330) {
            return new Real(Math.copySign(0.0, value));
        }
        BigDecimal rounded = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
        double result = rounded.doubleValue();
        if (Double.isInfinite(result)) {
            throw Fault.of("OverflowError", "rounded value too large to represent");
        }
        return new Real(Math.copySign(result, value));
    }

    private static Value fileSize(Value input, Args args, Run run) {
        Value binary = args.bind("filesizeformat", 0, "binary")[0];
        boolean twos = Filters.truthy(binary, false);
        double bytes =
                Conversions.toReal(input)
                        .map(real -> ((Real) real).value())
                        .orElseThrow(() ->
                                Fault.value(
                                        "could not convert a "
                                                + input.typeName()
                                                + " to a number of bytes"));
        int base = twos ? 1024 : 1000;
        if (bytes == 1) {
            return Str.of("1 Byte");
        }
        if (bytes < base) {
            return Str.of(Repr.of(Numbers.truncate(bytes)) + " Bytes");
        }
        String[] prefixes = twos ? TWOS : TENS;
        double unit = base;
        for (int i = 0; i < prefixes.length; i++) {
            unit *= base;
            if (bytes < unit || i == prefixes.length - 1) {
                Str number = FormatSpec.apply(new Real(base * bytes / unit), ".1f", run.budget);
                return Str.of(number.text() + " " + prefixes[i]);
            }
        }
        return Str.EMPTY;
    }
}
