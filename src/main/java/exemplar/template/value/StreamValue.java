package exemplar.template.value;

import java.util.Iterator;

/// A sequence that can be walked once, such as what `map` or `select` give.
///
/// @param typeName its type in Python, such as `generator`
public record StreamValue(Iterator<Value> items, String typeName) implements Value {
    public static StreamValue generator(Iterator<Value> items) {
        return new StreamValue(items, "generator");
    }

    @Override
    public boolean truthy() {
        return true;
    }
}
