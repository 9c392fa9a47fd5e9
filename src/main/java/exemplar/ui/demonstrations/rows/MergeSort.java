package exemplar.ui.demonstrations.rows;

/// A stable merge sort of plain integers by a comparison, which the JDK has only for objects. It
/// stops when its thread is interrupted.
final class MergeSort {
    private static final int SMALL = 12;

    interface Comparison {
        int of(int a, int b);
    }

    private MergeSort() {}

    /// The values in order.
    static int[] of(int[] values, Comparison comparison) throws InterruptedException {
        int[] sorted = values.clone();
        sort(sorted, values.clone(), 0, values.length, comparison);
        return sorted;
    }

    private static void sort(int[] into, int[] from, int start, int end, Comparison comparison)
            throws InterruptedException {
        if (end - start <= SMALL) {
            insert(into, start, end, comparison);
            return;
        }
        if (end - start > 4096 && Thread.interrupted()) {
            throw new InterruptedException();
        }
        int middle = (start + end) >>> 1;
        sort(from, into, start, middle, comparison);
        sort(from, into, middle, end, comparison);
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft =
                    right >= end || (left < middle && comparison.of(from[left], from[right]) <= 0);
            into[i] = takeLeft ? from[left++] : from[right++];
        }
    }

    private static void insert(int[] values, int start, int end, Comparison comparison) {
        for (int i = start + 1; i < end; i++) {
            int value = values[i];
            int at = i;
            while (at > start && comparison.of(values[at - 1], value) > 0) {
                values[at] = values[at - 1];
                at--;
            }
            values[at] = value;
        }
    }
}
