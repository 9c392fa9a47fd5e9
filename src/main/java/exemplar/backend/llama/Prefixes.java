package exemplar.backend.llama;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Beginnings of prompts that were evaluated, kept outside the library's working memory, so that
/// prompts of several kinds in turn each find theirs again. Those not used for longest go first
/// when the memory given is full. One thread at a time.
final class Prefixes implements AutoCloseable {
    private final long most;
    private final List<Kept> kept = new ArrayList<>();
    private long bytes;

    /// @param tokens what was evaluated
    /// @param state the library's memory of it
    record Kept(int[] tokens, MemorySegment state, Arena arena) {
        // Records compare arrays by identity; nothing here compares kept beginnings.
        int common(int[] other) {
            return Prefixes.common(tokens, tokens.length, other);
        }
    }

    /// @param most bytes that may be kept
    Prefixes(long most) {
        this.most = most;
    }

    long most() {
        return most;
    }

    /// How many tokens at the beginning are the same.
    static int common(int[] some, int length, int[] other) {
        int n = Math.min(length, other.length);
        int at = Arrays.mismatch(some, 0, n, other, 0, n);
        return at < 0 ? n : at;
    }

    /// The one that has most tokens at the beginning in common with a prompt.
    Optional<Kept> nearest(int[] prompt) {
        Optional<Kept> best = Optional.empty();
        int common = 0;
        for (Kept k : kept) {
            if (k.common(prompt) > common) {
                common = k.common(prompt);
                best = Optional.of(k);
            }
        }
        return best;
    }

    /// Marks it as used just now.
    void used(Kept prefix) {
        if (kept.remove(prefix)) {
            kept.add(prefix);
        }
    }

    void keep(int[] tokens, MemorySegment state, Arena arena) {
        while (!kept.isEmpty() && bytes + state.byteSize() > most) {
            drop(kept.getFirst());
        }
        kept.add(new Kept(tokens, state, arena));
        bytes += state.byteSize();
    }

    void drop(Kept prefix) {
        if (kept.remove(prefix)) {
            bytes -= prefix.state().byteSize();
            prefix.arena().close();
        }
    }

    @Override
    public void close() {
        List.copyOf(kept).forEach(this::drop);
    }
}
