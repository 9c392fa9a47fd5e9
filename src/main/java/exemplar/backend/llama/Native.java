package exemplar.backend.llama;

import static exemplar.backend.llama.Symbols.run;
import static exemplar.backend.llama.Symbols.unexpected;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// The functions of a native library that the engine calls, one method each, nothing added.
final class Native {
    static final StructLayout BATCH = words(7);

    private static final int ROOM = 512;

    private final Symbols symbols;
    private final Layout layout;
    private final MethodHandle modelDefaults;
    private final MethodHandle contextDefaults;
    private final MethodHandle modelLoad;
    private final MethodHandle modelFree;
    private final MethodHandle modelVocab;
    private final MethodHandle modelWidth;
    private final MethodHandle modelRecurrent;
    private final MethodHandle contextNew;
    private final MethodHandle contextFree;
    private final MethodHandle contextAbort;
    private final MethodHandle contextThreads;
    private final MethodHandle contextEmbeddings;
    private final MethodHandle vocabSize;
    private final MethodHandle vocabAttribute;
    private final MethodHandle vocabText;
    private final MethodHandle tokenize;
    private final MethodHandle piece;
    private final MethodHandle isEnd;
    private final MethodHandle bos;
    private final MethodHandle eos;
    private final MethodHandle decode;
    private final MethodHandle logits;
    private final MethodHandle hidden;
    private final Optional<MethodHandle> memory;
    private final MethodHandle clear;
    private final MethodHandle remove;
    private final MethodHandle copy;
    private final MethodHandle stateSize;
    private final MethodHandle stateGet;
    private final MethodHandle stateSet;

    /// Finds the functions and holds the layout against the library's defaults.
    ///
    /// @throws EngineFault when the library is of another version than the layout
    Native(Symbols symbols, Layout layout) throws EngineFault {
        this.symbols = symbols;
        this.layout = layout;
        StructLayout modelParams = params(layout.modelParams());
        StructLayout contextParams = params(layout.contextParams());
        modelDefaults = at("llama_model_default_params", modelParams);
        contextDefaults = at("llama_context_default_params", contextParams);
        modelLoad = at("llama_model_load_from_file", ADDRESS, ADDRESS, modelParams);
        modelFree = nothing("llama_model_free", ADDRESS);
        modelVocab = at("llama_model_get_vocab", ADDRESS, ADDRESS);
        modelWidth = at("llama_model_n_embd", JAVA_INT, ADDRESS);
        modelRecurrent = at("llama_model_is_recurrent", JAVA_BOOLEAN, ADDRESS);
        contextNew = at("llama_init_from_model", ADDRESS, ADDRESS, contextParams);
        contextFree = nothing("llama_free", ADDRESS);
        contextAbort = nothing("llama_set_abort_callback", ADDRESS, ADDRESS, ADDRESS);
        contextThreads = nothing("llama_set_n_threads", ADDRESS, JAVA_INT, JAVA_INT);
        contextEmbeddings = nothing("llama_set_embeddings", ADDRESS, JAVA_BOOLEAN);
        vocabSize = at("llama_vocab_n_tokens", JAVA_INT, ADDRESS);
        vocabAttribute = at("llama_vocab_get_attr", JAVA_INT, ADDRESS, JAVA_INT);
        vocabText = at("llama_vocab_get_text", ADDRESS, ADDRESS, JAVA_INT);
        tokenize =
                at(
                        "llama_tokenize",
                        JAVA_INT,
                        ADDRESS,
                        ADDRESS,
                        JAVA_INT,
                        ADDRESS,
                        JAVA_INT,
                        JAVA_BOOLEAN,
                        JAVA_BOOLEAN);
        piece =
                at(
                        "llama_token_to_piece",
                        JAVA_INT,
                        ADDRESS,
                        JAVA_INT,
                        ADDRESS,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_BOOLEAN);
        isEnd = at("llama_vocab_is_eog", JAVA_BOOLEAN, ADDRESS, JAVA_INT);
        bos = at("llama_vocab_bos", JAVA_INT, ADDRESS);
        eos = at("llama_vocab_eos", JAVA_INT, ADDRESS);
        decode = at("llama_decode", JAVA_INT, ADDRESS, BATCH);
        logits = at("llama_get_logits_ith", ADDRESS, ADDRESS, JAVA_INT);
        hidden = at("llama_get_embeddings_ith", ADDRESS, ADDRESS, JAVA_INT);
        Optional<String> handle = layout.function("memory");
        memory =
                handle.isPresent()
                        ? Optional.of(at(handle.get(), ADDRESS, ADDRESS))
                        : Optional.empty();
        clear =
                memory.isPresent()
                        ? nothing(named("clear"), ADDRESS, JAVA_BOOLEAN)
                        : nothing(named("clear"), ADDRESS);
        remove = at(named("remove"), JAVA_BOOLEAN, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT);
        copy = nothing(named("copy"), ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
        stateSize = at("llama_state_seq_get_size", JAVA_LONG, ADDRESS, JAVA_INT);
        stateGet = at("llama_state_seq_get_data", JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT);
        stateSet = at("llama_state_seq_set_data", JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT);
        verify();
    }

    /// A structure with room behind it: a library of another version than expected writes more, and
    /// that must be found out without harm. What is handed over too much is not read.
    private static StructLayout params(int bytes) {
        return words(Math.max(ROOM, bytes) / 8);
    }

    private static StructLayout words(int n) {
        return MemoryLayout.structLayout(MemoryLayout.sequenceLayout(n, JAVA_LONG));
    }

    private String named(String function) {
        return layout.function(function).orElseThrow();
    }

    private MethodHandle at(String name, MemoryLayout result, MemoryLayout... arguments)
            throws EngineFault {
        return symbols.find(name, FunctionDescriptor.of(result, arguments));
    }

    private MethodHandle nothing(String name, MemoryLayout... arguments) throws EngineFault {
        return symbols.find(name, FunctionDescriptor.ofVoid(arguments));
    }

    /// Refuses a library whose defaults do not lie where they should.
    private void verify() throws EngineFault {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment p = contextDefaults(arena);
            for (var expected : layout.defaults().entrySet()) {
                if (p.get(JAVA_INT, layout.at(expected.getKey())) != expected.getValue()) {
                    throw new EngineFault(
                            "The engine library is not the version expected ("
                                    + layout.version()
                                    + "): its defaults lie elsewhere. It is not used.");
                }
            }
        }
    }

