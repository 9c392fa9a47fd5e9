package exemplar.template.python;

import exemplar.template.value.Big;
import exemplar.template.value.Bool;
import exemplar.template.value.Budget;
import exemplar.template.value.DictValue;
import exemplar.template.value.Fault;
import exemplar.template.value.Int;
import exemplar.template.value.ListValue;
import exemplar.template.value.None;
import exemplar.template.value.Real;
import exemplar.template.value.Repr;
import exemplar.template.value.Runs;
import exemplar.template.value.Str;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// `json.dumps`.
public final class Json {
    /// The parameters of `json.dumps`.
    ///
    /// @param indent what one level is indented by; empty with `multiline` for bare newlines
    public record Style(
            boolean ascii,
            boolean multiline,
            String indent,
            String itemSeparator,
            String keySeparator,
            boolean sortKeys) {
        /// On one line, as `json.dumps` does it by itself.
        public static final Style LINE = new Style(true, false, "", ", ", ": ", false);
    }

    private final Style style;
    private final Budget budget;
    private final StringBuilder out = new StringBuilder();
    private final Set<Value> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private Runs runs = Runs.PLAIN;
    private boolean several;

    private Json(Style style, Budget budget) {
        this.style = style;
        this.budget = budget;
    }

    public static Str dumps(Value value, Style style, Budget budget) {
        Json json = new Json(style, budget);
        json.write(value, 0);
        budget.text(json.out.length());
        return Str.of(json.out.toString(), json.several ? Runs.PLAIN : json.runs);
    }

    private void from(Runs part) {
        Runs merged = part.merged();
        if (merged.equals(Runs.PLAIN)) {
            return;
        }
        several |= !runs.equals(Runs.PLAIN) && !runs.equals(merged);
        runs = merged;
    }

    private void write(Value value, int level) {
        budget.step();
        if (out.length() > 4096) {
            budget.grow(out.length(), 0);
        }
        switch (value) {
            case Str str -> {
                from(str.runs());
                quote(str.text());
            }
            case Int i -> {
                from(Runs.of(i.origin()));
                out.append(i.value());
            }
            case Big big -> out.append(Repr.big(big.value()));
            case Real real -> {
                from(Runs.of(real.origin()));
                out.append(number(real.value()));
            }
            case Bool b -> out.append(b.truthy() ? "true" : "false");
            case None none -> out.append("null");
            case ListValue list -> list(list, list.items(), level);
            case TupleValue tuple -> list(tuple, tuple.items(), level);
            case DictValue dict -> dict(dict, level);
            default ->
                    throw Fault.type(
                            "Object of type " + value.typeName() + " is not JSON serializable");
        }
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        return Double.isInfinite(value) ? value > 0 ? "Infinity" : "-Infinity" : Repr.real(value);
    }

    private void enter(Value value) {
        if (!open.add(value)) {
            throw Fault.value("Circular reference detected");
        }
        budget.enter();
    }

    private void leave(Value value) {
        budget.leave();
        open.remove(value);
    }

    private void list(Value value, List<Value> items, int level) {
        if (items.isEmpty()) {
            out.append("[]");
            return;
        }
        enter(value);
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
            out.append(i > 0 ? style.itemSeparator() : "");
            line(level + 1);
            write(items.get(i), level + 1);
        }
        line(level);
        out.append(']');
        leave(value);
    }

    private void dict(DictValue dict, int level) {
        if (dict.size() == 0) {
            out.append("{}");
            return;
        }
        enter(dict);
        out.append('{');
        boolean first = true;
        for (Value pair : pairs(dict)) {
            List<Value> parts = ((TupleValue) pair).items();
            out.append(first ? "" : style.itemSeparator());
            first = false;
            line(level + 1);
            quote(key(parts.get(0)));
            out.append(style.keySeparator());
            write(parts.get(1), level + 1);
        }
        line(level);
        out.append('}');
        leave(dict);
    }

    private List<Value> pairs(DictValue dict) {
        List<Value> pairs =
                dict.entries().stream()
                        .<Value>map(entry -> TupleValue.of(entry.key(), entry.value()))
                        .toList();
        return style.sortKeys()
                ? Sorting.sorted(pairs, pair -> ((TupleValue) pair).items().get(0), false, budget)
                : pairs;
    }

    private static String key(Value key) {
        return switch (key) {
            case Str str -> str.text();
            case Int i -> Long.toString(i.value());
            case Big big -> Repr.big(big.value());
            case Real real -> number(real.value());
            case Bool b -> b.truthy() ? "true" : "false";
            case None none -> "null";
            default ->
                    throw Fault.type(
                            "keys must be str, int, float, bool or None, not " + key.typeName());
        };
    }

    private void line(int level) {
        if (style.multiline()) {
            out.append('\n').append(style.indent().repeat(level));
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ' || style.ascii() && c > '~') {
                        String hex = Integer.toHexString(c);
                        out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
