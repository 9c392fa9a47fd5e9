package exemplar.backend.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The functions of the native library that the engine calls, one method each, nothing added.
/// Loaded once for the life of the process.
final class Native {
    private static final Logger LOG = LoggerFactory.getLogger(Native.class);
    private static final Object LOCK = new Object();
    private static Optional<Native> loaded = Optional.empty();

    static final StructLayout BATCH = words(7);

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup symbols;
    private final Layout layout;
    private final StructLayout modelParams;
    private final StructLayout contextParams;
    private final MethodHandle modelDefaults;
    private final MethodHandle contextDefaults;
    private final MethodHandle modelLoad;
    private final MethodHandle modelFree;
    private final MethodHandle contextNew;
    private final MethodHandle contextFree;
    private final MethodHandle modelVocab;
    private final MethodHandle vocabSize;
    private final MethodHandle tokenize;
    private final MethodHandle piece;
    private final MethodHandle isEnd;
    private final MethodHandle bos;
    private final MethodHandle eos;
    private final MethodHandle decode;
    private final MethodHandle logits;
    private final MethodHandle kvClear;
    private final MethodHandle kvRemove;
    private final MethodHandle kvCopy;
    private final MethodHandle embeddingSize;

    private Native(SymbolLookup symbols, Layout layout) throws EngineFault {
        this.symbols = symbols;
        this.layout = layout;
        modelParams = words(layout.modelParams() / 8);
        contextParams = words(layout.contextParams() / 8);
        modelDefaults = find("llama_model_default_params", FunctionDescriptor.of(modelParams));
        contextDefaults =
                find("llama_context_default_params", FunctionDescriptor.of(contextParams));
        modelLoad =
                find(
                        "llama_model_load_from_file",
                        FunctionDescriptor.of(ADDRESS, ADDRESS, modelParams));
        modelFree = find("llama_model_free", FunctionDescriptor.ofVoid(ADDRESS));
        contextNew =
                find(
                        "llama_init_from_model",
                        FunctionDescriptor.of(ADDRESS, ADDRESS, contextParams));
        contextFree = find("llama_free", FunctionDescriptor.ofVoid(ADDRESS));
        modelVocab = find("llama_model_get_vocab", FunctionDescriptor.of(ADDRESS, ADDRESS));
        vocabSize = find("llama_vocab_n_tokens", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        tokenize =
                find(
                        "llama_tokenize",
                        FunctionDescriptor.of(
                                JAVA_INT,
                                ADDRESS,
                                ADDRESS,
                                JAVA_INT,
                                ADDRESS,
                                JAVA_INT,
                                JAVA_BOOLEAN,
                                JAVA_BOOLEAN));
        piece =
                find(
                        "llama_token_to_piece",
                        FunctionDescriptor.of(
                                JAVA_INT,
                                ADDRESS,
                                JAVA_INT,
                                ADDRESS,
                                JAVA_INT,
                                JAVA_INT,
                                JAVA_BOOLEAN));
        isEnd = find("llama_vocab_is_eog", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, JAVA_INT));
        bos = find("llama_vocab_bos", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        eos = find("llama_vocab_eos", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        decode = find("llama_decode", FunctionDescriptor.of(JAVA_INT, ADDRESS, BATCH));
        logits = find("llama_get_logits_ith", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
        kvClear = find("llama_kv_self_clear", FunctionDescriptor.ofVoid(ADDRESS));
        kvRemove =
                find(
                        "llama_kv_self_seq_rm",
                        FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT));
        kvCopy =
                find(
                        "llama_kv_self_seq_cp",
                        FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
        embeddingSize = find("llama_model_n_embd", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    }

    private static StructLayout words(int n) {
        return MemoryLayout.structLayout(MemoryLayout.sequenceLayout(n, JAVA_LONG));
    }

    /// The library, loaded and verified on first use.
    static Native library(Path cache) throws EngineFault, IOException {
        synchronized (LOCK) {
            if (loaded.isEmpty()) {
                Path file = LibraryFile.extracted(cache);
                waitWithoutSpinning();
                SymbolLookup symbols;
                try {
                    symbols = SymbolLookup.libraryLookup(file, Arena.global());
                } catch (IllegalArgumentException e) {
                    throw new EngineFault(
                            "The built-in engine could not be loaded. On Linux it needs the package"
                                    + " libgomp1 (OpenMP): install it and try again.");
                }
                Native fresh = new Native(symbols, Layout.B4916);
                fresh.verify();
                fresh.quiet();
                fresh.start();
                loaded = Optional.of(fresh);
            }
            return loaded.get();
        }
    }

    /// Threads of the library that wait for each other give the processor away. By default they
    /// spin, which makes an evaluation twenty times slower as soon as another program is busy. Read
    /// by OpenMP when it is loaded, so it is said before; what the person set stays.
    private static void waitWithoutSpinning() {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup()
                .find("setenv")
                .ifPresent(address -> {
                    try (Arena arena = Arena.ofConfined()) {
                        run(
                                linker.downcallHandle(
                                        address,
                                        FunctionDescriptor.of(
                                                JAVA_INT, ADDRESS, ADDRESS, JAVA_INT)),
                                arena.allocateFrom("OMP_WAIT_POLICY"),
                                arena.allocateFrom("PASSIVE"),
                                0);
                    }
                });
    }

    Layout layout() {
        return layout;
    }

    private MethodHandle find(String name, FunctionDescriptor descriptor) throws EngineFault {
        MemorySegment address =
                symbols.find(name)
                        .orElseThrow(() ->
                                new EngineFault(
                                        "The engine library has no function "
                                                + name
                                                + "; it is not the version expected."));
        return linker.downcallHandle(address, descriptor);
    }

    /// Refuses a library whose defaults do not lie where they should.
    private void verify() throws EngineFault {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment p = contextDefaults(arena);
            boolean fits =
                    p.get(JAVA_INT, layout.nCtx()) == 512
                            && p.get(JAVA_INT, layout.nBatch()) == 2048
                            && p.get(JAVA_INT, layout.nUbatch()) == 512
                            && p.get(JAVA_INT, layout.nSeqMax()) == 1
                            && p.get(JAVA_INT, layout.nThreads()) == 4
                            && p.get(JAVA_INT, layout.nThreadsBatch()) == 4;
            if (!fits) {
                throw new EngineFault(
                        "The engine library is not the version expected ("
                                + layout.version()
                                + "): its defaults lie elsewhere. It is not used.");
            }
        }
    }

    private void start() throws EngineFault {
        run(find("llama_backend_init", FunctionDescriptor.ofVoid()));
    }

    /// Sends what the library has to say to our own log.
    private void quiet() throws EngineFault {
        try {
            MethodHandle target =
                    MethodHandles.lookup()
                            .findStatic(
                                    Native.class,
                                    "log",
                                    MethodType.methodType(
                                            void.class,
                                            int.class,
                                            MemorySegment.class,
                                            MemorySegment.class));
            MemorySegment stub =
                    linker.upcallStub(
                            target,
                            FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS),
                            Arena.global());
            run(
                    find("llama_log_set", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS)),
                    stub,
                    MemorySegment.NULL);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a method of this class", e);
        }
    }

    @SuppressWarnings("unused") // called by the library
    private static void log(int level, MemorySegment text, MemorySegment data) {
        if (LOG.isDebugEnabled() && !text.equals(MemorySegment.NULL)) {
            String words = text.reinterpret(4096).getString(0, StandardCharsets.UTF_8).strip();
            LOG.debug("{}", words);
        }
    }

    private static Object run(MethodHandle handle, Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a native function threw", e);
        }
    }

