package exemplar.backend.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import exemplar.backend.gguf.Gguf;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// One model file, loaded: evaluates tokens and gives the scores of what may follow. One caller at
/// a time; the others wait and can be interrupted while they do. An interrupt also stops the
/// library in the middle of an evaluation.
final class Engine implements AutoCloseable {
    private static final int LEAST_CONTEXT = 2048;
    private static final int CHUNK = 512;

    /// Prompts are evaluated in pieces that begin at multiples of this, whatever is known already.
    /// The library rounds differently for batches of different size, so a prompt whose pieces
    /// depended on what was asked before would get slightly different scores each time.
    private static final int STEP = 64;

    private static final int MOST_SEQUENCES = 64;
    private static final int STOPPED = 2;

    private final Native library;
    private final Gguf gguf;
    private final MemorySegment model;
    private final Vocabulary vocabulary;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Arena arena = Arena.ofShared();
    private final Batch batch;
    private final MemorySegment abort;
    private volatile Optional<Thread> asker = Optional.empty();
    private MemorySegment context = MemorySegment.NULL;
    private int contextSize;
    private int[] cached = new int[0];
    private boolean closed;

    private Engine(Native library, Gguf gguf, MemorySegment model) {
        this.library = library;
        this.gguf = gguf;
        this.model = model;
        vocabulary = new Vocabulary(library, library.vocab(model));
        batch = new Batch(arena, CHUNK);
        try {
            MethodHandle asked =
                    MethodHandles.lookup()
                            .bind(
                                    this,
                                    "abortAsked",
                                    MethodType.methodType(boolean.class, MemorySegment.class));
            abort = library.abortStub(asked, arena);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a method of this class", e);
        }
    }

