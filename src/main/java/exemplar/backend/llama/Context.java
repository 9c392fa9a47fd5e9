package exemplar.backend.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import exemplar.backend.Fault;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

/// The library's working memory for one model: a cell for each token evaluated. Grows when a longer
/// prompt comes. One thread at a time.
final class Context implements AutoCloseable {
    /// Most tokens evaluated at once, where a text may be cut.
    static final int MOST = 512;

    /// Most tokens of a text whose tokens all see each other, so that it cannot be cut.
    static final int MOST_WHOLE = 2048;

    /// Most sequences the library keeps side by side.
    static final int SEQUENCES = 64;

    private static final int STOPPED = 2;
    private static final int POOLING_NONE = 0;

    private final Native library;
    private final Model model;
    private final int most;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment abort;
    private volatile Optional<Thread> asker = Optional.empty();
    private volatile boolean closing;
    private MemorySegment context = MemorySegment.NULL;
    private int size;

    Context(Native library, Model model) {
        this.library = library;
        this.model = model;
        most = Pooling.whole(model.gguf()) ? Math.min(MOST_WHOLE, model.mostTokens()) : MOST;
        try {
            MethodHandle asked =
                    MethodHandles.lookup()
                            .bind(
                                    this,
                                    "stopAsked",
                                    MethodType.methodType(boolean.class, MemorySegment.class));
            abort =
                    library.symbols()
                            .stub(asked, FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS), arena);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a method of this class", e);
        }
    }

    @SuppressWarnings("unused") // called by the library, on a thread that evaluates
    private boolean stopAsked(MemorySegment data) {
        return closing || asker.map(Thread::isInterrupted).orElse(false);
    }

    /// Whose interrupt stops an evaluation from now on.
    void askedBy(Optional<Thread> thread) {
        asker = thread;
    }

    /// Stops an evaluation that is under way, and every later one.
    void stop() {
        closing = true;
    }

    Arena arena() {
        return arena;
    }

    /// Most tokens this model evaluates at once.
    int most() {
        return most;
    }

    /// Makes room for that many tokens.
    ///
    /// @return whether everything evaluated before was lost
    /// @throws EngineFault when the memory does not suffice
    boolean ensure(int tokens) throws EngineFault {
        if (tokens <= size && !context.equals(MemorySegment.NULL)) {
            return false;
        }
        int wanted = Math.max(Memory.LEAST_CONTEXT, (tokens + 255) / 256 * 256);
        int cells = Math.max(tokens, Math.min(wanted, model.mostTokens()));
        Memory.require(model.gguf(), cells);
        free();
        Layout at = library.layout();
        try (Arena local = Arena.ofConfined()) {
            MemorySegment params = library.contextDefaults(local);
            params.set(JAVA_INT, at.at("n_ctx"), cells);
            params.set(JAVA_INT, at.at("n_batch"), most);
            params.set(JAVA_INT, at.at("n_ubatch"), most);
            params.set(JAVA_INT, at.at("n_seq_max"), at.sequences());
            params.set(JAVA_INT, at.at("pooling_type"), POOLING_NONE);
            at.switches().values().forEach(offset -> params.set(JAVA_BYTE, offset, (byte) 1));
            context = library.contextNew(model.address(), params);
        }
        if (context.equals(MemorySegment.NULL)) {
            throw new EngineFault(
                    "The engine could not make room for %,d tokens.".formatted(cells));
        }
        int processors = Runtime.getRuntime().availableProcessors() - (at.spins() ? 1 : 0);
        library.threads(context, Math.clamp(processors, 1, 8));
        library.stopWhen(context, abort);
        size = cells;
        return true;
    }

    /// Evaluates a batch.
    ///
    /// @throws InterruptedException when the caller's interrupt stopped it
    void decode(Batch batch) throws InterruptedException, EngineFault {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
        if (closing) {
            throw new EngineFault(new Fault.Cancelled("The engine was closed."));
        }
        int result = library.decode(context, batch.struct());
        if (result == 0) {
            return;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
        throw new EngineFault(
                result == STOPPED || closing
                        ? new Fault.Cancelled("The engine was closed.")
                        : new Fault.Unable(
                                result == 1
                                        ? "The engine's memory for this prompt is full."
                                        : "The engine could not evaluate the prompt (code "
                                                + result
                                                + ")."));
    }

    /// The logits after the token in that row of the last batch.
    float[] logits(int row) {
        return floats(library.logits(context, row), model.vocabulary().size());
    }

    /// The hidden state of the token in that row of the last batch.
    float[] hidden(int row) {
        return floats(library.hidden(context, row), model.width());
    }

    private static float[] floats(MemorySegment address, int n) {
        if (address.equals(MemorySegment.NULL)) {
            throw new IllegalStateException("the library has no output for a wanted row");
        }
        return address.reinterpret(4L * n).toArray(JAVA_FLOAT);
    }

    void hiddenStates(boolean wanted) {
        library.hiddenStates(context, wanted);
    }

    void clear() {
        library.clear(context);
    }

    /// Forgets a sequence from a position on; whether the model can.
    boolean remove(int sequence, int from) {
        return library.remove(context, sequence, from, -1);
    }

    void copy(int from, int to) {
        library.copy(context, from, to);
    }

    /// What a sequence has in memory, as the library packs it.
    Optional<MemorySegment> save(int sequence, Arena into, long most) {
        long bytes = library.stateSize(context, sequence);
        if (bytes <= 0 || bytes > most) {
            return Optional.empty();
        }
        MemorySegment state = into.allocate(bytes, 16);
        return library.stateGet(context, state, sequence) == bytes
                ? Optional.of(state)
                : Optional.empty();
    }

    /// Puts back what was saved, into an empty memory; whether it could.
    boolean restore(MemorySegment state, int sequence) {
        return library.stateSet(context, state, sequence) > 0;
    }

    private void free() {
        if (!context.equals(MemorySegment.NULL)) {
            library.contextFree(context);
            context = MemorySegment.NULL;
            size = 0;
        }
    }

    @Override
    public void close() {
        free();
        arena.close();
    }
}
