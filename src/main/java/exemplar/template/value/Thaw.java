package exemplar.template.value;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Deep copies of a caller's data for a template that changes it. The render starts over with the
/// copies when the first change is tried, so that templates that only read pay nothing.
public final class Thaw {
    /// Thrown by a change to frozen data.
    public static final class Needed extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Needed() {
            super("frozen", null, false, false);
        }
    }

    static final Needed NEEDED = new Needed();

    private final Map<Value, Value> copies = new IdentityHashMap<>();

    void remember(Value original, Value copy) {
        copies.put(original, copy);
    }

    public Value copy(Value value) {
        Value known = copies.get(value);
        if (known != null) {
            return known;
        }
        return switch (value) {
            case ListValue list -> list.thawed(this);
            case DictValue dict -> dict.thawed(this);
            case TupleValue tuple -> {
                List<Value> items = new ArrayList<>();
                tuple.items().forEach(item -> items.add(copy(item)));
                yield new TupleValue(items, tuple.names());
            }
            default -> value;
        };
    }

    /// A deep copy in which no two places hold the same list or dict.
    public static Value unshared(Value value, Budget budget) {
        return switch (value) {
            case ListValue list -> ListValue.of(unshared(list.items(), budget));
            case TupleValue tuple -> new TupleValue(unshared(tuple.items(), budget), tuple.names());
            case DictValue dict -> {
                budget.items(dict.size());
                DictValue copy = new DictValue();
                dict.entries()
                        .forEach(e ->
                                copy.put(
                                        Key.of(e.key(), budget),
                                        e.key(),
                                        unshared(e.value(), budget)));
                yield copy;
            }
            default -> value;
        };
    }

    private static List<Value> unshared(List<Value> items, Budget budget) {
        budget.items(items.size());
        List<Value> copy = new ArrayList<>(items.size());
        items.forEach(item -> copy.add(unshared(item, budget)));
        return copy;
    }
}
