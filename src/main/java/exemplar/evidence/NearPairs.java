package exemplar.evidence;

import java.util.Arrays;
import java.util.function.IntFunction;

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
    /// @param size how many texts there are
    /// @param texts plain texts, asked for when one is looked at: all of them at once would take
    ///   more memory than the examples
    /// @throws InterruptedException when the thread is interrupted
    static void visit(int size, IntFunction<String> texts, Pair pairs) throws InterruptedException {
        if (size > LIMIT) {
            return;
        }
        int[][] keys = new int[BANDS][size];
        int[] signature = new int[BANDS * ROWS];
        for (int text = 0; text < size; text++) {
            stopIfInterrupted(text);
            sign(Shingles.of(texts.apply(text)), signature);
            for (int band = 0; band < BANDS; band++) {
                keys[band][text] = bandKey(signature, band);
            }
        }
        for (int[] band : keys) {
            SortedHashes.runs(size, text -> band[text], bucket -> measure(bucket, texts, pairs));
        }
    }

    private static void measure(int[] bucket, IntFunction<String> texts, Pair pairs)
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

    private static int[] shingles(int[][] known, int at, int[] bucket, IntFunction<String> texts) {
        int[] of = known[at];
        if (of == null) {
            of = Shingles.of(texts.apply(bucket[at]));
            known[at] = of;
        }
        return of;
    }

    private static void sign(int[] shingles, int[] signature) {
        Arrays.fill(signature, Integer.MAX_VALUE);
        for (int shingle : shingles) {
            long spread = Spread.of(shingle);
            int step = (int) (spread >>> 32) | 1;
            int value = (int) spread;
            for (int k = 0; k < signature.length; k++) {
                value += step;
                int mixed = value * 0x9e3779b1;
                mixed = (mixed ^ (mixed >>> 15)) & Integer.MAX_VALUE;
                if (mixed < signature[k]) {
                    signature[k] = mixed;
                }
            }
        }
    }

    /// Half of the hash will do: what shares it by chance is measured and found to differ.
    private static int bandKey(int[] signature, int band) {
        long key = band + 1;
        for (int k = band * ROWS; k < (band + 1) * ROWS; k++) {
            key = Spread.of(key * 31 + signature[k]);
        }
        return (int) key == 0 ? 1 : (int) key;
    }

    private static void stopIfInterrupted(int step) throws InterruptedException {
        if ((step & 0xff) == 0 && Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
