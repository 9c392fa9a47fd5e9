package exemplar.backend.llama;

import exemplar.backend.Abilities;
import exemplar.backend.Backend;
import exemplar.backend.ContinuationScorer;
import exemplar.backend.Fault;
import exemplar.backend.NextTokens;
import exemplar.backend.Outcome;
import exemplar.backend.PromptScores;
import exemplar.backend.Request;
import exemplar.backend.TextVectors;
import exemplar.backend.TokenPieces;
import exemplar.backend.catalogue.Catalogue;
import exemplar.backend.gguf.Gguf;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Models of this machine, run in this process. A model is loaded when it is first asked.
public final class LlamaBackend
        implements Backend, TokenPieces, ContinuationScorer, NextTokens, TextVectors, PromptScores {
    public static final String NAME = "built-in";

    /// As many of the likeliest next tokens are told as anybody wants; this many are promised.
    private static final int NEXT = 100;

    private static final Abilities NONE =
            new Abilities(false, false, false, false, 0, false, false, false, 0);

    private final Supplier<Map<String, Path>> files;
    private final Engines engines;
    private final Headers headers = new Headers();

    /// @param files model files by name, as they are now
    /// @param cache where the engine's library is kept
    public LlamaBackend(Supplier<Map<String, Path>> files, Path cache) {
        this(files, new Engines(cache));
    }

    /// @param files model files by name, as they are now
    /// @param engines shared with whoever else runs model files in this process
    public LlamaBackend(Supplier<Map<String, Path>> files, Engines engines) {
        this.files = files;
        this.engines = engines;
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
        Path file = files.get().get(model);
        if (file == null) {
            return NONE;
        }
        try {
            Gguf gguf = headers.of(file);
            boolean writes = !Pooling.embeddingModel(gguf);
            return new Abilities(
                    writes,
                    writes,
                    writes,
                    writes,
                    writes ? NEXT : 0,
                    false,
                    true,
                    writes,
                    gguf.contextLength());
        } catch (IOException e) {
            // A damaged file says so when it is asked.
            return new Abilities(true, true, true, true, NEXT, false, true, true, 0);
        }
    }

    @Override
    public Optional<String> identity(String model) {
        try {
            return Optional.of(engines.identity(file(model)));
        } catch (IOException | EngineFault e) {
            // What cannot be read is not answered, and so not remembered.
            return Optional.empty();
        }
    }

    private Path file(String model) throws EngineFault {
        Path file = files.get().get(model);
        if (file == null) {
            throw new EngineFault(new Fault.ModelMissing(missing(model)));
        }
        return file;
    }

    /// Only what the catalogue holds can be fetched by its name.
    private static String missing(String model) {
        return (Catalogue.named(model).isPresent()
                        ? "The model %s is not on this machine. Fetch it with: exemplar models pull %s"
                        : "The model %s is not on this machine, and none of that name can be fetched."
                                + " See what there is with: exemplar models. Add a file under that"
                                + " name with: exemplar models add %s --gguf FILE")
                .formatted(model, model);
    }

    /// Something that is done with an engine.
    @FunctionalInterface
    private interface Work<T> {
        T with(Engine engine) throws InterruptedException, EngineFault;
    }

    private <T> T on(String model, Work<T> work)
            throws InterruptedException, EngineFault, IOException {
        try (Engines.Lease lease = engines.borrow(file(model))) {
            return work.with(lease.engine());
        }
    }

    /// The same, with every fault as a value.
    private <T> T on(String model, Function<Fault, T> failed, Work<T> work) {
        try {
            return on(model, work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed.apply(new Fault.Cancelled("Stopped."));
        } catch (EngineFault e) {
            return failed.apply(e.fault());
        } catch (NoSuchFileException e) {
            return failed.apply(
                    new Fault.ModelMissing(
                            "The file of the model %s is not there any more: %s. Put it back, or add the model again."
                                    .formatted(model, e.getFile())));
        } catch (IOException e) {
            return failed.apply(
                    new Fault.Unable("The model " + model + " cannot be read: " + e.getMessage()));
        }
    }

    @Override
    public Outcome ask(Request request, Sink sink) {
        long start = System.nanoTime();
        StringBuilder text = new StringBuilder();
        return on(
                request.model(),
                fault -> new Outcome.Failed(fault, text.toString()),
                engine -> {
                    writes(engine);
                    return new Answering(engine, sink, text, start).answer(request);
                });
    }

    private static void writes(Engine engine) throws EngineFault {
        if (Pooling.embeddingModel(engine.model().gguf())) {
            throw new EngineFault(
                    "This is an embedding model: it gives vectors of texts and writes none.");
        }
    }

    @Override
    public Scoring score(String model, Request.Input prompt, List<String> continuations) {
        return on(
                model,
                ContinuationScorer.NotScored::new,
                engine -> {
                    writes(engine);
                    return Scorings.of(engine, prompt, continuations);
                });
    }

    @Override
    public Next next(String model, Request.Input prompt, String begun, int most) {
        return on(
                model,
                NextTokens.NotTold::new,
                engine -> {
                    writes(engine);
                    return Scorings.next(engine, prompt, begun, most);
                });
    }

    @Override
    public PromptScores.Told prompt(String model, Request.Input prompt) {
        return on(
                model,
                PromptScores.NotTold::new,
                engine -> {
                    writes(engine);
                    return Scorings.prompt(engine, prompt);
                });
    }

    @Override
    public Vectors vectors(String model, List<String> texts) {
        return on(
                model,
                TextVectors.NotFound::new,
                engine -> {
                    Pooling pooling = Pooling.of(engine.model().gguf());
                    List<float[]> vectors = new ArrayList<>(texts.size());
                    for (String text : texts) {
                        vectors.add(Scorings.vector(engine, text, pooling));
                    }
                    return new TextVectors.Found(vectors);
                });
    }

    @Override
    public List<String> pieces(String model, String text) throws IOException {
        try {
            return on(
                    model,
                    engine -> {
                        Vocabulary vocabulary = engine.vocabulary();
                        List<String> pieces = new ArrayList<>();
                        Utf8Stream bytes = new Utf8Stream();
                        for (int token : vocabulary.tokens(text, false)) {
                            pieces.add(bytes.add(vocabulary.piece(token, false)));
                        }
                        return pieces;
                    });
        } catch (EngineFault e) {
            throw new IOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Stopped.");
        }
    }

    /// How long a prompt is for a model, told without evaluating it.
    ///
    /// @return a sentence with the tokens it has and the most the model takes, or why it cannot be
    ///   told
    public String length(String model, Request.Input prompt) {
        return on(
                model,
                Fault::message,
                engine -> {
                    int tokens =
                            PromptTokens.of(engine.vocabulary(), engine.chat(), prompt)
                                    .tokens()
                                    .length;
                    int most = engine.model().mostTokens();
                    return tokens < most
                            ? "The prompt has %,d tokens; this model takes %,d."
                                    .formatted(tokens, most)
                            : "The prompt has %,d tokens and this model takes %,d: it does not fit. Use fewer demonstrations."
                                    .formatted(tokens, most);
                });
    }

    /// What a model file says of itself and how much memory it will take, told before it is loaded.
    public Look look(String model) {
        try {
            return Look.at(headers.of(file(model)));
        } catch (EngineFault e) {
            return new Look.Damaged(e.fault().message());
        } catch (IOException e) {
            return new Look.Damaged(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Optional<String> unavailable(String model) {
        return switch (look(model)) {
            case Look.Damaged(String sentence) -> Optional.of(sentence);
            case Look.Whole whole -> whole.tooLarge();
        };
    }

    @Override
    public void close() {
        engines.release(files.get().values());
    }
}
