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

    /// What was evaluated, and the library's memory of it.
    static final class Kept implements AutoCloseable {
        private final int[] tokens;
        private final Arena arena = Arena.ofShared();
        private MemorySegment state = MemorySegment.NULL;

        private Kept(int[] tokens) {
            this.tokens = tokens;
        }

        int[] tokens() {
            return tokens;
        }

        MemorySegment state() {
            return state;
        }

        int common(int[] other) {
            return Prefixes.common(tokens, tokens.length, other);
        }

        @Override
        public void close() {
            arena.close();
        }
    }

    /// @param most bytes that may be kept
    Prefixes(long most) {
        this.most = most;
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

    /// Keeps what a context has of its first sequence, if the memory given suffices.
    void keep(int[] tokens, Context context) {
        Kept fresh = new Kept(tokens);
        Optional<MemorySegment> state = context.save(0, fresh.arena, most);
        if (state.isEmpty()) {
            fresh.close();
            return;
        }
        fresh.state = state.get();
        while (!kept.isEmpty() && bytes + fresh.state.byteSize() > most) {
            drop(kept.getFirst());
        }
        kept.add(fresh);
        bytes += fresh.state.byteSize();
    }

    void drop(Kept prefix) {
        if (kept.remove(prefix)) {
            bytes -= prefix.state().byteSize();
            prefix.close();
        }
    }

    @Override
    public void close() {
        List.copyOf(kept).forEach(this::drop);
    }
}
