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
import java.time.Duration;
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
        Overheard heard = new Overheard(sink, budget, price, prompt);
        double cost = 0;
        try {
            Outcome outcome = next.ask(call, heard);
            cost = cost(outcome, price, prompt, heard.thought());
            return outcome;
        } finally {
            budget.settle(most, cost);
        }
    }

    /// Hears what a model thinks aloud in attempts that fail: nobody gets an answer for it, but it
    /// is paid for, and booked at once, so that others see it before this question is through.
    private static final class Overheard implements Answerer.Sink {
        private final Answerer.Sink sink;
        private final Budget budget;
        private final Price price;
        private final long prompt;
        private final StringBuilder thought = new StringBuilder();

        Overheard(Answerer.Sink sink, Budget budget, Price price, long prompt) {
            this.sink = sink;
            this.budget = budget;
            this.price = price;
            this.prompt = prompt;
        }

        @Override
        public void text(String piece) {
            sink.text(piece);
        }

        @Override
        public void read(int tokens, int of) {
            sink.read(tokens, of);
        }

        @Override
        public void thought(String piece) {
            thought.append(piece);
            sink.thought(piece);
        }

        /// The attempt failed and will be made again.
        @Override
        public void waiting(Duration wait, Fault reason) {
            if (!thought.isEmpty()) {
                budget.settle(0, price.of(prompt, TokenGuess.of(thought.toString())));
                thought.setLength(0);
            }
            sink.waiting(wait, reason);
        }

        /// In the last attempt.
        String thought() {
            return thought.toString();
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

    private static double cost(Outcome outcome, Price price, long prompt, String thought) {
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
                    partial.isEmpty() && thought.isEmpty()
                            ? 0
                            : price.of(prompt, TokenGuess.of(partial) + TokenGuess.of(thought));
        };
    }
}
