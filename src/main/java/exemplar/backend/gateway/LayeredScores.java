package exemplar.backend.gateway;

import exemplar.backend.Abilities;
import exemplar.backend.Answerer;
import exemplar.backend.Backend;
import exemplar.backend.ContinuationScorer;
import exemplar.backend.Fault;
import exemplar.backend.NextTokens;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.cache.CacheKey;
import exemplar.backend.cost.Budget;
import exemplar.backend.cost.Price;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// Probabilities of a model through the layers that its answers go through: a question for scores
/// travels as a request whose answer is their text.
final class LayeredScores implements Backend, ContinuationScorer, NextTokens {
    private final Lane lane;
    private final Optional<Budget> budget;

    LayeredScores(Lane lane, Optional<Budget> budget) {
        this.lane = lane;
        this.budget = budget;
    }

    @Override
    public Scoring score(String model, Request.Input prompt, List<String> continuations) {
        if (!(lane.backend() instanceof ContinuationScorer scorer)) {
            return new NotScored(tellsNone());
        }
        Outcome outcome =
                ask(
                        prompt,
                        ScoreText.asked("score", continuations),
                        continuations.size(),
                        () ->
                                switch (scorer.score(model, prompt, continuations)) {
                                    case NotScored(Fault fault) -> new Outcome.Failed(fault, "");
                                    case Scored(var scores, var exchange) ->
                                            answered(ScoreText.of(scores), exchange);
                                });
        return switch (outcome) {
            case Outcome.Failed(Fault fault, String partial) -> new NotScored(fault);
            case Outcome.Answered(Reply reply) ->
                    new Scored(ScoreText.scores(reply.text()), reply.exchange());
        };
    }

    @Override
    public Next next(String model, Request.Input prompt, String begun, int most) {
        if (!(lane.backend() instanceof NextTokens tokens)) {
            return new NotTold(tellsNone());
        }
        Outcome outcome =
                ask(
                        prompt,
                        ScoreText.asked("next " + most, List.of(begun)),
                        1,
                        () ->
                                switch (tokens.next(model, prompt, begun, most)) {
                                    case NotTold(Fault fault) -> new Outcome.Failed(fault, "");
                                    case Told(var chances, var exchange) ->
                                            answered(ScoreText.ofChances(chances), exchange);
                                });
        return switch (outcome) {
            case Outcome.Failed(Fault fault, String partial) -> new NotTold(fault);
            case Outcome.Answered(Reply reply) ->
                    new Told(ScoreText.chances(reply.text()), reply.exchange());
        };
    }

    private Fault tellsNone() {
        return new Fault.Unable("“" + lane.name() + "” tells no probabilities.");
    }

    /// @param times how often the prompt is read for it, at most
    private Outcome ask(Request.Input prompt, String asked, int times, Supplier<Outcome> question) {
        Request request = new Request(lane.id(), prompt, Sampling.greedy(1));
        Layer.Call call =
                new Layer.Call(
                        lane.name(),
                        lane.backend().name(),
                        request,
                        new Terms(request.sampling(), 0, budget, true),
                        lane.backend()
                                .identity(lane.id())
                                .map(i -> CacheKey.of(i + "\n" + asked, request, 0)),
                        lane.price().map(p -> new Price(p.prompt() * times, p.answer() * times)),
                        1);
        return lane.above().apply((c, sink) -> timed(question)).ask(call, Answerer.Sink.NONE);
    }

    private static Outcome timed(Supplier<Outcome> question) {
        long start = System.nanoTime();
        Outcome outcome = question.get();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return outcome instanceof Outcome.Answered(Reply r)
                ? new Outcome.Answered(
                        new Reply(
                                r.text(),
                                r.reasoning(),
                                r.finish(),
                                r.promptTokens(),
                                r.answerTokens(),
                                took,
                                took,
                                r.exchange()))
                : outcome;
    }

    private static Outcome answered(String text, Reply.Exchange exchange) {
        return new Outcome.Answered(
                new Reply(
                        text,
                        "",
                        Reply.Finish.STOP,
                        OptionalInt.empty(),
                        OptionalInt.of(1),
                        Duration.ZERO,
                        Duration.ZERO,
                        exchange));
    }

    // What else a backend does is not asked of this one.

    @Override
    public Outcome ask(Request request, Sink sink) {
        return lane.backend().ask(request, sink);
    }

    @Override
    public String name() {
        return lane.backend().name();
    }

    @Override
    public List<String> models() {
        return lane.backend().models();
    }

    @Override
    public Abilities abilities(String model) {
        return lane.abilities();
    }

    /// Leaves the backend open, as others use it.
    @Override
    public void close() {}
}
