package exemplar.backend.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// What a label distribution is after the model's bias to labels is taken out. Pure functions; the
/// raw distribution stays with the caller.
public final class Calibration {
    /// Inputs without content (Zhao et al. 2021, "Calibrate Before Use", section 5).
    public static final List<String> CONTENT_FREE = List.of("N/A", "", "[MASK]");

    private static final int DOMAIN_TEXTS = 20;

    private Calibration() {}

    /// Contextual calibration (Zhao et al. 2021): each probability is divided by the one that
    /// inputs without content give, q = diag(p_cf)⁻¹ p, and the result made to add up to 1.
    ///
    /// @param contentFree distributions of the same prompt with content-free inputs; with texts of
    ///   the domain's words instead this is domain-context calibration (Fei et al. 2023)
    public static LabelDistribution contextual(
            LabelDistribution raw, List<LabelDistribution> contentFree) {
        return raw.withProbabilities(divide(raw.probabilities(), prior(contentFree)));
    }

    /// The mean over the content-free inputs of the labels' raw probabilities, made to add up to 1.
    public static double[] prior(List<LabelDistribution> contentFree) {
        if (contentFree.isEmpty()) {
            throw new IllegalArgumentException("calibration needs at least one content-free input");
        }
        double[] sum = new double[contentFree.getFirst().scores().size()];
        for (LabelDistribution d : contentFree) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += Math.exp(d.scores().get(i).score());
            }
        }
        double total = Arrays.stream(sum).sum();
        if (!(total > 0)) {
            // Likelihoods too small for a double: their shares still are not.
            return meanShares(contentFree);
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= total;
        }
        return sum;
    }

    private static double[] meanShares(List<LabelDistribution> contentFree) {
        double[] mean = new double[contentFree.getFirst().scores().size()];
        for (LabelDistribution d : contentFree) {
            double[] p = d.probabilities();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += p[i] / contentFree.size();
            }
        }
        return mean;
    }

    static double[] divide(double[] p, double[] prior) {
        double[] q = new double[p.length];
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            q[i] = p[i] / Math.max(prior[i], 1e-12);
            sum += q[i];
        }
        for (int i = 0; i < q.length; i++) {
            q[i] = sum > 0 ? q[i] / sum : 1.0 / q.length;
        }
        return q;
    }

    /// Domain-conditional pointwise mutual information (Holtzman et al. 2021): the log-likelihood
    /// after the full prompt less the one after a premise that only names the domain. The
    /// probabilities are the softmax of the differences.
    public static LabelDistribution pmi(LabelDistribution full, LabelDistribution domain) {
        double[] difference = new double[full.scores().size()];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = full.scores().get(i).score() - domain.scores().get(i).score();
        }
        return full.withProbabilities(softmax(difference));
    }

    /// Inputs of words drawn from texts of the domain: twenty, each as long as these texts are on
    /// average and a word more, in lower case, ending in a full stop of its own.
    ///
    /// @return none where the texts have no words
    public static List<String> domainTexts(List<String> texts, long seed) {
        List<String> words = new ArrayList<>();
        for (String text : texts) {
            for (String word : text.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        if (words.isEmpty()) {
            return List.of();
        }
        int length = (int) ((double) words.size() / texts.size()) + 1;
        SplittableRandom random = new SplittableRandom(seed);
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < DOMAIN_TEXTS; i++) {
            List<String> text = new ArrayList<>();
            for (int w = 0; w < length; w++) {
                text.add(words.get(random.nextInt(words.size())));
            }
            drawn.add(String.join(" ", text) + " .");
        }
        return drawn;
    }

    static double[] softmax(double[] scores) {
        double max = Arrays.stream(scores).max().orElse(0);
        double[] p = new double[scores.length];
        if (max == Double.NEGATIVE_INFINITY) {
            Arrays.fill(p, 1.0 / Math.max(1, p.length));
            return p;
        }
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.exp(scores[i] - max);
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }
}
