package exemplar.template.syntax;

/// A piece of template source.
///
/// @param text what it says: the name, the operator, the decoded string, the kept template text or,
///   for an error, the sentence that explains it
/// @param start offset in [Source#text]
/// @param end offset after it
public record Token(Kind kind, String text, int start, int end) {
    /// The sorts of tokens.
    public enum Kind {
        DATA,
        VARIABLE_BEGIN,
        VARIABLE_END,
        BLOCK_BEGIN,
        BLOCK_END,
        COMMENT,
        RAW_BEGIN,
        RAW_END,
        NAME,
        STRING,
        INTEGER,
        FLOAT,
        OPERATOR,
        ERROR,
        END
    }

    boolean is(Kind wanted, String wantedText) {
        return kind == wanted && text.equals(wantedText);
    }

    /// How a message names it.
    String described() {
        return switch (kind) {
            case END -> "the end of the template";
            case VARIABLE_END -> "'}}'";
            case BLOCK_END -> "'%}'";
            case STRING -> "the text '" + text + "'";
            case DATA -> "template text";
            default -> "'" + text + "'";
        };
    }
}
