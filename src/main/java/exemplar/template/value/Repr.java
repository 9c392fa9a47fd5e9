package exemplar.template.value;

import java.math.BigInteger;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;

/// Python's `str()` and `repr()` of every value. A text made from parts of one origin keeps it.
public final class Repr {
    private static final BigInteger LONGEST = BigInteger.TEN.pow(4300);

    private final StringBuilder out = new StringBuilder();
    private final Budget budget;
    private final Set<Value> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private Runs runs = Runs.PLAIN;
    private boolean several;

    private Repr(Budget budget) {
        this.budget = budget;
    }

    /// `str(value)`.
    public static Str str(Value value, Budget budget) {
        return switch (value) {
            case Str s -> s;
            case Int i -> Str.of(Long.toString(i.value()), i.origin());
            case Real r -> Str.of(real(r.value()), r.origin());
            case Bool b -> Str.of(b == Bool.TRUE ? "True" : "False");
            case None none -> Str.of("None");
            case Undefined u -> Str.EMPTY;
            default -> repr(value, budget);
        };
    }

    /// `repr(value)`.
    public static Str repr(Value value, Budget budget) {
        Repr repr = new Repr(budget);
        repr.write(value);
        String text = repr.out.toString();
        budget.text(text.length());
        return Str.of(text, repr.several ? Runs.PLAIN : repr.runs);
    }

    /// `repr(value)` for messages, cut short when it is long.
    public static String of(Value value) {
        try {
            return repr(value, new Budget(5_000, 100_000, 20_000, 1_000_000_000)).text();
        } catch (Fault tooLong) {
            return "...";
        }
    }

    private void from(Runs part) {
        Runs merged = part.merged();
        if (merged.equals(Runs.PLAIN)) {
            several |= !part.equals(Runs.PLAIN);
        } else if (runs.equals(Runs.PLAIN)) {
            runs = merged;
        } else {
            several |= !runs.equals(merged);
        }
    }

    private void write(Value value) {
        budget.step();
        switch (value) {
            case Str s -> {
                from(s.runs());
                out.append(s.isMarkup() ? "Markup(" : "");
                quote(s.text(), out);
                out.append(s.isMarkup() ? ")" : "");
            }
            case Int i -> {
                from(Runs.of(i.origin()));
                out.append(i.value());
            }
            case Big b -> out.append(big(b.value()));
            case Real r -> {
                from(Runs.of(r.origin()));
                out.append(real(r.value()));
            }
            case Bool b -> out.append(b == Bool.TRUE ? "True" : "False");
            case None none -> out.append("None");
            case Undefined u -> out.append("Undefined");
            case ListValue list -> sequence(list, "[", list.items().iterator(), "]");
            case TupleValue tuple ->
                    sequence(
                            tuple,
                            "(",
                            tuple.items().iterator(),
                            tuple.items().size() == 1 ? ",)" : ")");
            case DictValue dict -> dict(dict);
            case DictView view -> sequence(view, view.typeName() + "([", view.iterator(), "])");
            case RangeValue range ->
                    out.append("range(")
                            .append(range.start())
                            .append(", ")
                            .append(range.stop())
                            .append(range.step() == 1 ? "" : ", " + range.step())
                            .append(")");
            case StreamValue stream ->
                    throw Fault.type(
                            "this prints a "
                                    + stream.typeName()
                                    + ", whose text differs on every run; add | list or | join");
            case ObjectValue object -> out.append(object.print());
        }
        if (out.length() > 4096) {
            budget.grow(out.length(), 0);
        }
    }

    private void sequence(Value value, String begin, Iterator<Value> items, String end) {
        if (!open.add(value)) {
            out.append(value instanceof ListValue ? "[...]" : "(...)");
            return;
        }
        budget.enter();
        out.append(begin);
        for (boolean first = true; items.hasNext(); first = false) {
            out.append(first ? "" : ", ");
            write(items.next());
        }
        out.append(end);
        budget.leave();
        open.remove(value);
    }

