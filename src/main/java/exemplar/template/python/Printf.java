package exemplar.template.python;

import exemplar.template.value.Bool;
import exemplar.template.value.Budget;
import exemplar.template.value.Compare;
import exemplar.template.value.DictValue;
import exemplar.template.value.Fault;
import exemplar.template.value.Key;
import exemplar.template.value.ListValue;
import exemplar.template.value.Numbers;
import exemplar.template.value.Real;
import exemplar.template.value.Repr;
import exemplar.template.value.Str;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.List;
import java.util.Locale;

/// `format % values`.
public final class Printf {
    private final Str format;
    private final String text;
    private final Value values;
    private final List<Value> sequence;
    private final Budget budget;
    private final TextBuilder out;
    private int at;
    private int used;

    private Printf(Str format, Value values, Budget budget) {
        this.format = format;
        this.text = format.text();
        this.values = values;
        this.sequence = values instanceof TupleValue t ? t.items() : List.of(values);
        this.budget = budget;
        this.out = new TextBuilder(budget, text.length() + 32);
    }

    /// @param values a tuple of values, a dict for `%(name)s`, or a single value
    public static Str format(Str format, Value values, Budget budget) {
        Str result = new Printf(format, values, budget).run();
        return format.isMarkup() ? result.asMarkup() : result;
    }

    private Str run() {
        int kept = 0;
        while (true) {
            int percent = text.indexOf('%', kept);
            if (percent < 0) {
                break;
            }
            out.append(format, kept, percent);
            at = percent + 1;
            directive();
            kept = at;
        }
        out.append(format, kept, text.length());
        boolean mapping =
                values instanceof DictValue
                        || values instanceof ListValue
                        || values instanceof Undefined;
        if (used < sequence.size() && !mapping) {
            throw Fault.type("not all arguments converted during string formatting");
        }
        return out.build();
    }

    private char peek() {
        if (at >= text.length()) {
            throw Fault.value("incomplete format");
        }
        return text.charAt(at);
    }

    private Value next() {
        if (used >= sequence.size()) {
            throw Fault.type("not enough arguments for format string");
        }
        return sequence.get(used++);
    }

    private void directive() {
        Value named = Undefined.ABSENT;
        if (peek() == '%') {
            at++;
            out.append("%");
            return;
        }
        if (peek() == '(') {
            int close = text.indexOf(')', at);
            if (close < 0) {
                throw Fault.value("incomplete format key");
            }
            if (!(values instanceof DictValue dict)) {
                throw Fault.type("format requires a mapping");
            }
            Str key = Str.of(text.substring(at + 1, close));
            named = dict.find(Key.of(key, budget));
            if (named == Undefined.ABSENT) {
                throw Fault.of("KeyError", Repr.of(key));
            }
            at = close + 1;
        }
        Spec spec = new Spec();
        while ("-+ #0".indexOf(peek()) >= 0) {
            spec.flag(text.charAt(at++));
        }
        int width = number();
        if (width < 0) {
            spec.left = true;
            width = -width;
        }
        spec.width = width;
        if (peek() == '.') {
            at++;
            spec.precision = Math.max(0, number());
        }
        while ("hlL".indexOf(peek()) >= 0) {
            at++;
        }
        budget.text(Math.max(spec.width, spec.precision));
        char type = text.charAt(at++);
        convert(type, spec, named == Undefined.ABSENT ? next() : named);
    }

    /// Width or precision: digits, or `*` for the next value.
    private int number() {
        if (peek() == '*') {
            at++;
            return Numbers.size(next());
        }
        long value = 0;
        while (peek() >= '0' && peek() <= '9') {
            value = Math.min(Integer.MAX_VALUE - 8, value * 10 + text.charAt(at++) - '0');
        }
        return (int) value;
    }

    /// What stands between `%` and the type.
    private static final class Spec {
        boolean left;
        boolean plus;
        boolean blank;
        boolean alternate;
        boolean zero;
        int width;
        int precision = -1;

        void flag(char flag) {
            left |= flag == '-';
            plus |= flag == '+';
            blank |= flag == ' ';
            alternate |= flag == '#';
            zero |= flag == '0';
        }
    }

