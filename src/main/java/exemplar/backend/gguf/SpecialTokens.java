package exemplar.backend.gguf;

import java.util.List;
import java.util.Map;

/// The tokens a kind of tokenizer writes by itself: where a text begins and ends, what it does not
/// know. A file names them by number; a number the vocabulary does not have is passed over by the
/// engine, which then takes the kind's usual one. Where that is not in the vocabulary either, the
/// engine reads beyond its end or ends the process, so such a file is refused.
///
/// @param key what a file calls it, between `tokenizer.ggml.` and `_token_id`
/// @param what what it is for, for a person
/// @param usual its number where the file names none
record SpecialTokens(String key, String what, long usual) {
    private static final String BEFORE = "tokenizer.ggml.";

    private static final List<SpecialTokens> SENTENCE_PIECES =
            List.of(start(1), end(2), unknown(0));
    private static final List<SpecialTokens> WORD_PIECES =
            List.of(start(101), unknown(100), separator(102), padding(0), mask(103));
    private static final List<SpecialTokens> BYTE_PAIRS = List.of(start(11), end(11));
    private static final List<SpecialTokens> UNIGRAMS = List.of(end(1), unknown(2), padding(0));

    /// By the name of the tokenizer's kind, as llama.cpp (src/llama-vocab.cpp) sets them.
    private static final Map<String, List<SpecialTokens>> USUAL =
            Map.of(
                    "llama",
                    SENTENCE_PIECES,
                    "bert",
                    WORD_PIECES,
                    "gpt2",
                    BYTE_PAIRS,
                    "t5",
                    UNIGRAMS,
                    "plamo2",
                    List.of(start(1), end(2), unknown(0), padding(3)));

    /// Byte-pair vocabularies of these kinds have no usual start token.
    private static final List<String> WITHOUT_START = List.of("glm4", "chatglm-bpe");

    private static SpecialTokens start(long usual) {
        return new SpecialTokens("bos", "the start of a text", usual);
    }

    private static SpecialTokens end(long usual) {
        return new SpecialTokens("eos", "the end of a text", usual);
    }

    private static SpecialTokens unknown(long usual) {
        return new SpecialTokens("unknown", "unknown words", usual);
    }

    /// The key's spelling is GGUF's.
    private static SpecialTokens separator(long usual) {
        return new SpecialTokens("seperator", "what parts texts", usual);
    }

    private static SpecialTokens padding(long usual) {
        return new SpecialTokens("padding", "padding", usual);
    }

    private static SpecialTokens mask(long usual) {
        return new SpecialTokens("mask", "hidden words", usual);
    }

    /// @throws BadGguf when a special token that the engine would take is not in the vocabulary, or
    ///   when there is no vocabulary
    static void check(Map<String, Object> metadata) throws BadGguf {
        if (!(metadata.get(BEFORE + "model") instanceof String kind)) {
            return;
        }
        if (kind.equals("no_vocab") || kind.equals("none")) {
            throw new BadGguf(
                    "The file has no vocabulary, so no text can be read with it. Take a file with its tokenizer.");
        }
        long size = metadata.get(BEFORE + "tokens.length") instanceof Long l ? l : 0;
        boolean startless =
                metadata.get(BEFORE + "pre") instanceof String pre && WITHOUT_START.contains(pre);
        for (SpecialTokens each : USUAL.getOrDefault(kind, List.of())) {
            if (!(startless && each.key.equals("bos"))) {
                each.check(metadata, size);
            }
        }
    }

    private void check(Map<String, Object> metadata, long size) throws BadGguf {
        String name = BEFORE + key + "_token_id";
        if (metadata.get(name) instanceof Long given) {
            if (given < 0 || given >= size && usual >= size) {
                throw new BadGguf(
                        "The token for %s (%s) is number %,d, and the vocabulary has %,d tokens. The file is damaged."
                                .formatted(what, name, given, size));
            }
        } else if (usual >= size) {
            throw new BadGguf(
                    "The file names no token for %s (%s), and the usual number %,d is not among its %,d tokens. The file is damaged."
                            .formatted(what, name, usual, size));
        }
    }
}
