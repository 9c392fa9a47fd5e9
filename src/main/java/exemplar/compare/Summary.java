package exemplar.compare;

import exemplar.compare.Judgement.Verdict;
import exemplar.model.Task;
import exemplar.stats.Interval;
import exemplar.stats.Wilson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the finished trials of one variant add up to.
///
/// @param judged trials that answered and have a gold output
/// @param right of those
/// @param unparsed of those: no label could be read; they count as not right
/// @param failed trials that ended without an answer; they are in no score
/// @param accuracy right of judged, with its Wilson interval (95 %)
/// @param macroF1 unweighted mean over labels of the F1 score, NaN unless the task classifies
/// @param meanScore mean of the trials' scores (chrF2 / 100 for texts)
/// @param promptTokens sum over trials that know it
/// @param answerTokens sum over trials that know it
/// @param meanMillis mean time of a trial
public record Summary(
        Variant variant,
        int judged,
        int right,
        int unparsed,
        int failed,
        Interval accuracy,
        double macroF1,
        double meanScore,
        long promptTokens,
        long answerTokens,
        double meanMillis) {

    /// A summary for each variant, in the order of first appearance. The latest trial of a cell
    /// counts.
    ///
    /// @param golds gold output by item id
    public static List<Summary> of(Task task, List<Trial> trials, Map<String, String> golds) {
        Map<Cell, Trial> latest = new LinkedHashMap<>();
        trials.forEach(t -> latest.put(t.cell(), t));
        Map<Variant, List<Trial>> byVariant = new LinkedHashMap<>();
        latest.values()
                .forEach(t ->
                        byVariant
                                .computeIfAbsent(t.cell().variant(), v -> new ArrayList<>())
                                .add(t));
        return byVariant.entrySet().stream()
                .map(e -> one(task, e.getKey(), e.getValue(), golds))
                .toList();
    }

    private static Summary one(
            Task task, Variant variant, List<Trial> trials, Map<String, String> golds) {
        List<Trial> answered = trials.stream().filter(t -> t.state() == Trial.State.DONE).toList();
        List<Trial> judged =
                answered.stream().filter(t -> t.judgement().verdict() != Verdict.NO_GOLD).toList();
        int right = count(judged, Verdict.RIGHT);
        return new Summary(
                variant,
                judged.size(),
                right,
                count(judged, Verdict.UNPARSED),
                (int) trials.stream().filter(t -> t.state() == Trial.State.FAILED).count(),
                Wilson.interval(right, judged.size()),
                macroF1(task, judged, golds),
                judged.stream()
                        .mapToDouble(t -> t.judgement().score())
                        .average()
                        .orElse(Double.NaN),
                answered.stream().mapToLong(t -> Math.max(0, t.promptTokens())).sum(),
                answered.stream().mapToLong(t -> Math.max(0, t.answerTokens())).sum(),
                answered.stream().mapToLong(Trial::millis).average().orElse(Double.NaN));
    }

    private static int count(List<Trial> trials, Verdict verdict) {
        return (int) trials.stream().filter(t -> t.judgement().verdict() == verdict).count();
    }

    /// Labels that neither gold nor a prediction names are left out of the mean, as in scikit-learn
    /// when its `labels` are those present.
    private static double macroF1(Task task, List<Trial> judged, Map<String, String> golds) {
        if (task.kind() != Task.Kind.CLASSIFY || judged.isEmpty()) {
            return Double.NaN;
        }
        double sum = 0;
        int labels = 0;
        for (exemplar.model.Label label : task.labels()) {
            int both = 0;
            int predicted = 0;
            int gold = 0;
            for (Trial t : judged) {
                boolean p = t.judgement().predicted().equals(label.name());
                boolean g = label.name().equals(golds.getOrDefault(t.cell().item(), ""));
                both += p && g ? 1 : 0;
                predicted += p ? 1 : 0;
                gold += g ? 1 : 0;
            }
            if (predicted + gold > 0) {
                sum += 2.0 * both / (predicted + gold);
                labels++;
            }
        }
        return labels == 0 ? Double.NaN : sum / labels;
    }
}