    /// Loads a model file, after it was found whole and small enough.
    static Engine open(Path file, Path cache) throws IOException, EngineFault {
        Gguf gguf = Gguf.read(file);
        Memory.require(gguf, LEAST_CONTEXT);
        Native library = Native.library(cache);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment params = library.modelDefaults(arena);
            MemorySegment model =
                    library.modelLoad(arena.allocateFrom(file.toAbsolutePath().toString()), params);
            if (model.equals(MemorySegment.NULL)) {
                throw new EngineFault(
                        ("The engine cannot load %s: it may not know the model family '%s'. Take"
                                        + " another model, or a newer engine.")
                                .formatted(file.getFileName(), gguf.architecture()));
            }
            return new Engine(library, gguf, model);
        }
    }

    @SuppressWarnings("unused") // called by the library, on the thread that evaluates
    private boolean abortAsked(MemorySegment data) {
        return asker.map(Thread::isInterrupted).orElse(false);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Gguf gguf() {
        return gguf;
    }

    /// Most tokens that prompt and answer may have together.
    int mostTokens() {
        int trained = gguf.contextLength();
        return trained > 0 ? trained : 4096;
    }

    /// Takes the engine; others wait.
    Turn take() throws InterruptedException, EngineFault {
        lock.lockInterruptibly();
        if (closed) {
            lock.unlock();
            throw new EngineFault("The engine was closed.");
        }
        asker = Optional.of(Thread.currentThread());
        return new Turn();
    }

    /// A caller's turn with the engine.
    final class Turn implements AutoCloseable {
        private Turn() {}

        /// Evaluates a prompt and gives the logits of what follows. What the prompt shares with the
        /// one before is not evaluated again.
        ///
        /// @param room further tokens that will follow
        float[] prompt(int[] tokens, int room) throws InterruptedException, EngineFault {
            ensure(tokens.length + room);
            int shared = Math.min(common(tokens), tokens.length - 1) / STEP * STEP;
            library.kvRemove(context, 0, shared, -1);
            cached = Arrays.copyOf(tokens, shared);
            float[] logits = new float[0];
            for (int from = shared; from < tokens.length; from += STEP) {
                int to = Math.min(tokens.length, from + STEP);
                batch.clear();
                for (int i = from; i < to; i++) {
                    batch.add(tokens[i], i, 0, i == tokens.length - 1);
                }
                decode(from);
                cached = Arrays.copyOf(tokens, to);
                if (to == tokens.length) {
                    logits = logits(batch.size() - 1);
                }
            }
            return logits;
        }

        /// Adds one token and gives the logits of what follows it.
        float[] next(int token) throws InterruptedException, EngineFault {
            int at = cached.length;
            batch.clear();
            batch.add(token, at, 0, true);
            decode(at);
            cached = Arrays.copyOf(cached, at + 1);
            cached[at] = token;
            return logits(0);
        }

        /// Log-probabilities (nats) of each token of several continuations of a prompt. The prompt
        /// is evaluated once; the continuations share its cells and are evaluated side by side.
        double[][] continuations(int[] prompt, List<int[]> continuations)
                throws InterruptedException, EngineFault {
            int longest = continuations.stream().mapToInt(c -> c.length).max().orElse(0);
            int all = continuations.stream().mapToInt(c -> c.length).sum();
            float[] first = prompt(prompt, Math.max(longest, all));
            double norm = logSum(first);
            double[][] scores = new double[continuations.size()][];
            for (int i = 0; i < scores.length; i++) {
                int[] c = continuations.get(i);
                scores[i] = new double[c.length];
                if (c.length > 0) {
                    scores[i][0] = first[c[0]] - norm;
                }
            }
            for (int from = 0; from < scores.length; ) {
                from = beside(prompt.length, continuations, scores, from);
            }
            return scores;
        }

        /// Evaluates as many continuations as fit into one batch; gives the first one left.
        private int beside(int length, List<int[]> all, double[][] scores, int from)
                throws InterruptedException, EngineFault {
            batch.clear();
            int i = from;
            int[] rows = new int[all.size()];
            int sequence = 1;
            for (; i < all.size() && sequence < MOST_SEQUENCES; i++) {
                int[] c = all.get(i);
                if (c.length - 1 + batch.size() > CHUNK) {
                    break;
                }
                if (c.length > 1) {
                    library.kvCopy(context, 0, sequence, -1, -1);
                    rows[i] = batch.size();
                    for (int t = 0; t + 1 < c.length; t++) {
                        batch.add(c[t], length + t, sequence, true);
                    }
                    sequence++;
                }
            }
            if (i == from) {
                throw new EngineFault("A label has more than %d tokens.".formatted(CHUNK));
            }
            try {
                if (batch.size() > 0) {
                    decode(length);
                    for (int j = from; j < i; j++) {
                        int[] c = all.get(j);
                        for (int t = 1; t < c.length; t++) {
                            float[] logits = logits(rows[j] + t - 1);
                            scores[j][t] = logits[c[t]] - logSum(logits);
                        }
                    }
                }
            } finally {
                for (int s = 1; s < sequence; s++) {
                    library.kvRemove(context, s, -1, -1);
                }
            }
            return i;
        }

        /// Evaluates the batch; after a stop or a fault nothing from `base` on is taken as known.
        private void decode(int base) throws InterruptedException, EngineFault {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            int result = library.decode(context, batch.struct());
            if (result == 0) {
                return;
            }
            library.kvRemove(context, 0, base, -1);
            cached = Arrays.copyOf(cached, Math.min(base, cached.length));
            if (result == STOPPED || Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            throw new EngineFault(
                    result == 1
                            ? "The engine's cache is full."
                            : "The engine could not evaluate the prompt (code " + result + ").");
        }

        private int common(int[] tokens) {
            int n = Math.min(tokens.length, cached.length);
            int at = Arrays.mismatch(tokens, 0, n, cached, 0, n);
            return at < 0 ? n : at;
        }

        @Override
        public void close() {
            asker = Optional.empty();
            lock.unlock();
        }
    }

    private float[] logits(int row) {
        MemorySegment scores = library.logits(context, row);
        return scores.reinterpret(4L * vocabulary.size()).toArray(JAVA_FLOAT);
    }

    /// log Σ exp, in double, shifted by the largest.
    static double logSum(float[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (float l : logits) {
            max = Math.max(max, l);
        }
        double sum = 0;
        for (float l : logits) {
            sum += Math.exp(l - max);
        }
        return max + Math.log(sum);
    }

    /// Makes the context large enough.
    private void ensure(int tokens) throws EngineFault {
        if (tokens <= contextSize && !context.equals(MemorySegment.NULL)) {
            return;
        }
        int wanted = Math.max(LEAST_CONTEXT, (tokens + 255) / 256 * 256);
        int size = Math.max(tokens, Math.min(wanted, mostTokens()));
        Memory.require(gguf, size);
        freeContext();
        Layout at = library.layout();
        try (Arena local = Arena.ofConfined()) {
            MemorySegment params = library.contextDefaults(local);
            int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
            params.set(JAVA_INT, at.nCtx(), size);
            params.set(JAVA_INT, at.nBatch(), CHUNK);
            params.set(JAVA_INT, at.nUbatch(), CHUNK);
            params.set(JAVA_INT, at.nSeqMax(), 1);
            params.set(JAVA_INT, at.nThreads(), threads);
            params.set(JAVA_INT, at.nThreadsBatch(), threads);
            params.set(ADDRESS, at.abortCallback(), abort);
            params.set(ADDRESS, at.abortData(), MemorySegment.NULL);
            context = library.contextNew(model, params);
        }
        if (context.equals(MemorySegment.NULL)) {
            contextSize = 0;
            throw new EngineFault("The engine could not make room for %,d tokens.".formatted(size));
        }
        contextSize = size;
        cached = new int[0];
    }

    private void freeContext() {
        if (!context.equals(MemorySegment.NULL)) {
            library.contextFree(context);
            context = MemorySegment.NULL;
            contextSize = 0;
            cached = new int[0];
        }
    }

    /// Waits for the caller whose turn it is, then frees everything.
    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                freeContext();
                library.modelFree(model);
                arena.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
