package exemplar.ui.demonstrations.rows;

import exemplar.study.Examples;
import java.util.BitSet;
import java.util.stream.IntStream;

/// The rows of the table: positions in the examples of one side, in the order shown.
///
/// @param rows never changed once it is here
/// @param filtered whether rows are left out
/// @param sorted whether they stand in another order than in the list
public record Shown(Examples examples, int[] rows, boolean filtered, boolean sorted) {

    /// Every row in its order.
    public static Shown all(Examples examples) {
        return new Shown(examples, IntStream.range(0, examples.size()).toArray(), false, false);
    }

    /// The same rows of a later version with as many examples.
    public Shown following(Examples later) {
        return new Shown(later, rows, filtered, sorted);
    }

    /// The rows that are still there in a shorter version.
    public Shown within(Examples later) {
        int[] left = IntStream.of(rows).filter(row -> row < later.size()).toArray();
        return new Shown(later, left, filtered, sorted);
    }

    /// The shown ones of these positions.
    public BitSet among(BitSet positions) {
        BitSet among = new BitSet();
        for (int row : rows) {
            if (positions.get(row)) {
                among.set(row);
            }
        }
        return among;
    }
}
