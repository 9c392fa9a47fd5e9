package exemplar.template.python;

import exemplar.template.value.Fault;
import exemplar.template.value.Int;
import exemplar.template.value.Numbers;
import exemplar.template.value.Real;
import exemplar.template.value.Str;
import exemplar.template.value.Undefined;
import exemplar.template.value.Unicode;
import exemplar.template.value.Value;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// `int(...)` and `float(...)`; empty where Python raises a type or value error.
public final class Conversions {
    private static final Pattern REAL =
            Pattern.compile(
                    "[+-]?(\\d+(_\\d+)*\\.?(\\d+(_\\d+)*)?|\\.\\d+(_\\d+)*)([eE][+-]?\\d+(_\\d+)*)?");
    private static final int DIGITS = 4300;

    private Conversions() {}

    public static Optional<Value> toInt(Value value, int base) {
        return switch (value) {
            case Str str -> parseInt(str.text(), base);
            case Real real ->
                    Double.isNaN(real.value())
                            ? Optional.empty()
                            : Optional.of(Numbers.truncate(real.value()));
            case Undefined u -> throw Fault.undefined(u);
            default ->
                    Numbers.isInteger(value)
                            ? Optional.of(
                                    value instanceof Int i ? i : Int.of(Numbers.integer(value)))
                            : Optional.empty();
        };
    }

    public static Optional<Value> toReal(Value value) {
        return switch (value) {
            case Str str -> parseReal(str.text()).map(Real::new);
            case Real real -> Optional.of(real);
            case Undefined u -> throw Fault.undefined(u);
            default ->
                    Numbers.isInteger(value)
                            ? Optional.of(new Real(Numbers.real(value)))
                            : Optional.empty();
        };
    }

    /// @param wanted 0 reads the base from the prefix
    private static Optional<Value> parseInt(String text, int wanted) {
        String digits = ascii(strip(text));
        boolean negative = digits.startsWith("-");
        if (negative || digits.startsWith("+")) {
            digits = digits.substring(1);
        }
        int base = wanted;
        String mark = digits.length() > 1 ? digits.substring(0, 2).toLowerCase(Locale.ROOT) : "";
        int marked = mark.equals("0x") ? 16 : mark.equals("0o") ? 8 : mark.equals("0b") ? 2 : 0;
        if (marked != 0 && (wanted == marked || wanted == 0)) {
            base = marked;
            digits = digits.substring(2);
            digits = digits.startsWith("_") ? digits.substring(1) : digits;
        } else if (wanted == 0) {
            base = 10;
            if (digits.length() > 1 && digits.startsWith("0") && !digits.matches("[0_]+")) {
                return Optional.empty();
            }
        }
        if (base < 2 || base > 36) {
            throw Fault.value("int() base must be >= 2 and <= 36, or 0");
        }
        if (digits.startsWith("_") || digits.endsWith("_") || digits.contains("__")) {
            return Optional.empty();
        }
        String plain = digits.replace("_", "");
        if (plain.isEmpty() || plain.length() > DIGITS) {
            return Optional.empty();
        }
        for (int i = 0; i < plain.length(); i++) {
            int c = plain.codePointAt(i);
            boolean letter = c >= 128 && Character.isLetter(c);
            if (letter || Character.digit(c, base) < 0) {
                return Optional.empty();
            }
        }
        BigInteger value = new BigInteger(plain, base);
        return Optional.of(Int.of(negative ? value.negate() : value));
    }

    /// Without white space around it; the separators of ASCII are none here.
    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Unicode.isSpace(c) && (c < 0x1C || c > 0x1F);
    }

    /// Decimal digits of any script as ASCII.
    private static String ascii(String text) {
        if (text.chars().allMatch(c -> c < 128)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(c ->
                        out.appendCodePoint(
                                Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                                        ? '0' + Character.digit(c, 10)
                                        : c));
        return out.toString();
    }

    public static Optional<Double> parseReal(String text) {
        String number = ascii(strip(text));
        if (number.length() > 5000) {
            return Optional.empty();
        }
        if (REAL.matcher(number).matches()) {
            return Optional.of(Double.parseDouble(number.replace("_", "")));
        }
        boolean negative = number.startsWith("-");
        String word = number.startsWith("+") || negative ? number.substring(1) : number;
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "inf", "infinity" ->
                    Optional.of(negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
            case "nan" -> Optional.of(Double.NaN);
            default -> Optional.empty();
        };
    }
}
