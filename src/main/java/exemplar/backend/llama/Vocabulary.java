package exemplar.backend.llama;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// A model's own tokenizer. Safe for any number of threads.
final class Vocabulary {
    private final Native library;
    private final MemorySegment vocab;
    private final int size;

    Vocabulary(Native library, MemorySegment vocab) {
        this.library = library;
        this.vocab = vocab;
        this.size = library.vocabSize(vocab);
    }

    int size() {
        return size;
    }

    /// The tokens of a text.
    ///
    /// @param addSpecial begin with the model's start token, where it has one
    /// @param parseSpecial read the names of special tokens in the text as those tokens
    int[] tokens(String text, boolean addSpecial, boolean parseSpecial) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment in = arena.allocate(bytes.length + 1L);
            MemorySegment.copy(bytes, 0, in, JAVA_BYTE, 0, bytes.length);
            int most = bytes.length + 8;
            MemorySegment out = arena.allocate(JAVA_INT, most);
            int n = library.tokenize(vocab, in, bytes.length, out, most, addSpecial, parseSpecial);
            if (n < 0) {
                out = arena.allocate(JAVA_INT, -n);
                n = library.tokenize(vocab, in, bytes.length, out, -n, addSpecial, parseSpecial);
            }
            return out.asSlice(0, 4L * n).toArray(JAVA_INT);
        }
    }

    /// The bytes a token stands for; half a character is possible.
    byte[] piece(int token, boolean special) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(256);
            int n = library.piece(vocab, token, out, 256, special);
            if (n < 0) {
                out = arena.allocate(-n);
                n = library.piece(vocab, token, out, -n, special);
            }
            return Native.bytes(out, n);
        }
    }

    /// Whether the token ends an answer.
    boolean isEnd(int token) {
        return library.isEnd(vocab, token);
    }

    /// The words of the start token; empty when there is none.
    String start() {
        return words(library.bos(vocab));
    }

    /// The words of the end token; empty when there is none.
    String end() {
        return words(library.eos(vocab));
    }

    private String words(int token) {
        return token < 0 ? "" : new String(piece(token, true), StandardCharsets.UTF_8);
    }
}
