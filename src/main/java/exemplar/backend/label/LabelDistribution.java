package exemplar.backend.label;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How likely each label is, in the order of the task's labels.
///
/// @param scores one for each label
/// @param method how they were found
/// @param samples drawn answers, of which [#unparsed] named no label; 0 unless sampled
/// @param unparsed drawn answers that named no label
/// @param note what a reader must know of these numbers; empty when there is nothing
public record LabelDistribution(
        List<LabelScore> scores, Method method, int samples, int unparsed, String note) {

    public LabelDistribution {
        scores = List.copyOf(scores);
    }

    /// From log-scores; the probabilities are their softmax.
    static LabelDistribution of(
            List<String> labels,
            double[] score,
            int[] tokens,
            boolean[] atMost,
            Method method,
            String note) {
        double[] p = Calibration.softmax(score);
        List<LabelScore> scores = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            scores.add(
                    new LabelScore(
                            labels.get(i),
                            score[i],
                            p[i],
                            tokens[i],
                            atMost[i],
                            java.util.Optional.empty()));
        }
        return new LabelDistribution(scores, method, 0, 0, note);
    }

    /// Probabilities in label order.
    public double[] probabilities() {
        return scores.stream().mapToDouble(LabelScore::probability).toArray();
    }

    /// The same labels with other probabilities; the scores stay as they were.
    LabelDistribution withProbabilities(double[] p) {
        List<LabelScore> changed = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            LabelScore s = scores.get(i);
            changed.add(
                    new LabelScore(
                            s.label(), s.score(), p[i], s.tokens(), s.atMost(), s.interval()));
        }
        return new LabelDistribution(changed, method, samples, unparsed, note);
    }

    /// Labels by falling probability; the earlier label first where two are equal.
    public List<LabelScore> ranked() {
        return scores.stream()
                .sorted(Comparator.comparingDouble(LabelScore::probability).reversed())
                .toList();
    }

    /// The likeliest label.
    public String predicted() {
        return ranked().getFirst().label();
    }

    /// The likeliest labels, as many as wanted.
    public List<String> ambiguous(int most) {
        return ranked().stream().limit(most).map(LabelScore::label).toList();
    }

    /// The likeliest label's probability less the second's; 1 with a single label.
    public double margin() {
        List<LabelScore> ranked = ranked();
        return ranked.size() < 2 ? 1 : ranked.get(0).probability() - ranked.get(1).probability();
    }

    /// Shannon entropy in bits.
    public double entropyBits() {
        double h = 0;
        for (LabelScore s : scores) {
            if (s.probability() > 0) {
                h -= s.probability() * Math.log(s.probability()) / Math.log(2);
            }
        }
        return h;
    }

    /// Entropy as a share of the most these labels can have; 0 with a single label.
    public double normalizedEntropy() {
        return scores.size() < 2 ? 0 : entropyBits() * Math.log(2) / Math.log(scores.size());
    }

    /// Whether these are frequencies of drawn answers.
    public boolean isEstimate() {
        return method == Method.SAMPLED;
    }

    /// How a report names the way, such as `sampled, n = 20, estimate`.
    public String way() {
        return isEstimate()
                ? method.written() + ", n = " + samples + ", estimate"
                : method.written();
    }
}
