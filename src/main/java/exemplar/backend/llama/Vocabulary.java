package exemplar.backend.llama;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A model's own tokenizer. Safe for any number of threads.
final class Vocabulary {
    private static final int UNKNOWN = 1;
    private static final int CONTROL = 8;
    private static final int STRIPS_LEFT = 128;
    private static final int STRIPS_RIGHT = 256;

    private final Native library;
    private final MemorySegment vocab;
    private final int size;
    private Optional<List<Special>> specials = Optional.empty();

    /// A token that no text may write by itself, such as the end of a turn.
    ///
    /// @param stripsLeft takes blanks before it with it
    /// @param stripsRight takes blanks after it with it
    record Special(int token, String name, boolean stripsLeft, boolean stripsRight) {}

    Vocabulary(Native library, MemorySegment vocab) {
        this.library = library;
        this.vocab = vocab;
        this.size = library.vocabSize(vocab);
    }

    int size() {
        return size;
    }

    /// The special tokens, those with longer names first: the order the library looks for them.
    synchronized List<Special> specials() {
        if (specials.isEmpty()) {
            List<Special> found = new ArrayList<>();
            for (int token = 0; token < size; token++) {
                int kind = library.attribute(vocab, token);
                if ((kind & (UNKNOWN | CONTROL)) != 0) {
                    String name =
                            library.text(vocab, token)
                                    .reinterpret(1024)
                                    .getString(0, StandardCharsets.UTF_8);
                    if (!name.isEmpty()) {
                        found.add(
                                new Special(
                                        token,
                                        name,
                                        (kind & STRIPS_LEFT) != 0,
                                        (kind & STRIPS_RIGHT) != 0));
                    }
                }
            }
            found.sort(Comparator.comparingInt((Special s) -> s.name().length()).reversed());
            specials = Optional.of(List.copyOf(found));
        }
        return specials.get();
    }

    /// The tokens of a text, in which the names of special tokens are plain text.
    ///
    /// @param addSpecial begin with the model's start token, where it has one
    int[] tokens(String text, boolean addSpecial) {
        return tokens(text, addSpecial, false);
    }

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

    /// The text a token stands for, with a replacement sign for half a character.
    String text(int token) {
        return new String(piece(token, true), StandardCharsets.UTF_8);
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
        return token < 0 ? "" : text(token);
    }
}
