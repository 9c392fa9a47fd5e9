package exemplar.backend.mock;

import exemplar.backend.Abilities;
import exemplar.backend.Backend;
import exemplar.backend.ContinuationScorer;
import exemplar.backend.Fault;
import exemplar.backend.NextTokens;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Reply.Exchange;
import exemplar.backend.Reply.Finish;
import exemplar.backend.Request;
import exemplar.backend.Sleeper;
import exemplar.backend.TextVectors;
import exemplar.model.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The mock in this process. Answers at once, or with a wait before each piece to look like a model
/// at work. Safe for any number of threads.
public final class MockBackend implements Backend, NextTokens, ContinuationScorer, TextVectors {
    /// The mock's only model.
    public static final String MODEL = "mock";

    private static final Abilities ABILITIES =
            new Abilities(true, true, true, true, 20, false, true, true, 1_000_000);

    private final Duration perPiece;
    private final Sleeper sleeper;
    private volatile boolean closed;

    public MockBackend() {
        this(Duration.ZERO, Sleeper.REAL);
    }

    /// @param perPiece how long it thinks before each piece of an answer
    public MockBackend(Duration perPiece, Sleeper sleeper) {
        this.perPiece = perPiece;
        this.sleeper = sleeper;
    }

    @Override
    public String name() {
        return "mock";
    }

    @Override
    public List<String> models() {
        return List.of(MODEL);
    }

    @Override
    public Abilities abilities(String model) {
        return ABILITIES;
    }

    @Override
    public Optional<String> identity(String model) {
        return Optional.empty();
    }

    @Override
    public Outcome ask(Request request, Sink sink) {
        if (!request.model().equals(MODEL)) {
            return failed(
                    new Fault.ModelMissing(
                            "The mock has no model “"
                                    + request.model()
                                    + "”; its only model is “mock”."),
                    "");
        }
        long start = System.nanoTime();
        Limited answer =
                Limited.of(Mind.answer(request.input(), request.sampling()), request.sampling());
        StringBuilder said = new StringBuilder();
        long first = start;
        for (String piece : answer.pieces()) {
            if (!think()) {
                return failed(
                        new Fault.Cancelled("Stopped before the answer was complete."),
                        said.toString());
            }
            if (said.isEmpty()) {
                first = System.nanoTime();
            }
            said.append(piece);
            sink.text(piece);
        }
        if (Thread.currentThread().isInterrupted()) {
            return failed(
                    new Fault.Cancelled("Stopped before the answer was complete."),
                    said.toString());
        }
        long end = System.nanoTime();
        String prompt = text(request.input());
        return new Outcome.Answered(
                new Reply(
                        said.toString(),
                        "",
                        answer.cut() ? Finish.LENGTH : Finish.STOP,
                        OptionalInt.of(Pieces.count(prompt)),
                        OptionalInt.of(answer.pieces().size()),
                        Duration.ofNanos(end - start),
                        Duration.ofNanos(Math.max(0, first - start)),
                        new Exchange(prompt, said.toString())));
    }

    @Override
    public Next next(String model, Request.Input prompt, String begun, int most) {
        if (Thread.currentThread().isInterrupted()) {
            return new NotTold(new Fault.Cancelled("Stopped before the answer was complete."));
        }
        Optional<Belief> belief = Mind.belief(Reading.of(prompt));
        if (belief.isEmpty()) {
            return new NotTold(new Fault.Unable("The mock finds no labels in this prompt."));
        }
        List<Chance> chances = new ArrayList<>();
        belief.get().next(begun).forEach((piece, p) -> chances.add(new Chance(piece, Math.log(p))));
        chances.sort(Comparator.comparingDouble(Chance::logProbability).reversed());
        List<Chance> told = chances.subList(0, Math.min(most, chances.size()));
        return new Told(told, new Exchange(text(prompt) + begun, told.toString()));
    }

    @Override
    public Scoring score(String model, Request.Input prompt, List<String> continuations) {
        if (Thread.currentThread().isInterrupted()) {
            return new NotScored(new Fault.Cancelled("Stopped before the answer was complete."));
        }
        Optional<Belief> belief = Mind.belief(Reading.of(prompt));
        List<Score> scores = new ArrayList<>();
        for (String continuation : continuations) {
            double p =
                    belief.map(b -> b.p().getOrDefault(continuation.strip(), Belief.HARDLY))
                            .orElse(Belief.HARDLY);
            scores.add(new Score(Math.log(p), Math.max(1, Pieces.of(continuation).size())));
        }
        return new Scored(scores, new Exchange(text(prompt), scores.toString()));
    }

    /// Near for texts that share words.
    @Override
    public Vectors vectors(String model, List<String> texts) {
        if (Thread.currentThread().isInterrupted()) {
            return new NotFound(new Fault.Cancelled("Stopped before all texts had vectors."));
        }
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (String text : texts) {
            double[] numbers = Mind.vector(text);
            float[] vector = new float[numbers.length];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) numbers[i];
            }
            vectors.add(vector);
        }
        return new Found(vectors);
    }

    @Override
    public void close() {
        closed = true;
    }

    /// Waits for the next piece; false when it has to stop.
    private boolean think() {
        if (closed || Thread.currentThread().isInterrupted()) {
            return false;
        }
        if (!perPiece.isZero()) {
            try {
                sleeper.sleep(perPiece);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static Outcome failed(Fault fault, String partial) {
        return new Outcome.Failed(fault, partial);
    }

    private static String text(Request.Input input) {
        return switch (input) {
            case Request.Completion(String text) -> text;
            case Request.Chat(List<Message> messages) -> {
                StringBuilder all = new StringBuilder();
                for (Message m : messages) {
                    all.append(m.role().wireName()).append(": ").append(m.content()).append('\n');
                }
                yield all.toString();
            }
        };
    }
}
