package exemplar.backend.gateway;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.SeveralAnswers;
import exemplar.backend.cache.CacheKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Several answers to one question. Where the model gives them for one request, what is missing in
/// the cache is asked together and its prompt paid once; elsewhere it is asked that many times.
/// Each answer is kept under its own repeat index, as if it had been asked alone.
final class Several {
    private static final int MOST = 10_000;

    private final Lane lane;
    private final Optional<Shelf> shelf;

    Several(Lane lane, Optional<Shelf> shelf) {
        this.lane = lane;
        this.shelf = shelf;
    }

    /// Whether the model gives several answers to one request, and they would not all be the same.
    static boolean possible(Lane lane, Sampling sampling) {
        return lane.abilities().several()
                && lane.backend() instanceof SeveralAnswers
                && !greedy(lane, sampling);
    }

    /// Names a question and all its repeats where they go in one request.
    static Optional<CacheKey> question(Lane lane, Request.Input input, Terms terms) {
        return possible(lane, terms.sampling())
                ? lane.call(input, terms.withRepeat(0)).key()
                : Optional.empty();
    }

    private static boolean greedy(Lane lane, Sampling sampling) {
        return sampling.orElse(lane.defaults()).temperature().orElse(1) == 0;
    }

    /// One of the answers.
    private record Place(int index, Layer.Call call, CompletableFuture<Outcome> mine) {}

    /// The answers in the order of their repeat index, up to the first fault.
    ///
    /// @param terms with the repeat index of the first answer
    List<Outcome> ask(Request.Input input, Terms terms, int answers) {
        Optional<Fault> nonsense = nonsense(terms, answers).or(() -> lane.unable(input));
        if (nonsense.isPresent()) {
            return List.of(new Outcome.Failed(nonsense.get(), ""));
        }
        TreeMap<Integer, Outcome> found = new TreeMap<>();
        if (answers > 1
                && lane.abilities().several()
                && lane.backend() instanceof SeveralAnswers several) {
            together(input, terms, answers, several, found);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < answers; i++) {
            int repeat = terms.repeat() + i;
            Outcome outcome =
                    Optional.ofNullable(found.get(i))
                            .orElseGet(() ->
                                    lane.layers()
                                            .ask(
                                                    lane.call(input, terms.withRepeat(repeat)),
                                                    Answerer.Sink.NONE));
            outcomes.add(outcome);
            if (outcome instanceof Outcome.Failed) {
                break;
            }
        }
        return outcomes;
    }

    private Optional<Fault> nonsense(Terms terms, int answers) {
        if (answers < 1 || answers > MOST) {
            return Optional.of(
                    new Fault.Unable(
                            "From 1 to %,d answers can be drawn, not %,d. Nothing was sent."
                                    .formatted(MOST, answers)));
        }
        return answers > 1 && greedy(lane, terms.sampling())
                ? Optional.of(
                        new Fault.Unable(
                                "Answers drawn at temperature 0 are all the same. Ask once, or set a"
                                        + " temperature. Nothing was sent."))
                : Optional.empty();
    }

    /// Asks for what is not in the cache and what nobody else asks right now.
    private void together(
            Request.Input input,
            Terms terms,
            int answers,
            SeveralAnswers several,
            TreeMap<Integer, Outcome> found) {
        List<Place> taken = new ArrayList<>();
        List<Place> missing = new ArrayList<>();
        try {
            for (int i = 0; i < answers; i++) {
                Layer.Call call = lane.call(input, terms.withRepeat(terms.repeat() + i));
                Place place = new Place(i, call, new CompletableFuture<>());
                if (claimed(place)) {
                    taken.add(place);
                    Optional<Reply> known = key(call).flatMap(k -> shelf.orElseThrow().find(k));
                    known.ifPresentOrElse(
                            reply -> found.put(place.index(), new Outcome.Answered(reply)),
                            () -> missing.add(place));
                }
            }
            boolean goesOn = true;
            for (int from = 0; goesOn && from < missing.size() - 1; ) {
                int to = Math.min(missing.size(), from + Math.max(2, several.mostAnswers()));
                goesOn = ask(missing.subList(from, to), several, found);
                from = to;
            }
        } finally {
            for (Place place : taken) {
                Outcome outcome =
                        found.getOrDefault(
                                place.index(),
                                new Outcome.Failed(new Fault.Cancelled("Stopped."), ""));
                key(place.call())
                        .ifPresent(k -> shelf.orElseThrow().release(k, place.mine(), outcome));
            }
        }
    }

    private Optional<CacheKey> key(Layer.Call call) {
        return shelf.isPresent() && call.terms().cache() ? call.key() : Optional.empty();
    }

    private boolean claimed(Place place) {
        return key(place.call()).flatMap(k -> shelf.orElseThrow().claim(k, place.mine())).isEmpty();
    }

    /// One request for all of these places.
    ///
    /// @return whether a further one makes sense
    private boolean ask(
            List<Place> places, SeveralAnswers several, TreeMap<Integer, Outcome> found) {
        Layer.Call first = places.getFirst().call();
        AtomicReference<List<Reply>> replies = new AtomicReference<>(List.of());
        Layer bottom =
                (call, sink) ->
                        switch (several.several(call.request(), places.size())) {
                            case SeveralAnswers.NotTold(Fault fault) ->
                                    new Outcome.Failed(fault, "");
                            case SeveralAnswers.Told told -> {
                                replies.set(told.replies());
                                yield new Outcome.Answered(together(told));
                            }
                        };
        Outcome outcome =
                lane.above()
                        .apply(bottom)
                        .ask(
                                new Layer.Call(
                                        first.model(),
                                        first.backend(),
                                        first.request(),
                                        first.terms(),
                                        Optional.empty(),
                                        first.price(),
                                        places.size()),
                                Answerer.Sink.NONE);
        if (outcome instanceof Outcome.Failed(Fault fault, String partial)) {
            // A server that refuses several answers may well give one.
            if (!(fault instanceof Fault.BadRequest || fault instanceof Fault.Unable)) {
                found.put(places.getFirst().index(), outcome);
            }
            return false;
        }
        for (int i = 0; i < Math.min(places.size(), replies.get().size()); i++) {
            Place place = places.get(i);
            Reply reply = replies.get().get(i);
            key(place.call()).ifPresent(k -> shelf.orElseThrow().keep(place.call(), k, reply));
            found.put(place.index(), new Outcome.Answered(reply));
        }
        return replies.get().size() == places.size();
    }

    /// All answers as one, for what counts tokens.
    private static Reply together(SeveralAnswers.Told told) {
        Stream<String> texts = told.replies().stream().map(r -> r.text() + r.reasoning());
        return new Reply(
                String.join("\n", texts.toList()),
                "",
                Reply.Finish.OTHER,
                told.promptTokens(),
                told.answerTokens(),
                told.replies().stream().map(Reply::latency).findFirst().orElse(Duration.ZERO),
                told.replies().stream().map(Reply::latency).findFirst().orElse(Duration.ZERO),
                new Reply.Exchange("", ""));
    }
}
