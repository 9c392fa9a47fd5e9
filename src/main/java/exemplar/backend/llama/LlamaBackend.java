package exemplar.backend.llama;

import exemplar.backend.Abilities;
import exemplar.backend.Backend;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.TokenPieces;
import exemplar.backend.gguf.Gguf;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// Models of this machine, run in this process. A model is loaded when it is first asked; one model
/// at a time stays loaded for each file.
public final class LlamaBackend implements Backend, TokenPieces {
    public static final String NAME = "built-in";
    private static final int DEFAULT_ANSWER = 256;

    private final Supplier<Map<String, Path>> files;
    private final Path cache;
    private final Map<Path, Loaded> loaded = new LinkedHashMap<>();

    private record Loaded(Engine engine, ChatFormat chat) {}

    /// @param files model files by name, as they are now
    /// @param cache where the engine's library is kept
    public LlamaBackend(Supplier<Map<String, Path>> files, Path cache) {
        this.files = files;
        this.cache = cache;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> models() {
        return List.copyOf(files.get().keySet());
    }

    @Override
    public Abilities abilities(String model) {
        int context = 0;
        try {
            Path file = files.get().get(model);
            context = file == null ? 0 : Gguf.read(file).contextLength();
        } catch (IOException e) {
            // A damaged file says so when it is asked.
        }
        return new Abilities(true, true, true, true, 0, false, false, true, context);
    }

    @Override
    public Outcome ask(Request request, Sink sink) {
        long start = System.nanoTime();
        StringBuilder partial = new StringBuilder();
        try {
            Loaded model = load(request.model());
            return answer(model, request, sink, partial, start);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed(new Fault.Cancelled("Stopped."), partial.toString());
        } catch (TooLong e) {
            return new Outcome.Failed(new Fault.ContextTooLong(e.sentence), partial.toString());
        } catch (EngineFault e) {
            return new Outcome.Failed(new Fault.Unable(e.sentence()), partial.toString());
        } catch (IOException e) {
            return new Outcome.Failed(
                    new Fault.Unable(
                            "The model " + request.model() + " cannot be read: " + e.getMessage()),
                    partial.toString());
        }
    }

    private static final class TooLong extends Exception {
        private static final long serialVersionUID = 1;
        private final String sentence;

        TooLong(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }

    private Loaded load(String model) throws IOException, EngineFault {
        Path file = files.get().get(model);
        if (file == null) {
            throw new EngineFault(
                    "The model %s is not on this machine. Fetch it with: exemplar models pull %s"
                            .formatted(model, model));
        }
        synchronized (loaded) {
            Loaded known = loaded.get(file);
            if (known == null) {
                Engine engine = Engine.open(file, cache);
                known =
                        new Loaded(
                                engine,
                                ChatFormat.of(
                                        engine.gguf().chatTemplate(),
                                        engine.vocabulary().start(),
                                        engine.vocabulary().end()));
                loaded.put(file, known);
            }
            return known;
        }
    }

    private static Outcome answer(
            Loaded model, Request request, Sink sink, StringBuilder text, long start)
            throws InterruptedException, EngineFault, TooLong {
        Engine engine = model.engine();
        Sampling sampling = request.sampling();
        Prompt prompt = prompt(model, request.input());
        int most = engine.mostTokens();
        if (prompt.tokens().length >= most) {
            throw new TooLong(
                    "The prompt has %,d tokens and this model takes %,d. Use fewer demonstrations."
                            .formatted(prompt.tokens().length, most));
        }
        int room =
                Math.min(
                        sampling.maxTokens().orElse(DEFAULT_ANSWER), most - prompt.tokens().length);
        Sampler sampler = new Sampler(sampling);
        Utf8Stream bytes = new Utf8Stream();
        StopText stop = new StopText(sampling.stop());
        Reply.Finish finish = Reply.Finish.LENGTH;
        int answered = 0;
        Optional<Duration> first = Optional.empty();
        try (Engine.Turn turn = engine.take()) {
            float[] logits = turn.prompt(prompt.tokens(), room);
            while (answered < room) {
                int token = sampler.next(logits);
                if (first.isEmpty()) {
                    first = Optional.of(Duration.ofNanos(System.nanoTime() - start));
                }
                if (engine.vocabulary().isEnd(token)) {
                    finish = Reply.Finish.STOP;
                    break;
                }
                answered++;
                say(stop.add(bytes.add(engine.vocabulary().piece(token, false))), text, sink);
                if (stop.found()) {
                    finish = Reply.Finish.STOP;
                    break;
                }
                if (answered < room) {
                    logits = turn.next(token);
                }
            }
        }
        if (!stop.found()) {
            say(stop.add(bytes.end()), text, sink);
            say(stop.rest(), text, sink);
        }
        Duration all = Duration.ofNanos(System.nanoTime() - start);
        return new Outcome.Answered(
                new Reply(
                        text.toString(),
                        "",
                        finish,
                        OptionalInt.of(prompt.tokens().length),
                        OptionalInt.of(answered),
                        all,
                        first.orElse(all),
                        new Reply.Exchange(prompt.text(), text.toString())));
    }

    private static void say(String piece, StringBuilder text, Sink sink) {
        if (!piece.isEmpty()) {
            text.append(piece);
            sink.text(piece);
        }
    }

    /// What is evaluated, as text and as tokens.
    private record Prompt(String text, int[] tokens) {}

    private static Prompt prompt(Loaded model, Request.Input input) throws EngineFault {
        Vocabulary vocabulary = model.engine().vocabulary();
        return switch (input) {
            case Request.Completion(String text) ->
                    new Prompt(text, notEmpty(vocabulary.tokens(text, true, false), vocabulary));
            case Request.Chat(var messages) -> {
                String text = model.chat().text(messages);
                // A template that writes the start token itself must not get a second one.
                boolean begun =
                        !vocabulary.start().isEmpty() && text.startsWith(vocabulary.start());
                yield new Prompt(text, notEmpty(vocabulary.tokens(text, !begun, true), vocabulary));
            }
        };
    }

    private static int[] notEmpty(int[] tokens, Vocabulary vocabulary) {
        return tokens.length > 0 ? tokens : vocabulary.tokens("\n", true, false);
    }

    /// The exact tokens of a text by the model's own tokenizer, as the texts they stand for.
    ///
    /// @throws EngineFault with a sentence when the model cannot be loaded
    public List<String> tokens(String model, String text) throws EngineFault, IOException {
        Vocabulary vocabulary = load(model).engine().vocabulary();
        List<String> pieces = new ArrayList<>();
        Utf8Stream bytes = new Utf8Stream();
        for (int token : vocabulary.tokens(text, false, false)) {
            pieces.add(bytes.add(vocabulary.piece(token, false)));
        }
        return pieces;
    }

    @Override
    public List<String> pieces(String model, String text) throws IOException {
        try {
            return tokens(model, text);
        } catch (EngineFault e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// How many tokens a text has by the model's own tokenizer.
    public int countTokens(String model, String text) throws EngineFault, IOException {
        return load(model).engine().vocabulary().tokens(text, false, false).length;
    }

    /// Log-probabilities (nats) of each token of several continuations of one prompt, exact. The
    /// prompt is evaluated once.
    ///
    /// @return one array a continuation, one number a token of it
    public double[][] scores(String model, Request.Input input, List<String> continuations)
            throws EngineFault, IOException, InterruptedException {
        Loaded at = load(model);
        Vocabulary vocabulary = at.engine().vocabulary();
        Prompt prompt = prompt(at, input);
        List<int[]> tokens =
                continuations.stream().map(c -> vocabulary.tokens(c, false, false)).toList();
        try (Engine.Turn turn = at.engine().take()) {
            return turn.continuations(prompt.tokens(), tokens);
        }
    }

    @Override
    public void close() {
        synchronized (loaded) {
            loaded.values().forEach(l -> l.engine().close());
            loaded.clear();
        }
    }
}
