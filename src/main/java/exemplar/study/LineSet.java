package exemplar.study;

import exemplar.study.line.Line;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lines by their ids, to find the second one with the same. For one thread.
public final class LineSet {
    private @Nullable Line[] table = new Line[16];
    private int size;

    /// Adds the line; when one with its id is there, leaves it and returns it instead.
    public Optional<Line> add(Line line) {
        if (size * 2 >= table.length) {
            grow();
        }
        int place = place(line);
        for (Line there; (there = table[place]) != null; place = place + 1 & table.length - 1) {
            if (there.idHash() == line.idHash() && there.id().equals(line.id())) {
                return Optional.of(there);
            }
        }
        table[place] = line;
        size++;
        return Optional.empty();
    }

    private int place(Line line) {
        int mixed = line.idHash() * 0x9E3779B9;
        return (mixed ^ mixed >>> 16) & table.length - 1;
    }

    private void grow() {
        @Nullable Line[] old = table;
        table = new Line[old.length * 2];
        for (Line line : old) {
            if (line != null) {
                int place = place(line);
                while (table[place] != null) {
                    place = place + 1 & table.length - 1;
                }
                table[place] = line;
            }
        }
    }
}
