package exemplar.template.value;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;

/// A sequence that can be walked once, such as what `map` or `select` give.
///
/// @param typeName its type in Python, such as `generator`
public record StreamValue(Iterator<Value> items, String typeName) implements Value {
    public static StreamValue generator(Iterator<Value> items) {
        return new StreamValue(items, "generator");
    }

    /// A generator that does nothing before its first item is asked for: it reads what it walks
    /// over, and fails, then and not where it was made.
    public static StreamValue lazy(Supplier<Iterator<Value>> body) {
        return generator(
                new Iterator<>() {
                    private Optional<Iterator<Value>> begun = Optional.empty();

                    private Iterator<Value> items() {
                        if (begun.isEmpty()) {
                            // A generator that failed once is at its end.
                            begun = Optional.of(Collections.emptyIterator());
                            begun = Optional.of(body.get());
                        }
                        return begun.get();
                    }

                    @Override
                    public boolean hasNext() {
                        return items().hasNext();
                    }

                    @Override
                    public Value next() {
                        return items().next();
                    }
                });
    }

    @Override
    public boolean truthy() {
        return true;
    }
}
