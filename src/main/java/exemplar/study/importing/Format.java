package exemplar.study.importing;

import java.util.Locale;
import java.util.Optional;

/// What a file can be.
public enum Format {
    /// Cells divided by a separator, commas for one, quoted where needed.
    CSV("CSV"),
    /// Cells divided by tabs.
    TSV("TSV"),
    /// One array of records, alone or inside an object.
    JSON("JSON"),
    /// One record a line.
    JSONL("JSON lines"),
    /// One text a line, and in a second file one label a line.
    TEXT_LABELS("text and labels"),
    /// One text a line.
    LINES("lines of text");

    private final String title;

    Format(String title) {
        this.title = title;
    }

    /// For a person.
    public String title() {
        return title;
    }

    /// The word on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The format of that word.
    public static Optional<Format> of(String word) {
        for (Format format : values()) {
            if (format.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /// Whether it has cells with a separator.
    public boolean isDelimited() {
        return this == CSV || this == TSV;
    }
}
