package exemplar.template.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// Python's arithmetic: whole numbers without bound (within reason), floored division, true
/// division that gives floats.
public final class Numbers {
    private static final int MOST_BITS = 1 << 20;

    private Numbers() {}

    /// The whole number behind an int or bool.
    public static BigInteger integer(Value value) {
        return switch (value) {
            case Int i -> BigInteger.valueOf(i.value());
            case Big b -> b.value();
            case Bool b -> b == Bool.TRUE ? BigInteger.ONE : BigInteger.ZERO;
            default ->
                    throw Fault.type(
                            "'"
                                    + value.typeName()
                                    + "' object cannot be interpreted as an integer");
        };
    }

    public static boolean isInteger(Value value) {
        return value instanceof Int || value instanceof Bool || value instanceof Big;
    }

    /// The number as a float.
    public static double real(Value value) {
        return switch (value) {
            case Int i -> i.value();
            case Real r -> r.value();
            case Bool b -> b == Bool.TRUE ? 1 : 0;
            default -> {
                double result = integer(value).doubleValue();
                if (Double.isInfinite(result)) {
                    throw Fault.of("OverflowError", "int too large to convert to float");
                }
                yield result;
            }
        };
    }

    /// A whole number used as a size or index; too large ones saturate.
    public static int index(Value value) {
        if (value instanceof Int i) {
            return (int) Math.clamp(i.value(), Integer.MIN_VALUE + 8L, Integer.MAX_VALUE - 8L);
        }
        BigInteger wanted = integer(value);
        return wanted.bitLength() < 31
                ? wanted.intValue()
                : wanted.signum() < 0 ? Integer.MIN_VALUE + 8 : Integer.MAX_VALUE - 8;
    }

    /// A whole number used as a size or count; saturates like [#index].
    ///
    /// @throws Fault when it has more than 64 bits, as in Python
    public static int size(Value value) {
        if (!(value instanceof Int) && integer(value).bitLength() > 63) {
            throw Fault.of("OverflowError", "Python int too large to convert to C ssize_t");
        }
        return index(value);
    }

    /// A whole number as 64 bits; larger ones saturate.
    public static long position(Value value) {
        if (value instanceof Int i) {
            return i.value();
        }
        BigInteger wanted = integer(value);
        return wanted.bitLength() < 64
                ? wanted.longValue()
                : wanted.signum() < 0 ? Long.MIN_VALUE / 2 : Long.MAX_VALUE / 2;
    }

    public static Value add(Value a, Value b) {
        if (a instanceof Int x && b instanceof Int y) {
            long sum = x.value() + y.value();
            if (((x.value() ^ sum) & (y.value() ^ sum)) >= 0) {
                return Int.of(sum);
            }
        }
        return isInteger(a) && isInteger(b)
                ? bounded(integer(a).add(integer(b)))
                : new Real(real(a) + real(b));
    }

    public static Value subtract(Value a, Value b) {
        if (a instanceof Int x && b instanceof Int y) {
            long difference = x.value() - y.value();
            if (((x.value() ^ y.value()) & (x.value() ^ difference)) >= 0) {
                return Int.of(difference);
            }
        }
        return isInteger(a) && isInteger(b)
                ? bounded(integer(a).subtract(integer(b)))
                : new Real(real(a) - real(b));
    }

    public static Value multiply(Value a, Value b, Budget budget) {
        if (isInteger(a) && isInteger(b)) {
            BigInteger x = integer(a);
            BigInteger y = integer(b);
            costs(x.bitLength() + (long) y.bitLength(), budget);
            return bounded(x.multiply(y));
        }
        return new Real(real(a) * real(b));
    }

    private static void costs(long bits, Budget budget) {
        if (bits > MOST_BITS) {
            throw Fault.limit("a whole number of more than 300,000 digits");
        }
        if (bits > 2048) {
            budget.items(bits);
        }
    }

    private static Value bounded(BigInteger value) {
        if (value.bitLength() > MOST_BITS) {
            throw Fault.limit("a whole number of more than 300,000 digits");
        }
        return Int.of(value);
    }

    private static void nonZero(Value b, String message) {
        if (!b.truthy()) {
            throw Fault.of("ZeroDivisionError", message);
        }
    }

