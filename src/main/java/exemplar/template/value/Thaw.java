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
}
