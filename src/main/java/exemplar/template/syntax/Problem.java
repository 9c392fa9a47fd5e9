package exemplar.template.syntax;

/// Something wrong in a template, with the place in its source.
///
/// @param message what is wrong and how to mend it, one sentence
/// @param offset in UTF-16 code units of the source
/// @param line counted from 1
/// @param column counted from 1, in UTF-16 code units
public record Problem(Kind kind, String message, int offset, int line, int column) {
    /// What sort of problem it is.
    public enum Kind {
        /// The template cannot be read.
        SYNTAX,
        /// A variable or member that does not exist was used; it rendered as nothing.
        UNDEFINED,
        /// Rendering ended here.
        ERROR,
        /// Rendering ended here because it became too large or took too long.
        LIMIT,
        /// Rendering was cancelled by an interrupt.
        CANCELLED
    }

    /// Whether the rendered text is incomplete because of it.
    public boolean isFatal() {
        return kind != Kind.UNDEFINED;
    }

    /// The same problem as the one that ended rendering.
    public Problem asFatal() {
        return isFatal() ? this : new Problem(Kind.ERROR, message, offset, line, column);
    }

    public static Problem at(Source source, int offset, Kind kind, String message) {
        int original = source.original(offset);
        return new Problem(kind, message, original, source.line(offset), source.column(offset));
    }
}