    public static Value divide(Value a, Value b) {
        boolean whole = isInteger(a) && isInteger(b);
        nonZero(b, whole ? "division by zero" : "float division by zero");
        if (!whole) {
            return new Real(real(a) / real(b));
        }
        BigInteger x = integer(a);
        BigInteger y = integer(b);
        if (x.bitLength() <= 53 && y.bitLength() <= 53) {
            return new Real(x.doubleValue() / y.doubleValue());
        }
        double result =
                new BigDecimal(x).divide(new BigDecimal(y), new MathContext(60)).doubleValue();
        if (Double.isInfinite(result)) {
            throw Fault.of("OverflowError", "integer division result too large for a float");
        }
        return new Real(result);
    }

    public static Value floorDivide(Value a, Value b) {
        if (isInteger(a) && isInteger(b)) {
            nonZero(b, "integer division or modulo by zero");
            if (a instanceof Int x && b instanceof Int y && y.value() != -1) {
                return Int.of(Math.floorDiv(x.value(), y.value()));
            }
            BigInteger[] parts = integer(a).divideAndRemainder(integer(b));
            boolean down = parts[1].signum() != 0 && parts[1].signum() != integer(b).signum();
            return Int.of(down ? parts[0].subtract(BigInteger.ONE) : parts[0]);
        }
        nonZero(b, "float floor division by zero");
        double x = real(a);
        double y = real(b);
        double remainder = modulo(x, y);
        double quotient = (x - remainder) / y;
        if (quotient == 0) {
            return new Real(Math.copySign(0.0, x / y));
        }
        double floor = Math.floor(quotient);
        return new Real(quotient - floor > 0.5 ? floor + 1 : floor);
    }

    public static Value modulo(Value a, Value b) {
        if (isInteger(a) && isInteger(b)) {
            nonZero(b, "integer modulo by zero");
            if (a instanceof Int x && b instanceof Int y) {
                return Int.of(Math.floorMod(x.value(), y.value()));
            }
            BigInteger divisor = integer(b);
            BigInteger remainder = integer(a).mod(divisor.abs());
            return Int.of(
                    divisor.signum() < 0 && remainder.signum() != 0
                            ? remainder.add(divisor)
                            : remainder);
        }
        nonZero(b, "float modulo");
        return new Real(modulo(real(a), real(b)));
    }

    private static double modulo(double x, double y) {
        double remainder = x % y;
        if (remainder == 0) {
            return Math.copySign(0.0, y);
        }
        return remainder < 0 == y < 0 ? remainder : remainder + y;
    }

    public static Value power(Value a, Value b, Budget budget) {
        if (isInteger(a) && isInteger(b)) {
            BigInteger exponent = integer(b);
            if (exponent.signum() >= 0) {
                return power(integer(a), exponent, budget);
            }
            if (!a.truthy()) {
                throw Fault.of("ZeroDivisionError", "0.0 cannot be raised to a negative power");
            }
        }
        double x = real(a);
        double y = real(b);
        if (x == 0 && y < 0) {
            throw Fault.of("ZeroDivisionError", "0.0 cannot be raised to a negative power");
        }
        if (x == 1 || y == 0) {
            return new Real(1.0);
        }
        if (x == -1 && Double.isInfinite(y)) {
            return new Real(1.0);
        }
        if (x < 0 && y != Math.rint(y) && !Double.isInfinite(x)) {
            throw Fault.value("a negative number to a fractional power is a complex number");
        }
        double result = Math.pow(x, y);
        if (Double.isInfinite(result) && !Double.isInfinite(x) && !Double.isInfinite(y)) {
            throw Fault.of("OverflowError", "(34, 'Numerical result out of range')");
        }
        return new Real(result);
    }

    private static Value power(BigInteger base, BigInteger exponent, Budget budget) {
        if (base.abs().bitLength() <= 1) {
            return Int.of(
                    exponent.signum() == 0
                            ? BigInteger.ONE
                            : base.signum() < 0 && !exponent.testBit(0) ? base.abs() : base);
        }
        if (exponent.bitLength() > 30) {
            throw Fault.limit("a whole number of more than 300,000 digits");
        }
        costs((long) base.bitLength() * exponent.intValue(), budget);
        return bounded(base.pow(exponent.intValue()));
    }

    public static Value negate(Value value) {
        return switch (value) {
            case Real r -> new Real(-r.value());
            case Int i when i.value() != Long.MIN_VALUE -> Int.of(-i.value());
            default -> Int.of(integer(value).negate());
        };
    }

    /// `int(x)` of a float.
    public static Value truncate(double value) {
        if (Double.isNaN(value)) {
            throw Fault.value("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(value)) {
            throw Fault.of("OverflowError", "cannot convert float infinity to integer");
        }
        return Math.abs(value) < 9e18
                ? Int.of((long) value)
                : Int.of(new BigDecimal(value).toBigInteger());
    }
}
