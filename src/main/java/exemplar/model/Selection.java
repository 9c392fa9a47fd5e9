package exemplar.model;

import java.util.List;

/// Which demonstrations a design asks for. Pinned examples are always among them.
///
/// @param selector name of the selector: `all`, `first`, `random`, `balanced`, `fixed`
/// @param count how many demonstrations, pinned ones included; ignored by `all` and `fixed`
/// @param seed makes a random choice repeatable
/// @param ids the demonstrations of `fixed`, in order; empty for the others
public record Selection(String selector, int count, long seed, List<String> ids) {
    public Selection {
        ids = List.copyOf(ids);
    }

    /// The first enabled examples of the pool.
    public static Selection first(int count) {
        return new Selection("first", count, 0, List.of());
    }
}
