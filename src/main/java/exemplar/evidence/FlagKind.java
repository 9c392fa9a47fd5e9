package exemplar.evidence;

import java.util.Locale;
import java.util.Optional;

/// What can be found on an example, the gravest first.
public enum FlagKind {
    /// The same input, or nearly the same with the same numbers, stands elsewhere in the same set
    /// with another gold output.
    CONFLICT,
    /// The same input, or nearly the same, stands in the pool and in the tests.
    LEAK,
    /// The same input, or nearly the same, stands elsewhere in the same set.
    DUPLICATE,
    /// An input field is empty.
    EMPTY,
    /// There is no gold output.
    UNLABELLED,
    /// The gold output is none of the task's labels.
    UNKNOWN_LABEL,
    /// A field is written in several scripts.
    SCRIPTS,
    /// A field begins in one direction and goes mostly in the other.
    DIRECTION,
    /// A field holds characters that cannot be seen.
    INVISIBLE,
    /// A field ends with white space.
    TRAILING_SPACE,
    /// A field holds braces, which some template languages would read as their own.
    BRACES;

    /// The word of the filter language and of files: `conflict`, `unknown-label` …
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The kind with that word.
    public static Optional<FlagKind> of(String word) {
        for (FlagKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    int bit() {
        return 1 << ordinal();
    }
}
