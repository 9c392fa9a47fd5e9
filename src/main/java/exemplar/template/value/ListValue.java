package exemplar.template.value;

import java.util.ArrayList;
import java.util.List;

/// A list. A frozen one belongs to the caller of the render: changing it asks for a copy first, see
/// [Thaw].
public final class ListValue implements Value {
    private final List<Value> items;
    private final boolean frozen;

    private ListValue(List<Value> items, boolean frozen) {
        this.items = items;
        this.frozen = frozen;
    }

    /// A list the template may change; keeps `items`.
    public static ListValue of(List<Value> items) {
        return new ListValue(items, false);
    }

    public static ListValue frozen(List<Value> items) {
        return new ListValue(List.copyOf(items), true);
    }

    /// The items, to read.
    public List<Value> items() {
        return items;
    }

    /// The items, to change.
    public List<Value> change() {
        if (frozen) {
            throw Thaw.NEEDED;
        }
        return items;
    }

    public int size() {
        return items.size();
    }

    ListValue thawed(Thaw thaw) {
        List<Value> copy = new ArrayList<>(items.size());
        ListValue result = new ListValue(copy, false);
        thaw.remember(this, result);
        items.forEach(item -> copy.add(thaw.copy(item)));
        return result;
    }

    @Override
    public String typeName() {
        return "list";
    }

    @Override
    public boolean truthy() {
        return !items.isEmpty();
    }
}
