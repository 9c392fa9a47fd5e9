package exemplar.template.value;

import java.util.List;

/// A tuple, its members named if it came from `groupby`.
public record TupleValue(List<Value> items, List<String> names) implements Value {
    public static final TupleValue EMPTY = new TupleValue(List.of(), List.of());

    public static TupleValue of(Value... items) {
        return new TupleValue(List.of(items), List.of());
    }

    public static TupleValue of(List<Value> items) {
        return new TupleValue(items, List.of());
    }

    @Override
    public String typeName() {
        return names.isEmpty() ? "tuple" : "_GroupTuple";
    }

    @Override
    public boolean truthy() {
        return !items.isEmpty();
    }
}
