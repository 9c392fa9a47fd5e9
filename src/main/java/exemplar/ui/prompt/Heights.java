package exemplar.ui.prompt;

import java.util.Arrays;
import java.util.List;

/// How high the blocks of a sheet are, in pixels: as measured when they were last in sight, or as
/// guessed by their length. For the toolkit's thread.
final class Heights {
    /// Space above the first block and below the last.
    private static final double ABOVE = 12;

    private static final double BELOW = 14;

    /// Between the rows of a block.
    private static final double GAP = 3;

    private double[] measured = {Double.NaN};
    private double columns = 1;
    private double row = -1;

    int size() {
        return measured.length;
    }

    /// One row with the space below it.
    double rowHeight() {
        return row + GAP;
    }

    /// Tells what guesses are made by.
    ///
    /// @param perRow characters that fit in a row
    /// @param rowHeight of a row without the space below it
    void assume(double perRow, double rowHeight) {
        columns = Math.max(1, Math.floor(perRow));
        row = rowHeight;
    }

    /// Forgets what was measured, for another width or font.
    void forget() {
        Arrays.fill(measured, Double.NaN);
    }

    /// Follows a change of the blocks.
    ///
    /// @param size how many there are now
    /// @param head blocks at the beginning that are the same as before
    /// @param tail blocks at the end that are
    void follow(int size, int head, int tail) {
        if (size == measured.length) {
            return;
        }
        double[] now = new double[size];
        Arrays.fill(now, Double.NaN);
        System.arraycopy(measured, 0, now, 0, head);
        System.arraycopy(measured, measured.length - tail, now, size - tail, tail);
        measured = now;
    }

    void put(int index, double height) {
        measured[index] = height;
    }

    /// Height of a block alone, once it was measured.
    double alone(int index) {
        return measured[index];
    }

    /// Height of a block with the space around the text.
    double of(int index, List<Sheet.Block> blocks) {
        double known = measured[index];
        if (Double.isNaN(known)) {
            Sheet.Block block = blocks.get(index);
            known = Math.max(1, Math.ceil((block.end() - block.start()) / columns)) * rowHeight();
        }
        return known + above(index) + below(index);
    }

    double above(int index) {
        return index == 0 ? ABOVE : 0;
    }

    double below(int index) {
        return index == measured.length - 1 ? BELOW : 0;
    }
}
