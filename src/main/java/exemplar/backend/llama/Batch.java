package exemplar.backend.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Tokens to evaluate together, each with its position and its sequences, as the library wants
/// them.
final class Batch {
    private final MemorySegment struct;
    private final MemorySegment tokens;
    private final MemorySegment positions;
    private final MemorySegment sequenceCounts;
    private final MemorySegment sequenceLists;
    private final MemorySegment sequences;
    private final MemorySegment wanted;
    private final int capacity;
    private int size;

    Batch(Arena arena, int capacity) {
        this.capacity = capacity;
        struct = arena.allocate(Native.BATCH);
        tokens = arena.allocate(JAVA_INT, capacity);
        positions = arena.allocate(JAVA_INT, capacity);
        sequenceCounts = arena.allocate(JAVA_INT, capacity);
        sequenceLists = arena.allocate(ADDRESS, capacity + 1L);
        sequences = arena.allocate(JAVA_INT, (long) capacity * Context.SEQUENCES);
        wanted = arena.allocate(JAVA_BYTE, capacity);
        for (int i = 0; i < capacity; i++) {
            sequenceLists.setAtIndex(
                    ADDRESS,
                    i,
                    sequences.asSlice(4L * i * Context.SEQUENCES, 4L * Context.SEQUENCES));
        }
        struct.set(ADDRESS, 8, tokens);
        struct.set(ADDRESS, 16, MemorySegment.NULL);
        struct.set(ADDRESS, 24, positions);
        struct.set(ADDRESS, 32, sequenceCounts);
        struct.set(ADDRESS, 40, sequenceLists);
        struct.set(ADDRESS, 48, wanted);
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    boolean full() {
        return size == capacity;
    }

    /// Adds a token.
    ///
    /// @param logits whether the scores of what follows it are wanted
    /// @param in the sequences it belongs to, at least one
    /// @return its row in the batch
    int add(int token, int position, boolean logits, int... in) {
        tokens.setAtIndex(JAVA_INT, size, token);
        positions.setAtIndex(JAVA_INT, size, position);
        sequenceCounts.setAtIndex(JAVA_INT, size, in.length);
        for (int s = 0; s < in.length; s++) {
            sequences.setAtIndex(JAVA_INT, (long) size * Context.SEQUENCES + s, in[s]);
        }
        wanted.setAtIndex(JAVA_BYTE, size, (byte) (logits ? 1 : 0));
        return size++;
    }

    MemorySegment struct() {
        struct.set(JAVA_INT, 0, size);
        return struct;
    }
}
