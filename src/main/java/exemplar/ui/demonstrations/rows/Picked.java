package exemplar.ui.demonstrations.rows;

import exemplar.study.Examples;
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

    /// The same examples in a later version of the list, wherever they stand there. Where the lead
    /// is gone, what took its place leads.
    public Picked following(Examples before, Examples after) {
        if (after.isEmpty()) {
            return NOTHING;
        }
        BitSet there = new BitSet();
        rows.stream()
                .filter(row -> row < before.size())
                .map(row -> where(row, before, after))
                .filter(row -> row >= 0)
                .forEach(there::set);
        int led = lead < 0 || lead >= before.size() ? -1 : where(lead, before, after);
        if (led < 0 && there.isEmpty()) {
            return one(Math.clamp(lead, 0, after.size() - 1));
        }
        return new Picked(there, led < 0 ? there.nextSetBit(0) : led);
    }

    /// Most examples stand where they stood; only the others are looked for.
    private static int where(int row, Examples before, Examples after) {
        String id = before.line(row).id();
        boolean stayed = row < after.size() && after.line(row).id().equals(id);
        return stayed ? row : after.indexOfId(id);
    }

    public int count() {
        return rows.cardinality();
    }

    public boolean isEmpty() {
        return lead < 0;
    }
}
