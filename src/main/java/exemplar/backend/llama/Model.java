package exemplar.backend.llama;

import exemplar.backend.gguf.Gguf;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/// A model's weights in memory, and what is known of it.
final class Model implements AutoCloseable {
    private static final int USUAL_CONTEXT = 4096;

    private final Native library;
    private final Gguf gguf;
    private final MemorySegment address;
    private final Vocabulary vocabulary;

    private Model(Native library, Gguf gguf, MemorySegment address) {
        this.library = library;
        this.gguf = gguf;
        this.address = address;
        vocabulary = new Vocabulary(library, library.vocab(address));
    }

    /// Loads a model file, after it was found whole and small enough.
    static Model load(Native library, Path file) throws IOException, EngineFault {
        Gguf gguf = Gguf.read(file);
        Memory.require(gguf, Memory.first(gguf));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment model =
                    library.modelLoad(
                            arena.allocateFrom(file.toAbsolutePath().toString()),
                            library.modelDefaults(arena));
            if (model.equals(MemorySegment.NULL)) {
                throw new EngineFault(
                        ("The engine (%s) cannot load %s: it may not know the model family '%s'."
                                        + " Take another model, or a newer engine with: exemplar"
                                        + " models engine install.")
                                .formatted(
                                        library.layout().version(),
                                        file.getFileName(),
                                        gguf.architecture()));
            }
            return new Model(library, gguf, model);
        }
    }

    MemorySegment address() {
        return address;
    }

    Gguf gguf() {
        return gguf;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /// How many numbers the hidden state of a token has.
    int width() {
        return library.width(address);
    }

    /// Whether it keeps one state a sequence, so that nothing of it can be taken back.
    boolean recurrent() {
        return library.recurrent(address);
    }

    /// Most tokens that prompt and answer may have together.
    int mostTokens() {
        return gguf.contextLength() > 0 ? gguf.contextLength() : USUAL_CONTEXT;
    }

    @Override
    public void close() {
        library.modelFree(address);
    }
}
