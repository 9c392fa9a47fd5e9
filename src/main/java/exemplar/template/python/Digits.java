package exemplar.template.python;

import exemplar.template.value.Repr;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// The digits of a float in the notations `e`, `f` and `g`, correctly rounded.
final class Digits {
    private Digits() {}

    /// @param value not negative
    /// @param type `e`, `f`, `g`, `%`, their capitals, or `r` for the shortest form
    /// @param alternate keep the point and the zeros behind it
    static String of(double value, char type, int precision, boolean alternate) {
        boolean upper = Character.isUpperCase(type);
        String text;
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            text = Double.isNaN(value) ? "nan" : "inf";
            text += type == '%' ? "%" : "";
        } else {
            text =
                    switch (Character.toLowerCase(type)) {
                        case 'f' -> fixed(value, precision, alternate);
                        case '%' -> percent(value, precision, alternate);
                        case 'e' -> exponent(value, precision, alternate);
                        case 'r' -> shortest(value, alternate);
                        default -> general(value, precision, alternate);
                    };
        }
        return upper ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String shortest(double value, boolean alternate) {
        String text = Repr.real(value);
        return alternate && text.indexOf('.') < 0 ? text.replace("e", ".e") : text;
    }

    private static String fixed(double value, int precision, boolean alternate) {
        String text =
                new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
        return alternate && precision == 0 ? text + "." : text;
    }

    private static String percent(double value, int precision, boolean alternate) {
        double times = value * 100;
        return Double.isInfinite(times) ? "inf%" : fixed(times, precision, alternate) + "%";
    }

    private static String exponent(double value, int precision, boolean alternate) {
        if (value == 0) {
            return scientific("0".repeat(precision + 1), 0, alternate);
        }
        BigDecimal rounded = rounded(value, precision + 1);
        String digits = rounded.unscaledValue().toString();
        int power = digits.length() - 1 - rounded.scale();
        String padded =
                digits.length() > precision + 1
                        ? digits.substring(0, precision + 1)
                        : digits + "0".repeat(precision + 1 - digits.length());
        return scientific(padded, power, alternate);
    }

    private static BigDecimal rounded(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    private static String scientific(String digits, int power, boolean alternate) {
        String point = digits.length() > 1 ? "." + digits.substring(1) : alternate ? "." : "";
        int size = Math.abs(power);
        return digits.charAt(0) + point + (power < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
    }

    /// The power of ten of the first digit after rounding.
    private static int power(double value, int digits) {
        if (value == 0) {
            return 0;
        }
        BigDecimal rounded = rounded(value, digits);
        return rounded.precision() - 1 - rounded.scale();
    }

    private static String general(double value, int wanted, boolean alternate) {
        int precision = Math.max(1, wanted);
        int power = power(value, precision);
        boolean small = power >= -4 && power < precision;
        String text =
                small
                        ? fixed(value, precision - 1 - power, alternate)
                        : exponent(value, precision - 1, alternate);
        return alternate ? text : stripped(text);
    }

    /// Like `g`, but with a digit behind the point in positional notation: a float with a precision
    /// and no type.
    static String bare(double value, int wanted, boolean alternate) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "nan" : "inf";
        }
        int precision = Math.max(1, wanted);
        int power = power(value, precision);
        if (power >= -4 && power <= precision - 2) {
            String text = fixed(value, Math.max(0, precision - 1 - power), alternate);
            text = alternate ? text : stripped(text);
            return text.indexOf('.') < 0 ? text + ".0" : text;
        }
        String text = exponent(value, precision - 1, alternate);
        return alternate ? text : stripped(text);
    }

    private static String stripped(String text) {
        int e = text.indexOf('e');
        String mantissa = e < 0 ? text : text.substring(0, e);
        if (mantissa.indexOf('.') < 0) {
            return text;
        }
        int end = mantissa.length();
        while (mantissa.charAt(end - 1) == '0') {
            end--;
        }
        if (mantissa.charAt(end - 1) == '.') {
            end--;
        }
        return mantissa.substring(0, end) + (e < 0 ? "" : text.substring(e));
    }
}
