package exemplar.backend.gateway;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.TextVectors;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;

/// Vectors by a model through the layers that its answers go through: the texts travel as a
/// request, and the vectors come back beside its empty answer. The cache of answers keeps none; who
/// asks keeps vectors text by text.
final class LayeredVectors implements TextVectors {
    private final Lane lane;
    private final TextVectors source;

    private LayeredVectors(Lane lane, TextVectors source) {
        this.lane = lane;
        this.source = source;
    }

    static VectorWay of(Lane lane) {
        return lane.backend() instanceof TextVectors source
                ? new VectorWay.Open(
                        new LayeredVectors(lane, source),
                        lane.id(),
                        lane.backend().identity(lane.id()))
                : new VectorWay.Closed(
                        new Fault.Unable(
                                "“"
                                        + lane.name()
                                        + "” gives no vectors of texts. Choose an embedding model. Nothing was"
                                        + " sent."));
    }

    @Override
    public Vectors vectors(String model, List<String> texts) {
        AtomicReference<List<float[]>> got = new AtomicReference<>(List.of());
        Request request =
                new Request(
                        model,
                        new Request.Completion(String.join("\n", texts)),
                        Sampling.greedy(1));
        Layer.Call call =
                new Layer.Call(
                        lane.name(),
                        lane.backend().name(),
                        request,
                        Terms.of(request.sampling()).withoutCache(),
                        Optional.empty(),
                        lane.price(),
                        1);
        Layer last =
                (c, sink) ->
                        switch (source.vectors(model, texts)) {
                            case NotFound(Fault fault) -> new Outcome.Failed(fault, "");
                            case Found(List<float[]> vectors) -> {
                                got.set(vectors);
                                yield answered();
                            }
                        };
        return lane.above().apply(last).ask(call, Answerer.Sink.NONE)
                        instanceof Outcome.Failed(Fault fault, String partial)
                ? new NotFound(fault)
                : new Found(got.get());
    }

    private static Outcome answered() {
        return new Outcome.Answered(
                new Reply(
                        "",
                        "",
                        Reply.Finish.STOP,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Duration.ZERO,
                        Duration.ZERO,
                        new Reply.Exchange("", "")));
    }
}
