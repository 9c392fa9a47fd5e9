package exemplar.ui.demonstrations.table;

import exemplar.study.Examples;
import exemplar.study.line.Line;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import javafx.collections.ObservableListBase;

/// The rows of the table: positions in a list of examples. It holds no object of its own per row,
/// so a million rows appear at once.
public final class RowList extends ObservableListBase<Line> {
    private Examples source = Examples.NONE;
    private int[] positions = new int[0];

    /// Shows other rows, or other examples in the same rows.
    ///
    /// @return whether rows came, went or moved; when they did not, only what is on the screen has
    ///   to be read again
    public boolean show(Examples examples, int[] rows) {
        boolean same = rows == positions || Arrays.equals(rows, positions);
        if (same) {
            source = examples;
            positions = rows;
            return false;
        }
        List<Line> before = new Positions(source, positions);
        beginChange();
        source = examples;
        positions = rows;
        nextReplace(0, rows.length, before);
        endChange();
        return true;
    }

    /// The position in the list of examples of a row of the table.
    public int position(int row) {
        return positions[row];
    }

    /// The row that shows a position, -1 when none does. Positions may be in any order.
    public int rowOf(int position) {
        if (position < positions.length && position >= 0 && positions[position] == position) {
            return position;
        }
        for (int row = 0; row < positions.length; row++) {
            if (positions[row] == position) {
                return row;
            }
        }
        return -1;
    }

    @Override
    public Line get(int row) {
        return source.line(positions[row]);
    }

    @Override
    public int size() {
        return positions.length;
    }

    private static final class Positions extends AbstractList<Line> {
        private final Examples source;
        private final int[] positions;

        Positions(Examples source, int[] positions) {
            this.source = source;
            this.positions = positions;
        }

        @Override
        public Line get(int row) {
            return source.line(positions[row]);
        }

        @Override
        public int size() {
            return positions.length;
        }
    }
}