    Layout layout() {
        return layout;
    }

    Symbols symbols() {
        return symbols;
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

    MemorySegment vocab(MemorySegment model) {
        return (MemorySegment) run(modelVocab, model);
    }

    /// How many numbers the hidden state of a token has.
    int width(MemorySegment model) {
        return (int) run(modelWidth, model);
    }

    /// Whether the model keeps one state a sequence instead of a cell a token.
    boolean recurrent(MemorySegment model) {
        return (boolean) run(modelRecurrent, model);
    }

    MemorySegment contextNew(MemorySegment model, MemorySegment params) {
        return (MemorySegment) run(contextNew, model, params);
    }

    void contextFree(MemorySegment context) {
        run(contextFree, context);
    }

    /// Has the library ask now and then, while it computes, whether to stop.
    void stopWhen(MemorySegment context, MemorySegment asked) {
        run(contextAbort, context, asked, MemorySegment.NULL);
    }

    void threads(MemorySegment context, int threads) {
        run(contextThreads, context, threads, threads);
    }

    /// Gives hidden states instead of logits, or logits again.
    void hiddenStates(MemorySegment context, boolean wanted) {
        run(contextEmbeddings, context, wanted);
    }

    int vocabSize(MemorySegment vocab) {
        return (int) run(vocabSize, vocab);
    }

    /// What kind of token it is, as bits.
    int attribute(MemorySegment vocab, int token) {
        try {
            return (int) vocabAttribute.invokeExact(vocab, token);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /// The token as the vocabulary spells it, ended by a zero byte.
    MemorySegment text(MemorySegment vocab, int token) {
        return (MemorySegment) run(vocabText, vocab, token);
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
        try {
            return (int) piece.invokeExact(vocab, token, buffer, bytes, 0, special);
        } catch (Throwable e) {
            throw unexpected(e);
        }
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

    MemorySegment hidden(MemorySegment context, int row) {
        return (MemorySegment) run(hidden, context, row);
    }

    private MemorySegment cells(MemorySegment context) {
        return memory.isPresent() ? (MemorySegment) run(memory.get(), context) : context;
    }

    void clear(MemorySegment context) {
        MemorySegment cells = cells(context);
        if (memory.isEmpty()) {
            run(clear, cells);
        } else if (!cells.equals(MemorySegment.NULL)) {
            run(clear, cells, false);
        }
    }

    /// Whether it could: not every model can forget a part of a sequence.
    boolean remove(MemorySegment context, int sequence, int from, int to) {
        return (boolean) run(remove, cells(context), sequence, from, to);
    }

    void copy(MemorySegment context, int from, int to) {
        run(copy, cells(context), from, to, -1, -1);
    }

    long stateSize(MemorySegment context, int sequence) {
        return (long) run(stateSize, context, sequence);
    }

    long stateGet(MemorySegment context, MemorySegment into, int sequence) {
        return (long) run(stateGet, context, into, into.byteSize(), sequence);
    }

    /// 0 when it could not.
    long stateSet(MemorySegment context, MemorySegment from, int sequence) {
        return (long) run(stateSet, context, from, from.byteSize(), sequence);
    }

    static byte[] bytes(MemorySegment buffer, int n) {
        return buffer.asSlice(0, n).toArray(JAVA_BYTE);
    }
}
