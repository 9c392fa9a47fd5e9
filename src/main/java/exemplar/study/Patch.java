package exemplar.study;

import exemplar.study.line.Line;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// How a list of examples came out of another: a sequence of ranges kept from before and of new
/// lines, which together make the whole list. This is what the journal keeps of an edit, whatever
/// the edit was. Found in the time it takes to look at the changed chunks.
///
/// @param before number of rows of the list it applies to
public record Patch(int before, List<Part> parts) {

    /// A piece of the list afterwards.
    public sealed interface Part {}

    /// Rows `[from, from + count)` of the list before.
    public record Kept(int from, int count) implements Part {}

    /// Lines that were not there.
    public record Added(List<Line> lines) implements Part {}

    public Patch {
        parts = List.copyOf(parts);
    }

    /// Whether it changes nothing.
    public boolean isNothing() {
        return before == 0 && parts.isEmpty()
                || parts.size() == 1 && parts.getFirst().equals(new Kept(0, before));
    }

    /// The difference between two lists; lines are the same when they are the same object.
    public static Patch between(Examples before, Examples after) {
        Joiner joined = new Joiner();
        if (before == after) {
            joined.keep(0, before.size());
            return joined.patch(before.size());
        }
        Line[][] old = before.chunks;
        Line[][] now = after.chunks;
        int head = 0;
        int most = Math.min(old.length, now.length);
        while (head < most && old[head] == now[head]) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && old[old.length - 1 - tail] == now[now.length - 1 - tail]) {
            tail++;
        }
        Map<Object, Integer> rows = where(before, after, head, tail);
        joined.keep(0, before.start(head));
        for (int i = head; i < now.length - tail; i++) {
            Integer chunk = rows.get(now[i]);
            if (chunk != null) {
                joined.keep(chunk, now[i].length);
                continue;
            }
            for (Line line : now[i]) {
                Integer row = rows.get(line);
                if (row != null) {
                    joined.keep(row, 1);
                } else {
                    joined.add(line);
                }
            }
        }
        int end = before.start(old.length - tail);
        joined.keep(end, before.size() - end);
        return joined.patch(before.size());
    }

    /// The first rows of the chunks that both lists have, and the rows of lines in the others.
    private static Map<Object, Integer> where(Examples before, Examples after, int head, int tail) {
        Map<Object, Integer> rows = new IdentityHashMap<>();
        for (int i = head; i < after.chunks.length - tail; i++) {
            rows.put(after.chunks[i], -1);
        }
        for (int i = head; i < before.chunks.length - tail; i++) {
            Line[] chunk = before.chunks[i];
            if (rows.containsKey(chunk)) {
                rows.put(chunk, before.start(i));
            } else {
                for (int j = 0; j < chunk.length; j++) {
                    rows.put(chunk[j], before.start(i) + j);
                }
            }
        }
        rows.values().removeIf(row -> row < 0);
        return rows;
    }

    /// The list afterwards.
    ///
    /// @throws IllegalArgumentException when the list has another size than the one it was made for
    public Examples apply(Examples examples) {
        if (examples.size() != before) {
            throw new IllegalArgumentException(examples.size() + " rows instead of " + before);
        }
        ExamplesBuilder built = new ExamplesBuilder();
        for (Part part : parts) {
            switch (part) {
                case Kept kept -> built.copy(examples, kept.from, kept.from + kept.count);
                case Added added -> added.lines.forEach(built::add);
            }
        }
        return built.build();
    }

    /// The rows to look at afterwards: the first changed one and how many follow without a gap; for
    /// a removal the row that took the place.
    public Rows touched() {
        int row = 0;
        int expected = 0;
        for (Part part : parts) {
            if (part instanceof Added added) {
                return new Rows(row, added.lines.size());
            }
            if (part instanceof Kept kept) {
                if (kept.from != expected) {
                    return new Rows(row, kept.from < expected ? kept.count : 0);
                }
                row += kept.count;
                expected += kept.count;
            }
        }
        return new Rows(row, 0);
    }

    /// A run of rows.
    ///
    /// @param first its first row
    /// @param count how many; 0 where rows went away
    public record Rows(int first, int count) {}

    private static final class Joiner {
        private final List<Part> parts = new ArrayList<>();
        private int from;
        private int count;
        private List<Line> lines = new ArrayList<>();

        void keep(int row, int rows) {
            if (rows == 0) {
                return;
            }
            if (count > 0 && from + count == row) {
                count += rows;
                return;
            }
            flush();
            from = row;
            count = rows;
        }

        void add(Line line) {
            if (count > 0) {
                flush();
            }
            lines.add(line);
        }

        private void flush() {
            if (count > 0) {
                parts.add(new Kept(from, count));
                count = 0;
            }
            if (!lines.isEmpty()) {
                parts.add(new Added(List.copyOf(lines)));
                lines = new ArrayList<>();
            }
        }

        Patch patch(int before) {
            flush();
            return new Patch(before, parts);
        }
    }
}
