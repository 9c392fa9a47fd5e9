package exemplar.evidence;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/// Rows in the order of a hash, so that rows with the same hash lie side by side.
final class SortedHashes {
    /// Called with a run of rows of one hash, ascending.
    interface Run {
        void of(int[] rows) throws InterruptedException;
    }

    private SortedHashes() {}

    /// Visits every run of at least two rows with the same hash that is not 0.
    static void runs(int size, IntToLongFunction hashes, Run visitor) throws InterruptedException {
        long[] sorted = new long[size];
        int filled = 0;
        for (int row = 0; row < size; row++) {
            if (hashes.applyAsLong(row) != 0) {
                sorted[filled++] = hashes.applyAsLong(row);
            }
        }
        Arrays.sort(sorted, 0, filled);
        int repeated = 0;
        for (int i = 1; i < filled; i++) {
            boolean isNew = repeated == 0 || sorted[repeated - 1] != sorted[i];
            if (sorted[i] == sorted[i - 1] && isNew) {
                sorted[repeated++] = sorted[i];
            }
        }
        if (repeated == 0) {
            return;
        }
        int[][] runs = new int[repeated][];
        int[] counts = new int[repeated];
        for (int row = 0; row < size; row++) {
            if ((row & 0xffff) == 0 && Thread.interrupted()) {
                throw new InterruptedException();
            }
            long hash = hashes.applyAsLong(row);
            int at = hash == 0 ? -1 : Arrays.binarySearch(sorted, 0, repeated, hash);
            if (at >= 0) {
                int[] run = runs[at] == null ? new int[2] : runs[at];
                if (counts[at] == run.length) {
                    run = Arrays.copyOf(run, run.length * 2);
                }
                run[counts[at]++] = row;
                runs[at] = run;
            }
        }
        for (int i = 0; i < repeated; i++) {
            visitor.of(Arrays.copyOf(runs[i], counts[i]));
        }
    }
}
