package exemplar.evidence;

import java.util.Arrays;
import java.util.List;

/// Pairs of texts that share most of their shingles, found by MinHash signatures in bands (Broder
/// 1997; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4) and then measured exactly.
/// With 16 bands of 4, a pair at the threshold is missed about once in 400.
final class NearPairs {
    /// Above this many texts nothing is compared; exact and normalised twins are still found.
    static final int LIMIT = 100_000;

    /// Share of common shingles from which two texts count as nearly the same.
    static final double THRESHOLD = 0.75;

    private static final int BANDS = 16;
    private static final int ROWS = 4;

    /// In a bucket of many look-alikes each text is compared with this many before it, no more.
    private static final int LOOK_BACK = 24;

    /// How far back a text looks for one worth comparing.
    private static final int FAR_BACK = 2_000;

    /// Told of every pair, `a < b`.
    interface Pair {
        void of(int a, int b, double similarity);

        /// Whether the pair is worth measuring; a cheap way out for what is already known.
        default boolean wants(int a, int b) {
            return true;
        }
    }

    private NearPairs() {}

    /// Visits the near pairs of the texts; a pair may be visited more than once.
    ///
    /// @param texts plain texts
    /// @throws InterruptedException when the thread is interrupted
    static void visit(List<String> texts, Pair pairs) throws InterruptedException {
        if (texts.size() > LIMIT) {
            return;
        }
        int size = texts.size();
        int[] signatures = new int[size * BANDS * ROWS];
        for (int text = 0; text < size; text++) {
            stopIfInterrupted(text);
            sign(Shingles.of(texts.get(text)), signatures, text * BANDS * ROWS);
        }
        long[] keys = new long[size];
        for (int band = 0; band < BANDS; band++) {
            for (int text = 0; text < size; text++) {
                keys[text] = bandKey(signatures, text, band);
            }
            SortedHashes.runs(size, text -> keys[text], bucket -> measure(bucket, texts, pairs));
        }
    }

    private static void measure(int[] bucket, List<String> texts, Pair pairs)
            throws InterruptedException {
        int[][] shingles = new int[bucket.length][];
        for (int j = 1; j < bucket.length; j++) {
            stopIfInterrupted(j);
            int measured = 0;
            for (int i = j - 1; i >= 0 && measured < LOOK_BACK; i--) {
                if (!pairs.wants(bucket[i], bucket[j])) {
                    if (j - i > FAR_BACK) {
                        break;
                    }
                    continue;
                }
                measured++;
                int[] a = shingles(shingles, i, bucket, texts);
                int[] b = shingles(shingles, j, bucket, texts);
                double similarity = Shingles.similarity(a, b);
                if (similarity >= THRESHOLD) {
                    pairs.of(bucket[i], bucket[j], similarity);
                }
            }
        }
    }

    private static int[] shingles(int[][] known, int at, int[] bucket, List<String> texts) {
        int[] of = known[at];
        if (of == null) {
            of = Shingles.of(texts.get(bucket[at]));
            known[at] = of;
        }
        return of;
    }

    private static void sign(int[] shingles, int[] signatures, int from) {
        Arrays.fill(signatures, from, from + BANDS * ROWS, Integer.MAX_VALUE);
        for (int shingle : shingles) {
            long spread = Spread.of(shingle);
            int step = (int) (spread >>> 32) | 1;
            int value = (int) spread;
            for (int k = 0; k < BANDS * ROWS; k++) {
                value += step;
                int mixed = value * 0x9e3779b1;
                mixed = (mixed ^ (mixed >>> 15)) & Integer.MAX_VALUE;
                if (mixed < signatures[from + k]) {
                    signatures[from + k] = mixed;
                }
            }
        }
    }

    private static long bandKey(int[] signatures, int text, int band) {
        long key = band + 1;
        int from = (text * BANDS + band) * ROWS;
        for (int k = 0; k < ROWS; k++) {
            key = Spread.of(key * 31 + signatures[from + k]);
        }
        return key == 0 ? 1 : key;
    }

    private static void stopIfInterrupted(int step) throws InterruptedException {
        if ((step & 0xff) == 0 && Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
