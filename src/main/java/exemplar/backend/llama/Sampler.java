package exemplar.backend.llama;

import exemplar.backend.Sampling;
import java.util.SplittableRandom;

/// Draws the next token from the model's logits: greedy at temperature 0, otherwise from the top k
/// within the nucleus p, by a seeded generator, so that the same seed gives the same answer.
final class Sampler {
    private final double temperature;
    private final int topK;
    private final double topP;
    private final SplittableRandom random;

    Sampler(Sampling sampling) {
        temperature = sampling.temperature().orElse(0);
        topK = sampling.topK().orElse(40);
        topP = sampling.topP().orElse(1);
        random = new SplittableRandom(sampling.seed().orElse(0));
    }

    int next(float[] logits) {
        return temperature <= 0 ? best(logits) : draw(logits);
    }

    private static int best(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }

    private int draw(float[] logits) {
        int k = Math.clamp(topK, 1, logits.length);
        int[] top = top(logits, k);
        double[] weights = new double[k];
        double sum = 0;
        for (int i = 0; i < k; i++) {
            weights[i] = Math.exp((logits[top[i]] - logits[top[0]]) / temperature);
            sum += weights[i];
        }
        double kept = 0;
        int n = 0;
        while (n < k && (n == 0 || kept < topP * sum)) {
            kept += weights[n++];
        }
        double at = random.nextDouble() * kept;
        for (int i = 0; i < n; i++) {
            at -= weights[i];
            if (at < 0) {
                return top[i];
            }
        }
        return top[n - 1];
    }

    /// The k largest, largest first; of equal ones the lower index.
    static int[] top(float[] logits, int k) {
        java.util.PriorityQueue<Integer> heap =
                new java.util.PriorityQueue<>((a, b) ->
                        logits[a] != logits[b]
                                ? Float.compare(logits[a], logits[b])
                                : Integer.compare(b, a));
        for (int i = 0; i < logits.length; i++) {
            if (heap.size() < k) {
                heap.add(i);
            } else if (logits[i] > logits[heap.element()]) {
                heap.remove();
                heap.add(i);
            }
        }
        int[] top = new int[k];
        for (int i = k - 1; i >= 0; i--) {
            top[i] = heap.remove();
        }
        return top;
    }
}
