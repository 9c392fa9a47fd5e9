package exemplar.study;

import exemplar.model.Example;
import exemplar.select.Selectors;
import exemplar.study.line.Line;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The examples of a pool or of the tests, in order. Immutable and safe for every thread; each
/// change makes a new list that shares all chunks it did not touch. Ids are unique.
///
/// Examples are held as the bytes of their lines and decoded when asked for; [#get] returns the
/// same object for as long as somebody holds it.
public final class Examples extends AbstractList<Example>
        implements RandomAccess, Selectors.Undecoded {
    /// No examples.
    public static final Examples NONE = new Examples(new Line[0][]);

    final Line[][] chunks;
    private final int[] starts;
    private volatile @Nullable IdIndex index;
    private int searches;

    Examples(Line[][] chunks) {
        this.chunks = chunks;
        starts = new int[chunks.length + 1];
        for (int i = 0; i < chunks.length; i++) {
            starts[i + 1] = Math.addExact(starts[i], chunks[i].length);
        }
    }

    private Examples(Line[][] chunks, Examples sameShape, boolean sameIds) {
        this.chunks = chunks;
        starts = sameShape.starts;
        index = sameIds ? sameShape.index : null;
    }

    /// These examples in this order.
    ///
    /// @throws IllegalArgumentException when two have the same id
    public static Examples of(Collection<Example> examples) {
        return NONE.inserted(0, examples);
    }

    @Override
    public int size() {
        return starts[chunks.length];
    }

    @Override
    public Example get(int row) {
        return line(row).example();
    }

    /// The line of a row, for those who need no decoded example.
    public Line line(int row) {
        int chunk = chunkOf(row);
        return chunks[chunk][row - starts[chunk]];
    }

    /// All lines in order; faster than asking for them one by one.
    public Iterable<Line> lines() {
        return () -> new Lines(chunks);
    }

    @Override
    public void eachRow(Visitor visitor) {
        for (Line line : lines()) {
            visitor.row(line.enabled(), line.pinned(), line.gold());
        }
    }

    int chunkOf(int row) {
        if (row < 0 || row >= size()) {
            throw new IndexOutOfBoundsException("row " + row + " of " + size());
        }
        int at = Arrays.binarySearch(starts, row);
        return at >= 0 ? at : -at - 2;
    }

    int start(int chunk) {
        return starts[chunk];
    }

    /// The row of the example with that id, or -1. The first calls after rows moved walk over all
    /// lines (milliseconds for a million), later ones use an index.
    @Override
    public int indexOfId(String id) {
        IdIndex known = index;
        if (known == null) {
            if (++searches < 4 && size() > 1000) {
                return IdIndex.search(this, id);
            }
            known = prepared();
        }
        return known.find(this, id);
    }

    /// The example with that id.
    public Optional<Example> byId(String id) {
        int row = indexOfId(id);
        return row < 0 ? Optional.empty() : Optional.of(get(row));
    }

    private IdIndex prepared() {
        IdIndex built = new IdIndex(this);
        index = built;
        return built;
    }

    /// An id no example has: the given one, or the given one with a number behind.
    public String freshId(String wanted) {
        String base = wanted.isBlank() ? "example" : wanted;
        String id = base;
        for (int n = 2; indexOfId(id) >= 0; n++) {
            id = base + "-" + n;
        }
        return id;
    }

    /// With another example in that row.
    ///
    /// @throws IllegalArgumentException when another row has its id
    public Examples with(int row, Example example) {
        Line before = line(row);
        if (before.example().equals(example)) {
            return this;
        }
        boolean sameId = before.example().id().equals(example.id());
        if (!sameId) {
            refuseId(example.id());
        }
        int chunk = chunkOf(row);
        Line[][] changed = chunks.clone();
        changed[chunk] = chunks[chunk].clone();
        changed[chunk][row - starts[chunk]] = Line.of(example);
        return new Examples(changed, this, sameId);
    }

    /// With each of these rows changed; ids must stay as they are.
    public Examples mapped(BitSet rows, UnaryOperator<Example> change) {
        Line @Nullable [][] changed = null;
        for (int chunk = 0; chunk < chunks.length; chunk++) {
            Line[] lines = chunks[chunk];
            int start = starts[chunk];
            int end = start + lines.length;
            for (int row = rows.nextSetBit(start); row >= 0 && row < end; ) {
                Example before = lines[row - start].example();
                Example after = change.apply(before);
                if (!after.equals(before)) {
                    if (!after.id().equals(before.id())) {
                        throw new IllegalArgumentException("an id changed: " + before.id());
                    }
                    if (lines == chunks[chunk]) {
                        lines = lines.clone();
                    }
                    lines[row - start] = Line.of(after);
                }
                row = rows.nextSetBit(row + 1);
            }
            if (lines != chunks[chunk]) {
                changed = changed == null ? chunks.clone() : changed;
                changed[chunk] = lines;
            }
        }
        return changed == null ? this : new Examples(changed, this, true);
    }

    /// With new examples before that row; `size()` appends.
    ///
    /// @throws IllegalArgumentException when an id is taken already or given twice
    public Examples inserted(int row, Collection<Example> examples) {
        if (examples.isEmpty()) {
            return this;
        }
        LineSet ids = new LineSet();
        List<Line> lines = new ArrayList<>(examples.size());
        if (examples instanceof Examples kept) {
            // Lines are taken as they are, so that a million need not be decoded.
            for (int i = 0; i < kept.size(); i++) {
                add(kept.line(i), ids, lines);
            }
        } else {
            for (Example example : examples) {
                add(Line.of(example), ids, lines);
            }
        }
        ExamplesBuilder built = new ExamplesBuilder();
        built.copy(this, 0, row);
        lines.forEach(built::add);
        return built.copy(this, row, size()).build();
    }

    private void add(Line line, LineSet ids, List<Line> lines) {
        refuseId(line.id());
        if (ids.add(line).isPresent()) {
            throw new IllegalArgumentException("the id " + line.id() + " is given twice");
        }
        lines.add(line);
    }

    private void refuseId(String id) {
        if (indexOfId(id) >= 0) {
            throw new IllegalArgumentException("the id " + id + " is taken");
        }
    }

    /// Without these rows.
    public Examples removed(BitSet rows) {
        if (rows.nextSetBit(0) < 0 || rows.nextSetBit(0) >= size()) {
            return this;
        }
        return copyWithout(new ExamplesBuilder(), rows, 0, size()).build();
    }

    /// With these rows, in their order, standing before what is now row `to` (`size()`: at the
    /// end).
    public Examples moved(BitSet rows, int to) {
        ExamplesBuilder built = copyWithout(new ExamplesBuilder(), rows, 0, to);
        for (int row = rows.nextSetBit(0); row >= 0 && row < size(); ) {
            int end = Math.min(rows.nextClearBit(row), size());
            built.copy(this, row, end);
            row = rows.nextSetBit(end);
        }
        Examples moved = copyWithout(built, rows, to, size()).build();
        return Patch.between(this, moved).isNothing() ? this : moved;
    }

    private ExamplesBuilder copyWithout(ExamplesBuilder built, BitSet rows, int from, int to) {
        for (int row = rows.nextClearBit(from); row < to; ) {
            int set = rows.nextSetBit(row);
            int end = set < 0 ? to : Math.min(set, to);
            built.copy(this, row, end);
            row = rows.nextClearBit(end);
        }
        return built;
    }

    /// In another order: row `i` of the result is row `order[i]` of this.
    public Examples arranged(int[] order) {
        BitSet seen = new BitSet();
        ExamplesBuilder built = new ExamplesBuilder();
        for (int row : order) {
            if (seen.get(row)) {
                throw new IllegalArgumentException("row " + row + " is named twice");
            }
            seen.set(row);
            built.add(line(row));
        }
        if (order.length != size()) {
            throw new IllegalArgumentException(order.length + " of " + size() + " rows are named");
        }
        return built.build();
    }

    /// The rows of these ids; unknown ids are left out.
    public BitSet rows(Collection<String> ids) {
        BitSet rows = new BitSet();
        for (String id : ids) {
            int row = indexOfId(id);
            if (row >= 0) {
                rows.set(row);
            }
        }
        return rows;
    }

    private static final class Lines implements Iterator<Line> {
        private final Line[][] chunks;
        private int chunk;
        private int row;

        Lines(Line[][] chunks) {
            this.chunks = chunks;
        }

        @Override
        public boolean hasNext() {
            return chunk < chunks.length;
        }

        @Override
        public Line next() {
            if (chunk == chunks.length) {
                throw new NoSuchElementException();
            }
            Line[] lines = chunks[chunk];
            Line line = lines[row];
            if (++row == lines.length) {
                row = 0;
                chunk++;
            }
            return line;
        }
    }
}
