package exemplar.ui.control;

import java.util.Optional;
import java.util.function.Supplier;

/// Something that is made when it is first wanted: what is seldom opened should cost nothing
/// before. Confined to the thread that asks.
public final class Later<T> {
    private final Supplier<T> making;
    private Optional<T> made = Optional.empty();

    public Later(Supplier<T> making) {
        this.making = making;
    }

    /// It, made now where it is not there yet.
    public T get() {
        T there = made.orElseGet(making);
        made = Optional.of(there);
        return there;
    }

    /// It, where it is there already.
    public Optional<T> made() {
        return made;
    }
}
