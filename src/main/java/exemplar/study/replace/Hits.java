package exemplar.study.replace;

import exemplar.model.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Every hit of a search, kept small: a million hits take sixteen megabytes. Hits are in the order
/// of the rows searched, then of the places, then of the text. Immutable once found.
public final class Hits {
    /// More hits than this are not kept.
    public static final int LIMIT = 4_000_000;

    /// A text that could not be searched.
    public record Unsearched(int row, Place place, String reason) {}

    /// What a hit changes.
    ///
    /// @param before the whole text
    /// @param hit where, and what takes its place
    public record Preview(String before, Finder.Hit hit) {
        /// The text with this hit alone replaced.
        public String after() {
            return before.substring(0, hit.start())
                    + hit.replacement()
                    + before.substring(hit.end());
        }
    }

    private final List<Example> searched;
    private final Finder finder;
    private final List<Place> places;
    private final List<Unsearched> unsearched = new ArrayList<>();
    private int[] rows = new int[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private byte[] where = new byte[64];
    private int size;
    private int examples;
    private boolean cut;

    Hits(List<Example> searched, Finder finder, List<Place> places) {
        this.searched = searched;
        this.finder = finder;
        this.places = List.copyOf(places);
    }

    /// @return false when the limit is reached
    boolean add(int row, int place, int start, int end) {
        if (size == LIMIT) {
            cut = true;
            return false;
        }
        if (size == rows.length) {
            int larger = Math.min(LIMIT, size * 2);
            rows = Arrays.copyOf(rows, larger);
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            where = Arrays.copyOf(where, larger);
        }
        if (size == 0 || rows[size - 1] != row) {
            examples++;
        }
        rows[size] = row;
        starts[size] = start;
        ends[size] = end;
        where[size++] = (byte) place;
        return true;
    }

    void skip(int row, int place, String reason) {
        if (unsearched.size() < 1_000) {
            unsearched.add(new Unsearched(row, places.get(place), reason));
        }
    }

    public int size() {
        return size;
    }

    /// How many examples have a hit.
    public int examples() {
        return examples;
    }

    /// Whether there are more hits than the limit.
    public boolean isCut() {
        return cut;
    }

    /// Texts on which the expression was given up; the first thousand.
    public List<Unsearched> unsearched() {
        return List.copyOf(unsearched);
    }

    /// The row of the list in which a hit is.
    public int row(int hit) {
        return rows[hit];
    }

    public Place place(int hit) {
        return places.get(where[hit]);
    }

    public int start(int hit) {
        return starts[hit];
    }

    public int end(int hit) {
        return ends[hit];
    }

    /// The example as it was when it was searched.
    public Example example(int hit) {
        return searched.get(rows[hit]);
    }

    /// The hit with the text around it.
    public Preview preview(int hit) {
        String text = place(hit).read(example(hit));
        try {
            for (Finder.Hit found : finder.hits(text, Patience.perText())) {
                if (found.start() == starts[hit]) {
                    return new Preview(text, found);
                }
            }
        } catch (OutOfPatience e) {
            // The same search succeeded before with the same patience; only an interrupt comes
            // here.
        }
        return new Preview(text, new Finder.Hit(starts[hit], ends[hit], ""));
    }

    Finder finder() {
        return finder;
    }
}
