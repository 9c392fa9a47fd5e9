package exemplar.ui.demonstrations.rows;

import java.util.BitSet;

/// Which examples are selected, as positions in the list.
///
/// @param rows never changed once it is here
/// @param lead the one whose detail is shown, -1 when nothing is selected
public record Picked(BitSet rows, int lead) {
    public static final Picked NOTHING = new Picked(new BitSet(), -1);

    /// One row.
    public static Picked one(int row) {
        return run(row, 1);
    }

    /// A run of rows; the first is the lead.
    public static Picked run(int first, int count) {
        BitSet rows = new BitSet();
        rows.set(first, first + count);
        return new Picked(rows, count == 0 ? -1 : first);
    }

    public int count() {
        return rows.cardinality();
    }

    public boolean isEmpty() {
        return lead < 0;
    }
}
