package exemplar.study;

import exemplar.study.line.Line;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lines by their ids, to find the second one with the same. For one thread.
public final class LineSet {
    private @Nullable Line[] table = new Line[16];

    /// Of the line in the same place: looking at a million lines themselves would wait for memory.
    private int[] hashes = new int[16];

    private int size;

    /// Adds the line; when one with its id is there, leaves it and returns it instead.
    public Optional<Line> add(Line line) {
        if (size * 2 >= table.length) {
            grow();
        }
        int hash = line.idHash();
        int place = place(hash);
        for (Line there; (there = table[place]) != null; place = place + 1 & table.length - 1) {
            if (hashes[place] == hash && there.id().equals(line.id())) {
                return Optional.of(there);
            }
        }
        table[place] = line;
        hashes[place] = hash;
        size++;
        return Optional.empty();
    }

    private int place(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 16) & table.length - 1;
    }

    private void grow() {
        @Nullable Line[] old = table;
        int[] oldHashes = hashes;
        table = new Line[old.length * 2];
        hashes = new int[table.length];
        for (int i = 0; i < old.length; i++) {
            if (old[i] != null) {
                int place = place(oldHashes[i]);
                while (table[place] != null) {
                    place = place + 1 & table.length - 1;
                }
                table[place] = old[i];
                hashes[place] = oldHashes[i];
            }
        }
    }
}
