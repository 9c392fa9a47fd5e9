package exemplar.stats;

import java.util.HashMap;
import java.util.Map;

/// chrF2: the F-score (β = 2) of character n-grams, n = 1…6, blanks left out (M. Popović 2015), as
/// sacreBLEU computes it for one sentence and one reference.
public final class Chrf {
    private static final int ORDER = 6;
    private static final double BETA2 = 4;

    private Chrf() {}

    /// The score in [0, 100].
    public static double score(String hypothesis, String reference) {
        int[] hyp = withoutBlanks(hypothesis);
        int[] ref = withoutBlanks(reference);
        double precisions = 0;
        double recalls = 0;
        int orders = 0;
        for (int n = 1; n <= ORDER; n++) {
            Map<String, Integer> h = ngrams(hyp, n);
            Map<String, Integer> r = ngrams(ref, n);
            int hTotal = Math.max(0, hyp.length - n + 1);
            int rTotal = Math.max(0, ref.length - n + 1);
            // An order counts only where both sides are long enough to have it.
            if (hTotal > 0 && rTotal > 0) {
                int matches = 0;
                for (Map.Entry<String, Integer> e : h.entrySet()) {
                    matches += Math.min(e.getValue(), r.getOrDefault(e.getKey(), 0));
                }
                precisions += (double) matches / hTotal;
                recalls += (double) matches / rTotal;
                orders++;
            }
        }
        if (orders == 0) {
            return 0;
        }
        double p = precisions / orders;
        double r = recalls / orders;
        return p + r == 0 ? 0 : 100 * (1 + BETA2) * p * r / (BETA2 * p + r);
    }

    private static int[] withoutBlanks(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .toArray();
    }

    private static Map<String, Integer> ngrams(int[] points, int n) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i + n <= points.length; i++) {
            counts.merge(new String(points, i, n), 1, Integer::sum);
        }
        return counts;
    }
}
