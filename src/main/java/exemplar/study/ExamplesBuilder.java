package exemplar.study;

import exemplar.study.line.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts a list of examples together from new lines and from ranges of other lists, whose chunks it
/// shares where it can. Does not look at ids. For one thread.
public final class ExamplesBuilder {
    static final int CHUNK = 512;
    private static final int SMALL = 128;

    private final List<Line[]> chunks = new ArrayList<>();
    private Line[] pending = new Line[CHUNK];
    private int count;
    private int size;

    /// Adds one line at the end.
    public ExamplesBuilder add(Line line) {
        if (count == CHUNK) {
            flush();
        }
        pending[count++] = line;
        size++;
        return this;
    }

    /// Number of lines so far.
    public int size() {
        return size;
    }

    /// The line added last; there must be one.
    public Line last() {
        return count > 0 ? pending[count - 1] : chunks.getLast()[chunks.getLast().length - 1];
    }

    /// What was added so far, as a list of its own.
    public Examples soFar() {
        List<Line[]> all = new ArrayList<>(chunks);
        if (count > 0) {
            all.add(Arrays.copyOf(pending, count));
        }
        return new Examples(all.toArray(Line[][]::new));
    }

    /// Adds the rows `[from, to)` of a list.
    public ExamplesBuilder copy(Examples source, int from, int to) {
        for (int row = from; row < to; ) {
            int chunk = source.chunkOf(row);
            Line[] lines = source.chunks[chunk];
            int first = row - source.start(chunk);
            int last = Math.min(lines.length, to - source.start(chunk));
            if (first == 0 && last == lines.length && lines.length >= count && count < SMALL) {
                whole(lines);
            } else if (first == 0 && last == lines.length && count >= SMALL) {
                flush();
                whole(lines);
            } else {
                for (int i = first; i < last; i++) {
                    add(lines[i]);
                }
                size -= last - first;
            }
            size += last - first;
            row = source.start(chunk) + last;
        }
        return this;
    }

    /// Takes a chunk as it is; one that follows a few odd lines takes them in.
    private void whole(Line[] lines) {
        if (count == 0) {
            chunks.add(lines);
            return;
        }
        Line[] joined = Arrays.copyOf(pending, count + lines.length);
        System.arraycopy(lines, 0, joined, count, lines.length);
        count = 0;
        if (joined.length > 2 * CHUNK) {
            chunks.add(Arrays.copyOfRange(joined, 0, joined.length / 2));
            chunks.add(Arrays.copyOfRange(joined, joined.length / 2, joined.length));
        } else {
            chunks.add(joined);
        }
    }

    private void flush() {
        if (count > 0) {
            chunks.add(Arrays.copyOf(pending, count));
            count = 0;
        }
    }

    /// The list.
    public Examples build() {
        int last = chunks.size() - 1;
        if (count > 0 && count < SMALL && last >= 0 && chunks.get(last).length + count <= CHUNK) {
            Line[] before = chunks.remove(last);
            Line[] joined = Arrays.copyOf(before, before.length + count);
            System.arraycopy(pending, 0, joined, before.length, count);
            chunks.add(joined);
            count = 0;
        }
        flush();
        return new Examples(chunks.toArray(Line[][]::new));
    }
}
