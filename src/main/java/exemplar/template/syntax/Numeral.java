package exemplar.template.syntax;

import exemplar.template.value.Int;
import exemplar.template.value.Real;
import exemplar.template.value.Value;
import java.math.BigInteger;

/// Number literals: `12`, `1_000`, `0xff`, `0b1`, `0o7`, `1.5`, `1e-3`.
final class Numeral {
    private Numeral() {}

    record Found(Token.Kind kind, int end) {}

    /// The number that starts at a digit.
    static Found at(String source, int from) {
        boolean member = from > 0 && source.charAt(from - 1) == '.';
        int real = member ? -1 : real(source, from);
        return real >= 0
                ? new Found(Token.Kind.FLOAT, real)
                : new Found(Token.Kind.INTEGER, integer(source, from));
    }

    private static int real(String source, int from) {
        int whole = digits(source, from, 10);
        int fraction = is(source, whole, '.') ? digits(source, whole + 1, 10) : whole;
        boolean fractional = fraction > whole + 1;
        int mantissa = fractional ? fraction : whole;
        if (is(source, mantissa, 'e') || is(source, mantissa, 'E')) {
            int sign = mantissa + 1;
            int digit = is(source, sign, '+') || is(source, sign, '-') ? sign + 1 : sign;
            int exponent = digits(source, digit, 10);
            if (exponent > digit) {
                return exponent;
            }
        }
        return fractional ? fraction : -1;
    }

    private static int integer(String source, int from) {
        if (source.charAt(from) != '0') {
            return digits(source, from, 10);
        }
        int radix = radix(source, from);
        if (radix != 10) {
            int digit = is(source, from + 2, '_') ? from + 3 : from + 2;
            int end = digits(source, digit, radix);
            if (end > digit) {
                return end;
            }
        }
        int end = from + 1;
        while (is(source, end, '0') || is(source, end, '_') && is(source, end + 1, '0')) {
            end++;
        }
        return end;
    }

    private static int radix(String source, int from) {
        char mark = from + 1 < source.length() ? source.charAt(from + 1) : ' ';
        return switch (mark) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 10;
        };
    }

    private static int digits(String source, int from, int radix) {
        int end = from;
        while (digit(source, end, radix)
                || end > from && is(source, end, '_') && digit(source, end + 1, radix)) {
            end++;
        }
        return end;
    }

    private static boolean digit(String source, int at, int radix) {
        return at < source.length()
                && source.charAt(at) < 128
                && Character.digit(source.charAt(at), radix) >= 0;
    }

    private static boolean is(String source, int at, char c) {
        return at < source.length() && source.charAt(at) == c;
    }

    /// The value a literal stands for.
    static Value value(Token token) {
        String digits = token.text().replace("_", "");
        if (token.kind() == Token.Kind.FLOAT) {
            return new Real(Double.parseDouble(digits));
        }
        int radix = digits.length() > 2 ? radix(digits, 0) : 10;
        return Int.of(new BigInteger(radix == 10 ? digits : digits.substring(2), radix));
    }
}
