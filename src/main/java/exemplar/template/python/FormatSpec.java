package exemplar.template.python;

import exemplar.template.value.Bool;
import exemplar.template.value.Budget;
import exemplar.template.value.Fault;
import exemplar.template.value.Numbers;
import exemplar.template.value.Real;
import exemplar.template.value.Repr;
import exemplar.template.value.Str;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.Value;
import java.math.BigInteger;
import java.util.Locale;

/// Python's format specifications: `[[fill]align][sign][z][#][0][width][,][.precision][type]`.
public final class FormatSpec {
    private String fill = " ";
    private char align;
    private char sign;
    private boolean positiveZero;
    private boolean alternate;
    private boolean zero;
    private int width;
    private char group;
    private int precision = -1;
    private char type;

    private FormatSpec() {}

    /// `format(value, spec)`.
    public static Str apply(Value value, String spec, Budget budget) {
        if (spec.isEmpty()) {
            return Repr.str(value, budget);
        }
        FormatSpec parsed = new FormatSpec();
        switch (value) {
            case Str str -> {
                parsed.parse(spec, "str");
                return parsed.text(str, budget);
            }
            case Real real -> {
                parsed.parse(spec, "float");
                return parsed.real(real.value(), Repr.str(value, budget), budget);
            }
            default -> {
                if (!Numbers.isInteger(value)) {
                    throw Fault.type(
                            "unsupported format string passed to "
                                    + value.typeName()
                                    + ".__format__");
                }
                parsed.parse(spec, "int");
                return parsed.whole(value, budget);
            }
        }
    }

    private void parse(String spec, String typeName) {
        int at = 0;
        int first = spec.isEmpty() ? 0 : Character.charCount(spec.codePointAt(0));
        if (first < spec.length() && "<>=^".indexOf(spec.charAt(first)) >= 0) {
            fill = spec.substring(0, first);
            align = spec.charAt(first);
            at = first + 1;
        } else if ("<>=^".indexOf(spec.charAt(0)) >= 0) {
            align = spec.charAt(0);
            at = 1;
        }
        boolean filled = at > 1;
        if (at < spec.length() && "+- ".indexOf(spec.charAt(at)) >= 0) {
            sign = spec.charAt(at++);
        }
        if (at < spec.length() && spec.charAt(at) == 'z') {
            positiveZero = true;
            at++;
        }
        if (at < spec.length() && spec.charAt(at) == '#') {
            alternate = true;
            at++;
        }
        if (at < spec.length() && spec.charAt(at) == '0') {
            zero = align == 0;
            fill = filled ? fill : "0";
            at++;
        }
        int digits = at;
        while (at < spec.length() && Character.digit(spec.charAt(at), 10) >= 0) {
            at++;
        }
        width = number(spec, digits, at, 0);
        if (at < spec.length() && (spec.charAt(at) == ',' || spec.charAt(at) == '_')) {
            group = spec.charAt(at++);
        }
        if (at < spec.length() && spec.charAt(at) == '.') {
            int from = ++at;
            while (at < spec.length() && Character.digit(spec.charAt(at), 10) >= 0) {
                at++;
            }
            if (at == from) {
                throw Fault.value("Format specifier missing precision");
            }
            precision = number(spec, from, at, 0);
        }
        if (spec.length() - at > 1) {
            throw Fault.value(
                    "Invalid format specifier '"
                            + spec
                            + "' for object of type '"
                            + typeName
                            + "'");
        }
        type = at < spec.length() ? spec.charAt(at) : 0;
        boolean groups =
                type == 0 || (group == ',' ? "deEfFgG%" : "deEfFgG%boxX").indexOf(type) >= 0;
        if (group != 0 && !groups) {
            throw Fault.value("Cannot specify '" + group + "' with '" + type + "'.");
        }
    }

    private static int number(String spec, int from, int to, int otherwise) {
        if (from == to) {
            return otherwise;
        }
        if (to - from > 9) {
            throw Fault.value("Too many decimal digits in format string");
        }
        return Integer.parseInt(spec, from, to, 10);
    }

    private Fault unknown(String typeName) {
        return Fault.value(
                "Unknown format code '" + type + "' for object of type '" + typeName + "'");
    }

    private Str text(Str str, Budget budget) {
        if (type != 0 && type != 's') {
            throw unknown("str");
        }
        if (sign != 0) {
            throw Fault.value("Sign not allowed in string format specifier");
        }
        noPositiveZero("string");
        if (alternate) {
            throw Fault.value("Alternate form (#) not allowed in string format specifier");
        }
        if (align == '=') {
            throw Fault.value("'=' alignment not allowed in string format specifier");
        }
        if (group != 0) {
            throw Fault.value("Cannot specify '" + group + "' with 's'.");
        }
        int size = str.length();
        Str shown = precision >= 0 && precision < size ? str.sub(0, precision) : str;
        return aligned(shown, align == 0 ? '<' : align, budget);
    }

