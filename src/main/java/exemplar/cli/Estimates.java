package exemplar.cli;

import exemplar.backend.cost.Estimate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says what a run will take before anything is sent.
final class Estimates {
    private Estimates() {}

    /// Says it; ends the command where a budget cannot be kept.
    static void say(Console console, Estimate e, Optional<Double> budget) {
        int sent = e.calls() - e.cached();
        StringBuilder line = new StringBuilder();
        line.append("Estimate: ").append(RunCommand.count(e.calls(), "call"));
        line.append(String.format(Locale.ROOT, ", %,d of them answered before", e.cached()));
        if (sent > 0) {
            line.append(
                    String.format(
                            Locale.ROOT,
                            "; about %,d prompt tokens and up to %,d answer tokens; ",
                            e.promptTokens(),
                            e.most()));
            line.append(cost(e));
        } else {
            line.append("; nothing is sent, nothing is paid");
        }
        console.say(line.append('.').toString());
        if (!e.unlimited().isEmpty() && sent > 0) {
            console.say(
                    "No limit is set on the answers of %s; %,d tokens each are assumed."
                            .formatted(names(e.unlimited()), Estimate.USUAL_MOST));
        }
        if (!e.unpriced().isEmpty()) {
            if (budget.isPresent()) {
                throw new Trouble(
                        "the price of %s is not known, so a --budget cannot be kept; add it to prices.json"
                                .formatted(names(e.unpriced())));
            }
            console.say("The price of %s is not known.".formatted(names(e.unpriced())));
        }
        if (budget.isPresent() && e.high() > budget.get()) {
            console.say(
                    String.format(
                            Locale.ROOT,
                            "The budget of $%.4f may not reach for everything; the run stops there.",
                            budget.get()));
        }
    }

    private static String cost(Estimate e) {
        if (e.high() == 0) {
            return e.unpriced().isEmpty() ? "free" : "cost unknown";
        }
        return String.format(
                Locale.ROOT, "$%.4f to $%.4f at prices of %s", e.low(), e.high(), e.asOf());
    }

    private static String names(java.util.List<String> models) {
        return models.stream().map(m -> "'" + m + "'").collect(Collectors.joining(", "));
    }
}
