package exemplar.study.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a term can ask about, the cheapest to answer first.
enum Key {
    IS("on or off, pinned, gold or nogold, rationale, note"),
    LABEL("the gold output"),
    LANG("the language"),
    TAG("a tag"),
    LEN("the number of characters in all fields"),
    ID("the id; * stands for anything"),
    FLAG("a finding"),
    TEXT("any field"),
    NOTE("the note"),
    RATIONALE("the rationale"),
    SOURCE("where it came from");

    final String about;

    Key(String about) {
        this.about = about;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The key of that word, or of another word for it.
    static Optional<Key> of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "gold", "output" -> Optional.of(LABEL);
            case "language" -> Optional.of(LANG);
            case "length" -> Optional.of(LEN);
            default -> Arrays.stream(values()).filter(k -> k.word().equals(lower)).findFirst();
        };
    }

    /// Whether its values are looked for within a text, rather than compared.
    boolean isText() {
        return this == TEXT || this == NOTE || this == RATIONALE || this == SOURCE;
    }

    static List<String> states() {
        return List.of("on", "off", "pinned", "gold", "nogold", "rationale", "note");
    }
}
