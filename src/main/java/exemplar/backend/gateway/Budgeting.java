package exemplar.backend.gateway;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.cache.CacheKey;
import exemplar.backend.cost.Budget;
import exemplar.backend.cost.Estimate;
import exemplar.backend.cost.Price;
import exemplar.backend.cost.TokenGuess;
import java.util.Locale;
import java.util.function.Predicate;

/// Sends nothing that a run's budget cannot pay. What the cache answers costs nothing and is never
/// refused.
final class Budgeting implements Layer {
    /// The guess of a prompt's tokens may be a third too low.
    private static final double CAUTION = 1.34;

    private final Layer next;
    private final Predicate<CacheKey> cached;

    Budgeting(Layer next, Predicate<CacheKey> cached) {
        this.next = next;
        this.cached = cached;
    }

    @Override
    public Outcome ask(Call call, Answerer.Sink sink) {
        if (call.terms().budget().isEmpty()
                || call.terms().cache() && call.key().filter(cached).isPresent()) {
            return next.ask(call, sink);
        }
        Budget budget = call.terms().budget().get();
        if (call.price().isEmpty()) {
            return new Outcome.Failed(
                    new Fault.Unable(
                            "The price of “"
                                    + call.request().model()
                                    + "” is not known, so a budget cannot be kept. Add it to prices.json, or run"
                                    + " without a budget. Nothing was sent."),
                    "");
        }
        Price price = call.price().get();
        long prompt = TokenGuess.of(call.request().input());
        double most =
                price.of(
                        (long) Math.ceil(prompt * CAUTION),
                        call.mostAnswerTokens(Estimate.USUAL_MOST));
        try {
            if (!budget.await(most)) {
                return new Outcome.Failed(tooDear(budget, most), "");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed(
                    new Fault.Cancelled("Stopped while waiting for its turn; nothing was sent."),
                    "");
        }
        double cost = 0;
        try {
            Outcome outcome = next.ask(call, sink);
            cost = cost(outcome, price, prompt);
            return outcome;
        } finally {
            budget.settle(most, cost);
        }
    }

    private static Fault tooDear(Budget budget, double most) {
        return new Fault.Exhausted(
                String.format(
                        Locale.ROOT,
                        "The budget of $%.4f does not reach for this question, which may cost $%.4f;"
                                + " $%.4f is spent. Nothing was sent.",
                        budget.limit(),
                        most,
                        budget.spent()));
    }

    private static double cost(Outcome outcome, Price price, long prompt) {
        return switch (outcome) {
            case Outcome.Answered(Reply r) ->
                    r.cached()
                            ? 0
                            : price.of(
                                    r.promptTokens().orElse((int) prompt),
                                    r.answerTokens()
                                            .orElse(
                                                    TokenGuess.of(r.text())
                                                            + TokenGuess.of(r.reasoning())));
            // An answer that was begun is paid for.
            case Outcome.Failed(Fault fault, String partial) ->
                    partial.isEmpty() ? 0 : price.of(prompt, TokenGuess.of(partial));
        };
    }
}
