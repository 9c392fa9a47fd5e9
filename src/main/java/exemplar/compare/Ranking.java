package exemplar.compare;

import exemplar.compare.Judgement.Verdict;
import exemplar.model.Task;
import exemplar.stats.Interval;
import exemplar.stats.Paired;
import exemplar.stats.Wilson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which variant does better, and whether that can be said: a score for each, and each pair tested
/// on the items that both have answered. Labels asked once are held against each other by McNemar's
/// exact test, texts and repeated labels by their mean score for each item.
///
/// @param standings in the order of the board's columns
/// @param contrasts every pair with at least one common item
public record Ranking(List<Standing> standings, List<Contrast> contrasts) {

    public Ranking {
        standings = List.copyOf(standings);
        contrasts = List.copyOf(contrasts);
    }

    /// Ranks the variants of a plan by the trials that ended.
    public static Ranking of(Task task, Plan plan, List<Trial> trials) {
        Map<Variant, Map<String, double[]>> scores = new LinkedHashMap<>();
        plan.variants().forEach(v -> scores.put(v, new LinkedHashMap<>()));
        for (Trial t : trials) {
            Map<String, double[]> mine = scores.get(t.cell().variant());
            if (mine != null
                    && t.state() == Trial.State.DONE
                    && t.judgement().verdict() != Verdict.NO_GOLD) {
                double[] sum = mine.computeIfAbsent(t.cell().item(), i -> new double[2]);
                sum[0] += t.judgement().score();
                sum[1]++;
            }
        }
        boolean shares = task.kind() == Task.Kind.CLASSIFY && plan.repeats() == 1;
        List<Standing> standings = new ArrayList<>();
        scores.forEach((v, s) -> standings.add(standing(v, s, shares)));
        return new Ranking(standings, contrasts(plan.variants(), scores, shares));
    }

    private static double mean(double[] sum) {
        return sum[0] / sum[1];
    }

    private static Standing standing(Variant v, Map<String, double[]> items, boolean shares) {
        double[] values = items.values().stream().mapToDouble(Ranking::mean).toArray();
        Interval score =
                shares
                        ? Wilson.interval(
                                items.values().stream().filter(s -> mean(s) == 1).count(),
                                values.length)
                        : within(Paired.mean95(values));
        return new Standing(v, values.length, score);
    }

    private static Interval within(Interval i) {
        return new Interval(i.estimate(), Math.max(0, i.low()), Math.min(1, i.high()));
    }

    private static List<Contrast> contrasts(
            List<Variant> variants, Map<Variant, Map<String, double[]>> scores, boolean shares) {
        List<Contrast> raw = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            for (int j = i + 1; j < variants.size(); j++) {
                Variant a = variants.get(i);
                Variant b = variants.get(j);
                Map<String, double[]> first = scores.getOrDefault(a, Map.of());
                Map<String, double[]> second = scores.getOrDefault(b, Map.of());
                Paired there = paired(first, second, shares);
                if (there.n() > 0) {
                    raw.add(
                            there.difference().estimate() < 0
                                    ? new Contrast(b, a, paired(second, first, shares), 1)
                                    : new Contrast(a, b, there, 1));
                }
            }
        }
        double[] held = Paired.holm(raw.stream().mapToDouble(c -> c.paired().p()).toArray());
        List<Contrast> all = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            Contrast c = raw.get(i);
            all.add(new Contrast(c.better(), c.other(), c.paired(), held[i]));
        }
        return all;
    }

    private static Paired paired(
            Map<String, double[]> first, Map<String, double[]> second, boolean shares) {
        int[] cells = new int[4];
        List<Double> differences = new ArrayList<>();
        first.forEach((item, sum) -> {
            double[] other = second.get(item);
            if (other != null) {
                double one = mean(sum);
                double two = mean(other);
                cells[(one == 1 ? 0 : 2) + (two == 1 ? 0 : 1)]++;
                differences.add(one - two);
            }
        });
        return shares
                ? Paired.shares(cells[0], cells[1], cells[2], cells[3])
                : Paired.means(differences.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
