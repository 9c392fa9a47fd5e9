package exemplar.ui.demonstrations.rows;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/// Where rows land when they are moved: by key one place up or down, or dragged to a gap. All of it
/// is about positions in the list as stored, so a move is only offered where the table shows that
/// order.
public final class Reorder {
    /// A move of rows, ascending, to stand together before another row.
    ///
    /// @param rows positions before the move, ascending
    /// @param before position before the move of the row they are put before; the size of the list
    ///   puts them at the end
    public record Move(int[] rows, int before) {
        /// The positions of the moved rows after the move.
        public int[] landed() {
            int first = before;
            for (int row : rows) {
                if (row < before) {
                    first--;
                }
            }
            int[] landed = new int[rows.length];
            Arrays.setAll(landed, i -> i);
            for (int i = 0; i < landed.length; i++) {
                landed[i] += first;
            }
            return landed;
        }
    }

    private Reorder() {}

    /// One place up; nothing when the first of them is the first shown.
    ///
    /// @param shown the rows of the table, in the order of the list
    /// @param selected positions in the list
    public static Optional<Move> up(int[] shown, BitSet selected) {
        int at = Arrays.binarySearch(shown, selected.nextSetBit(0));
        if (selected.isEmpty() || at < 0) {
            return Optional.empty();
        }
        if (at == 0) {
            return isBlock(shown, selected) ? Optional.empty() : move(selected, shown[0]);
        }
        return move(selected, shown[at - 1]);
    }

    /// One place down; nothing when the last of them is the last shown.
    public static Optional<Move> down(int[] shown, BitSet selected, int size) {
        int at = selected.isEmpty() ? -1 : Arrays.binarySearch(shown, selected.length() - 1);
        if (at < 0) {
            return Optional.empty();
        }
        if (at == shown.length - 1) {
            return isBlock(shown, selected)
                    ? Optional.empty()
                    : move(selected, shown[shown.length - 1] + 1);
        }
        return move(selected, Math.min(size, shown[at + 1] + 1));
    }

    /// Dropped into the gap above a shown row.
    ///
    /// @param gap 0 is above the first shown row, the number of shown rows is below the last
    public static Optional<Move> drop(int[] shown, BitSet selected, int gap) {
        if (selected.isEmpty() || shown.length == 0 || gap < 0 || gap > shown.length) {
            return Optional.empty();
        }
        int before = gap == shown.length ? shown[gap - 1] + 1 : shown[gap];
        Move move = new Move(selected.stream().toArray(), before);
        return Arrays.equals(move.rows(), move.landed()) ? Optional.empty() : Optional.of(move);
    }

    private static Optional<Move> move(BitSet selected, int before) {
        return Optional.of(new Move(selected.stream().toArray(), before));
    }

    private static boolean isBlock(int[] shown, BitSet selected) {
        int first = Arrays.binarySearch(shown, selected.nextSetBit(0));
        int last = Arrays.binarySearch(shown, selected.length() - 1);
        return last - first + 1 == selected.cardinality();
    }
}