    private static IllegalStateException unexpected(Throwable e) {
        return new IllegalStateException("a native function threw", e);
    }

    // --- One method a function -------------------------------------------------------------------

    MemorySegment modelDefaults(SegmentAllocator arena) {
        return (MemorySegment) run(modelDefaults, arena);
    }

    MemorySegment contextDefaults(SegmentAllocator arena) {
        return (MemorySegment) run(contextDefaults, arena);
    }

    MemorySegment modelLoad(MemorySegment path, MemorySegment params) {
        return (MemorySegment) run(modelLoad, path, params);
    }

    void modelFree(MemorySegment model) {
        run(modelFree, model);
    }

    MemorySegment contextNew(MemorySegment model, MemorySegment params) {
        return (MemorySegment) run(contextNew, model, params);
    }

    void contextFree(MemorySegment context) {
        run(contextFree, context);
    }

    MemorySegment vocab(MemorySegment model) {
        return (MemorySegment) run(modelVocab, model);
    }

    int vocabSize(MemorySegment vocab) {
        return (int) run(vocabSize, vocab);
    }

    int embeddingSize(MemorySegment model) {
        return (int) run(embeddingSize, model);
    }

    int tokenize(
            MemorySegment vocab,
            MemorySegment text,
            int bytes,
            MemorySegment tokens,
            int most,
            boolean addSpecial,
            boolean parseSpecial) {
        return (int) run(tokenize, vocab, text, bytes, tokens, most, addSpecial, parseSpecial);
    }

    int piece(MemorySegment vocab, int token, MemorySegment buffer, int bytes, boolean special) {
        return (int) run(piece, vocab, token, buffer, bytes, 0, special);
    }

    boolean isEnd(MemorySegment vocab, int token) {
        return (boolean) run(isEnd, vocab, token);
    }

    int bos(MemorySegment vocab) {
        return (int) run(bos, vocab);
    }

    int eos(MemorySegment vocab) {
        return (int) run(eos, vocab);
    }

    /// 0 done, 1 no room in the cache, 2 aborted, negative a fault.
    int decode(MemorySegment context, MemorySegment batch) {
        try {
            return (int) decode.invokeExact(context, batch);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    MemorySegment logits(MemorySegment context, int row) {
        try {
            return (MemorySegment) logits.invokeExact(context, row);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    void kvClear(MemorySegment context) {
        run(kvClear, context);
    }

    void kvRemove(MemorySegment context, int sequence, int from, int to) {
        run(kvRemove, context, sequence, from, to);
    }

    void kvCopy(MemorySegment context, int from, int to, int start, int end) {
        run(kvCopy, context, from, to, start, end);
    }

    /// A function the library calls now and then while it computes; true stops it.
    MemorySegment abortStub(MethodHandle asked, Arena arena) {
        return linker.upcallStub(asked, FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS), arena);
    }

    static byte[] bytes(MemorySegment buffer, int n) {
        return buffer.asSlice(0, n).toArray(JAVA_BYTE);
    }
}
