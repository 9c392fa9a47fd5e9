package exemplar.backend.gguf;

import java.util.List;
import java.util.Map;

/// The lists of a vocabulary. The engine takes their types and lengths as they should be and reads
/// beyond them where they are not.
enum WordList {
    TOKENS("tokens", List.of(8L), false),
    SCORES("scores", List.of(6L), true),
    KINDS("token_type", List.of(4L, 5L), true),
    MERGES("merges", List.of(8L), false);

    private static final String BEFORE = "tokenizer.ggml.";

    private final String name;
    private final List<Long> types;
    private final boolean oneEach;

    /// @param types as GGUF numbers the types of values
    /// @param oneEach whether there is a value for each token
    WordList(String name, List<Long> types, boolean oneEach) {
        this.name = name;
        this.types = types;
        this.oneEach = oneEach;
    }

    /// @throws BadGguf when the list is of another type or too short
    void check(Map<String, Object> metadata) throws BadGguf {
        String key = BEFORE + name;
        if (metadata.containsKey(key)) {
            throw new BadGguf("The entry " + key + " is no list. The file is damaged.");
        }
        if (!(metadata.get(key + ".type") instanceof Long type)) {
            return;
        }
        if (!types.contains(type)) {
            throw new BadGguf("The list " + key + " has values of a wrong type. It is damaged.");
        }
        if (oneEach
                && metadata.get(key + ".length") instanceof Long length
                && metadata.get(BEFORE + TOKENS.name + ".length") instanceof Long tokens
                && length < tokens) {
            throw new BadGguf(
                    "The list %s has %,d values for %,d tokens. The file is damaged."
                            .formatted(key, length, tokens));
        }
    }
}