    private void noPositiveZero(String typeName) {
        if (positiveZero) {
            throw Fault.value(
                    "Negative zero coercion (z) not allowed in " + typeName + " format specifier");
        }
    }

    private Str aligned(Str shown, char how, Budget budget) {
        int missing = width - shown.length();
        if (missing <= 0) {
            return shown;
        }
        budget.text(width);
        int left = how == '<' ? 0 : how == '^' ? missing / 2 : missing;
        return new TextBuilder(budget, width)
                .append(fill.repeat(left))
                .append(shown)
                .append(fill.repeat(missing - left))
                .build();
    }

    private Str whole(Value value, Budget budget) {
        BigInteger number = Numbers.integer(value);
        if (type != 0 && "eEfFgG%".indexOf(type) >= 0) {
            return real(Numbers.real(value), Repr.str(value, budget), budget);
        }
        noPositiveZero("integer");
        if (precision >= 0) {
            throw Fault.value("Precision not allowed in integer format specifier");
        }
        String digits =
                switch (type) {
                    case 0, 'd', 'n' -> Repr.big(number.abs());
                    case 'b' -> number.abs().toString(2);
                    case 'o' -> number.abs().toString(8);
                    case 'x' -> number.abs().toString(16);
                    case 'X' -> number.abs().toString(16).toUpperCase(Locale.ROOT);
                    case 'c' -> character(Numbers.index(value));
                    default -> throw unknown(value instanceof Bool ? "bool" : "int");
                };
        String prefix = alternate && type != 0 && "boxX".indexOf(type) >= 0 ? "0" + type : "";
        if (type == 'c') {
            return aligned(Str.of(digits), align == 0 ? '<' : align, budget);
        }
        int every = type != 0 && "boxX".indexOf(type) >= 0 ? 4 : 3;
        return signed(number.signum() < 0, prefix, digits, "", every, value, budget);
    }

    private static String character(int code) {
        if (!Character.isValidCodePoint(code)) {
            throw Fault.of("OverflowError", "%c arg not in range(0x110000)");
        }
        return Character.toString(code);
    }

    private Str real(double value, Str plain, Budget budget) {
        int wanted = precision < 0 ? 6 : precision;
        budget.text(wanted);
        double size = Math.abs(value);
        String digits =
                switch (type) {
                    case 0 ->
                            precision < 0
                                    ? Digits.of(size, 'r', 0, alternate)
                                    : Digits.bare(size, precision, alternate);
                    case 'e', 'E', 'f', 'F', 'g', 'G', '%' ->
                            Digits.of(size, type, wanted, alternate);
                    case 'n' -> Digits.of(size, 'g', wanted, alternate);
                    default -> throw unknown("float");
                };
        int end = 0;
        while (end < digits.length() && Character.isDigit(digits.charAt(end))) {
            end++;
        }
        boolean zeros = digits.chars().noneMatch(c -> c >= '1' && c <= '9' || c == 'i');
        boolean minus =
                Math.copySign(1, value) < 0 && !Double.isNaN(value) && !(positiveZero && zeros);
        return signed(minus, "", digits.substring(0, end), digits.substring(end), 3, plain, budget);
    }

    private Str signed(
            boolean minus,
            String prefix,
            String whole,
            String rest,
            int every,
            Value origin,
            Budget budget) {
        String head = (minus ? "-" : sign == 0 || sign == '-' ? "" : String.valueOf(sign)) + prefix;
        boolean inside = zero || align == '=';
        String digits = whole;
        if (group != 0) {
            int room = inside && fill.equals("0") ? width - head.length() - rest.length() : 0;
            budget.text(Math.max(0, room));
            digits = grouped(whole, every, room);
        }
        String body = digits + rest;
        Str shown = Str.of(head + body, Repr.str(origin, budget).runs().merged());
        if (!inside) {
            return aligned(shown, align == 0 ? '>' : align, budget);
        }
        int missing = width - shown.length();
        if (missing <= 0) {
            return shown;
        }
        budget.text(width);
        return Str.of(head + fill.repeat(missing) + body, shown.runs());
    }

    /// Digits in groups, with leading zeros until they fill `room`.
    private String grouped(String digits, int every, int room) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < digits.length() || out.length() < room; i++) {
            if (i > 0 && i % every == 0) {
                out.append(group);
            }
            out.append(i < digits.length() ? digits.charAt(digits.length() - 1 - i) : '0');
        }
        return out.reverse().toString();
    }
}