    private void dict(DictValue dict) {
        if (!open.add(dict)) {
            out.append("{...}");
            return;
        }
        budget.enter();
        out.append('{');
        boolean first = true;
        for (DictValue.Entry entry : dict.entries()) {
            out.append(first ? "" : ", ");
            first = false;
            write(entry.key());
            out.append(": ");
            write(entry.value());
        }
        out.append('}');
        budget.leave();
        open.remove(dict);
    }

    /// A whole number in decimal digits, within Python's bound on their count.
    public static String big(BigInteger value) {
        if (value.bitLength() > 14_280 && value.abs().compareTo(LONGEST) >= 0) {
            throw Fault.value("Exceeds the limit (4300 digits) for integer string conversion");
        }
        return value.toString();
    }

    /// The shortest text that reads back as the same number, in Python's notation.
    public static String real(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(value);
        String plain = Double.toString(value);
        if (size == 0 || size >= 1e-3 && size < 1e7) {
            return plain;
        }
        return scientific(plain);
    }

    /// From Java's `d.dddE±n` to Python's choice between positional and exponent notation.
    private static String scientific(String java) {
        int e = java.indexOf('E');
        boolean negative = java.charAt(0) == '-';
        String mantissa = java.substring(negative ? 1 : 0, e);
        int exponent = Integer.parseInt(java, e + 1, java.length(), 10);
        String digits = mantissa.charAt(0) + mantissa.substring(2);
        int last = digits.length();
        while (last > 1 && digits.charAt(last - 1) == '0') {
            last--;
        }
        digits = digits.substring(0, last);
        if (digits.length() == 2) {
            String shorter = shorter(digits, exponent, Double.parseDouble(java));
            exponent += shorter.equals("10") ? 1 : 0;
            digits = shorter.equals("10") ? "1" : shorter;
        }
        StringBuilder out = new StringBuilder(negative ? "-" : "");
        if (exponent >= 16 || exponent < -4) {
            out.append(digits.charAt(0));
            if (digits.length() > 1) {
                out.append('.').append(digits, 1, digits.length());
            }
            out.append('e').append(exponent < 0 ? '-' : '+');
            int size = Math.abs(exponent);
            return out.append(size < 10 ? "0" : "").append(size).toString();
        }
        if (exponent < 0) {
            return out.append("0.").append("0".repeat(-exponent - 1)).append(digits).toString();
        }
        if (digits.length() <= exponent + 1) {
            out.append(digits).append("0".repeat(exponent + 1 - digits.length()));
            return out.append(".0").toString();
        }
        return out.append(digits, 0, exponent + 1)
                .append('.')
                .append(digits, exponent + 1, digits.length())
                .toString();
    }

    /// Java never gives fewer than two digits; beside zero one may do.
    private static String shorter(String digits, int exponent, double value) {
        int one = (Integer.parseInt(digits) + 5) / 10;
        boolean same = Double.parseDouble(one + "E" + exponent) == Math.abs(value);
        return same ? Integer.toString(one) : digits;
    }

    /// A text in quotes, escaped as `repr` does it.
    public static void quote(String text, StringBuilder out) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        out.append(quote);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == quote || c == '\\') {
                out.append('\\').append((char) c);
            } else if (Unicode.isPrintable(c)) {
                out.appendCodePoint(c);
            } else {
                escape(c, out);
            }
        }
        out.append(quote);
    }

    /// `\n`, `\x1b`, `\u200b` or `\U0001f600`.
    public static void escape(int c, StringBuilder out) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                String form = c < 0x100 ? "x" : c < 0x10000 ? "u" : "U";
                int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
                String hex = Integer.toHexString(c);
                out.append('\\').append(form).append("0".repeat(digits - hex.length()));
                out.append(hex);
            }
        }
    }
}
