package exemplar.study;

import java.util.List;

/// A problem of a study, as a value.
///
/// @param kind which sort
/// @param file where, relative to the study folder; empty when it is not in one file
/// @param line 1 is the first; 0 when it is not in one line
/// @param ids the examples concerned, in order; may be empty
/// @param what what is wrong, as a sentence without its full stop
/// @param advice what to do about it, as a sentence without its full stop
public record Finding(
        Kind kind, String file, int line, List<String> ids, String what, String advice) {

    /// The sorts of problem.
    public enum Kind {
        BROKEN_LINE(Severity.ERROR),
        ENCODING(Severity.ERROR),
        WRONG_TYPE(Severity.ERROR),
        TOO_LONG(Severity.ERROR),
        DUPLICATE_ID(Severity.ERROR),
        FILE(Severity.ERROR),
        SCHEMA(Severity.ERROR),
        TEMPLATE(Severity.ERROR),
        DESIGN(Severity.ERROR),
        EMPTY_FIELD(Severity.WARNING),
        MISSING_FIELD(Severity.WARNING),
        UNKNOWN_FIELD(Severity.WARNING),
        UNKNOWN_LABEL(Severity.ERROR),
        NO_GOLD(Severity.WARNING),
        DUPLICATE(Severity.WARNING),
        CONFLICT(Severity.WARNING),
        LEAK(Severity.ERROR);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }
    }

    /// How bad it is: an error makes results wrong or data invisible, a warning is worth a look.
    public enum Severity {
        ERROR,
        WARNING
    }

    public Finding {
        ids = List.copyOf(ids);
    }

    /// A problem of one file as a whole.
    public static Finding ofFile(Kind kind, String file, String what, String advice) {
        return new Finding(kind, file, 0, List.of(), what, advice);
    }

    public Severity severity() {
        return kind.severity;
    }

    /// All of it in one line: file, line, what, what to do.
    public String sentence() {
        String where =
                file.isEmpty() ? "" : line > 0 ? file + ", line " + line + ": " : file + ": ";
        return where + what + (advice.isEmpty() ? "" : "; " + advice) + ".";
    }
}
