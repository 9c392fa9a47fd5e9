package exemplar.template.python;

import exemplar.template.value.Budget;
import exemplar.template.value.Compare;
import exemplar.template.value.DictValue;
import exemplar.template.value.Fault;
import exemplar.template.value.Key;
import exemplar.template.value.ListValue;
import exemplar.template.value.Repr;
import exemplar.template.value.Str;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Unicode;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.List;

/// `pprint.pformat` with its usual width of 80.
public final class Pretty {
    private static final int WIDTH = 80;

    private final Budget budget;
    private final StringBuilder out = new StringBuilder();

    private Pretty(Budget budget) {
        this.budget = budget;
    }

    public static Str format(Value value, Budget budget) {
        Pretty pretty = new Pretty(budget);
        pretty.write(value, 0, 0);
        budget.text(pretty.out.length());
        return Str.of(pretty.out.toString(), Repr.repr(value, budget).runs().merged());
    }

    /// `repr` with the keys of dicts in order, as `pprint` shows what fits on a line.
    private String flat(Value value) {
        return Repr.repr(ordered(value), budget).text();
    }

    private Value ordered(Value value) {
        budget.items(16);
        budget.enter();
        Value result =
                switch (value) {
                    case DictValue dict -> {
                        DictValue sorted = new DictValue();
                        for (DictValue.Entry entry : entries(dict)) {
                            sorted.put(
                                    Key.of(entry.key(), budget),
                                    entry.key(),
                                    ordered(entry.value()));
                        }
                        yield sorted;
                    }
                    case ListValue list -> ListValue.of(orderedAll(list.items()));
                    case TupleValue tuple -> TupleValue.of(orderedAll(tuple.items()));
                    default -> value;
                };
        budget.leave();
        return result;
    }

    private List<Value> orderedAll(List<Value> items) {
        budget.items(items.size());
        List<Value> all = new ArrayList<>(items.size());
        items.forEach(item -> all.add(ordered(item)));
        return all;
    }

    private List<DictValue.Entry> entries(DictValue dict) {
        List<DictValue.Entry> entries = new ArrayList<>(dict.entries());
        Sorting.sort(entries, (a, b) -> before(a.key(), b.key()), budget);
        return entries;
    }

    /// The order of keys: their own, or where they have none that of the names of their types.
    private boolean before(Value a, Value b) {
        try {
            return Compare.ordered(a, b, "<", budget);
        } catch (Fault fault) {
            if (!fault.type().equals("TypeError")) {
                throw fault;
            }
            return a.typeName().compareTo(b.typeName()) < 0;
        }
    }

    private void write(Value value, int indent, int allowance) {
        String flat = flat(value);
        if (length(flat) <= WIDTH - indent - allowance) {
            out.append(flat);
            return;
        }
        budget.enter();
        switch (value) {
            case DictValue dict when dict.size() > 0 -> dict(dict, indent, allowance);
            case ListValue list when list.size() > 0 -> {
                out.append('[');
                items(list.items(), indent + 1, allowance + 1);
                out.append(']');
            }
            case TupleValue tuple when !tuple.items().isEmpty() && tuple.names().isEmpty() -> {
                String end = tuple.items().size() == 1 ? ",)" : ")";
                out.append('(');
                items(tuple.items(), indent + 1, allowance + end.length());
                out.append(end);
            }
            case Str str when !str.isMarkup() -> text(str.text(), indent, allowance);
            default -> out.append(flat);
        }
        budget.leave();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private void items(List<Value> items, int indent, int allowance) {
        for (int i = 0; i < items.size(); i++) {
            boolean last = i == items.size() - 1;
            write(items.get(i), indent, last ? allowance : 1);
            if (!last) {
                out.append(",\n").append(" ".repeat(indent));
            }
        }
    }

    private void dict(DictValue dict, int indent, int allowance) {
        out.append('{');
        List<DictValue.Entry> entries = entries(dict);
        for (int i = 0; i < entries.size(); i++) {
            boolean last = i == entries.size() - 1;
            String key = flat(entries.get(i).key());
            out.append(key).append(": ");
            write(entries.get(i).value(), indent + length(key) + 3, last ? allowance + 1 : 1);
            if (!last) {
                out.append(",\n").append(" ".repeat(indent + 1));
            }
        }
        out.append('}');
    }

    /// A long text becomes several, one below the other.
    private void text(String text, int startIndent, int startAllowance) {
        boolean outermost = out.isEmpty();
        int indent = startIndent + (outermost ? 1 : 0);
        int allowance = startAllowance + (outermost ? 1 : 0);
        List<Value> lines = Splitting.lines(Str.of(text), true, budget).items();
        List<String> chunks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = ((Str) lines.get(i)).text();
            String shown = Repr.repr(Str.of(line), budget).text();
            boolean last = i == lines.size() - 1;
            int room = WIDTH - indent;
            if (length(shown) <= (last ? room - allowance : room)) {
                chunks.add(shown);
            } else {
                wrap(line, room, last ? room - allowance : room, chunks);
            }
        }
        if (chunks.size() == 1) {
            out.append(chunks.getFirst());
            return;
        }
        out.append(outermost ? "(" : "");
        out.append(String.join("\n" + " ".repeat(indent), chunks));
        out.append(outermost ? ")" : "");
    }

    private void wrap(String line, int room, int lastRoom, List<String> chunks) {
        List<String> parts = parts(line);
        String current = "";
        for (int i = 0; i < parts.size(); i++) {
            budget.step();
            String candidate = current + parts.get(i);
            int limit = i == parts.size() - 1 ? lastRoom : room;
            if (length(Repr.repr(Str.of(candidate), budget).text()) > limit) {
                if (!current.isEmpty()) {
                    chunks.add(Repr.repr(Str.of(current), budget).text());
                }
                current = parts.get(i);
            } else {
                current = candidate;
            }
        }
        if (!current.isEmpty()) {
            chunks.add(Repr.repr(Str.of(current), budget).text());
        }
    }

    /// Words, each with the white space behind it.
    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < line.length()) {
            int end = from;
            while (end < line.length() && !Unicode.isSpace(line.charAt(end))) {
                end++;
            }
            end = Unicode.skipSpace(line, end);
            parts.add(line.substring(from, end));
            from = end;
        }
        return parts;
    }
}
