package exemplar.backend.label;

import exemplar.backend.Fault;
import exemplar.backend.NextTokens;
import exemplar.backend.NextTokens.Chance;
import exemplar.backend.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Scores labels by the likeliest next tokens, going deeper where several labels begin alike.
///
/// A label's probability is that of the tokens up to the one at which no other label goes on the
/// same way. A label that is the beginning of another gets what is left when the other's
/// continuation is taken off. A label whose token is not told has at most the smallest probability
/// that was told, and is marked so.
final class TokenWalk {
    private final NextTokens tokens;
    private final String model;
    private final Request.Input prompt;
    private final int most;
    private final List<String> words;
    private final double[] mass;
    private final boolean[] atMost;
    private final StringBuilder note = new StringBuilder();
    private Optional<Fault> fault = Optional.empty();

    TokenWalk(NextTokens tokens, String model, Request.Input prompt, int most, List<String> words) {
        this.tokens = tokens;
        this.model = model;
        this.prompt = prompt;
        this.most = most;
        this.words = words;
        this.mass = new double[words.size()];
        this.atMost = new boolean[words.size()];
    }

    /// Natural logarithms of the labels' probabilities, or the fault of the first question.
    Optional<Fault> walk() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            all.add(i);
        }
        go("", 1, all);
        return fault;
    }

    double[] scores() {
        return Arrays.stream(mass).map(Math::log).toArray();
    }

    boolean[] atMost() {
        return atMost.clone();
    }

    String note() {
        return note.toString();
    }

    private void go(String begun, double p, List<Integer> labels) {
        if (fault.isPresent()) {
            return;
        }
        switch (tokens.next(model, prompt, begun, most)) {
            case NextTokens.NotTold(Fault why) -> {
                if (begun.isEmpty() || !(why instanceof Fault.Unable)) {
                    fault = Optional.of(why);
                    return;
                }
                share(p, labels);
                note.append(note.isEmpty() ? "" : " ")
                        .append("Labels that begin with “")
                        .append(begun)
                        .append("” could not be told apart and share its probability.");
            }
            case NextTokens.Told(List<Chance> chances, var exchange) ->
                    take(begun, p, labels, chances);
        }
    }

    private void take(String begun, double p, List<Integer> labels, List<Chance> chances) {
        Map<String, Double> told = new LinkedHashMap<>();
        double sum = 0;
        double least = 1;
        for (Chance c : chances) {
            String text = begun.isEmpty() ? c.token().stripLeading() : c.token();
            double chance = Math.exp(c.logProbability());
            sum += chance;
            least = Math.min(least, chance);
            if (!text.isEmpty()) {
                told.merge(text, chance, Double::sum);
            }
        }
        double leading = 0;
        boolean[] reached = new boolean[words.size()];
        for (Map.Entry<String, Double> token : told.entrySet()) {
            String so = begun + token.getKey();
            List<Integer> on = labels.stream().filter(i -> words.get(i).startsWith(so)).toList();
            on.forEach(i -> reached[i] = true);
            if (on.size() == 1) {
                mass[on.getFirst()] += p * token.getValue();
            } else if (on.size() > 1) {
                go(so, p * token.getValue(), on);
            }
            leading += on.isEmpty() ? 0 : token.getValue();
        }
        double unseen = Math.max(0, Math.min(least, 1 - sum));
        for (int i : labels) {
            if (words.get(i).equals(begun)) {
                mass[i] += p * Math.max(0, 1 - leading);
            } else if (!reached[i]) {
                mass[i] += p * unseen;
                atMost[i] = true;
            }
        }
    }

    private void share(double p, List<Integer> labels) {
        labels.forEach(i -> mass[i] += p / labels.size());
    }
}