    private void convert(char type, Spec spec, Value value) {
        switch (type) {
            case 's' -> text(Repr.str(value, budget), value, spec);
            case 'r' -> text(Repr.repr(value, budget), Undefined.ABSENT, spec);
            case 'a' -> text(Str.of(ascii(Repr.repr(value, budget).text())), value, spec);
            case 'c' -> {
                spec.precision = -1;
                text(character(value), value, spec);
            }
            case 'd', 'i', 'u' -> number(spec, value, whole(value, type).text(), "");
            case 'x', 'X', 'o' -> radix(type, spec, value);
            case 'e', 'E', 'f', 'F', 'g', 'G' -> {
                double real = real(value);
                int precision = spec.precision < 0 ? 6 : spec.precision;
                String digits = Digits.of(Math.abs(real), type, precision, spec.alternate);
                boolean minus = Math.copySign(1, real) < 0 && !Double.isNaN(real);
                spec.precision = -1;
                number(spec, value, minus ? "-" + digits : digits, "");
            }
            default ->
                    throw Fault.value(
                            "unsupported format character '" + type + "' at index " + (at - 1));
        }
    }

    private void text(Str full, Value value, Spec spec) {
        Str shown = full;
        if (format.isMarkup() && !(value instanceof Str str && str.isMarkup())) {
            shown = Markup.escape(full, budget);
        }
        if (spec.precision >= 0 && shown.length() > spec.precision) {
            shown = shown.sub(0, spec.precision);
        }
        String how = spec.left ? "ljust" : "rjust";
        out.append(Padding.pad(shown, spec.width, Str.of(" "), how, budget));
    }

    /// `repr` with every character beyond ASCII escaped.
    static String ascii(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    if (c < 128) {
                        out.append((char) c);
                    } else {
                        Repr.escape(c, out);
                    }
                });
        return out.toString();
    }

    private static Str character(Value value) {
        if (Numbers.isInteger(value)) {
            int code = Numbers.index(value);
            if (!Character.isValidCodePoint(code)) {
                throw Fault.of("OverflowError", "%c arg not in range(0x110000)");
            }
            return Str.of(Character.toString(code));
        }
        if (value instanceof Str str && str.length() == 1) {
            return str;
        }
        throw Fault.type("%c requires int or char");
    }

    private Str whole(Value value, char type) {
        return switch (value) {
            case Real r -> Repr.str(Numbers.truncate(r.value()), budget);
            case Bool b -> Str.of(b.truthy() ? "1" : "0");
            default -> {
                if (!Compare.isNumber(value)) {
                    throw Fault.type(
                            "%"
                                    + type
                                    + " format: a real number is required, not "
                                    + value.typeName());
                }
                yield Repr.str(value, budget);
            }
        };
    }

    private static double real(Value value) {
        if (!Compare.isNumber(value)) {
            throw Fault.type("must be real number, not " + value.typeName());
        }
        return Numbers.real(value);
    }

    private void radix(char type, Spec spec, Value value) {
        if (!Numbers.isInteger(value)) {
            throw Fault.type(
                    "%" + type + " format: an integer is required, not " + value.typeName());
        }
        String digits = Numbers.integer(value).toString(type == 'o' ? 8 : 16);
        String shown = type == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
        number(spec, value, shown, spec.alternate ? "0" + type : "");
    }

    private void number(Spec spec, Value value, String signed, String prefix) {
        boolean minus = signed.startsWith("-");
        String digits = minus ? signed.substring(1) : signed;
        if (spec.precision > digits.length()) {
            digits = "0".repeat(spec.precision - digits.length()) + digits;
        }
        String head = (minus ? "-" : spec.plus ? "+" : spec.blank ? " " : "") + prefix;
        int missing = Math.max(0, spec.width - head.length() - digits.length());
        boolean zeros = spec.zero && !spec.left;
        String body = head + (zeros ? "0".repeat(missing) : "") + digits;
        String blanks = zeros ? "" : " ".repeat(missing);
        out.append(
                Str.of(spec.left ? body + blanks : blanks + body, Repr.str(value, budget).runs()));
    }
}
