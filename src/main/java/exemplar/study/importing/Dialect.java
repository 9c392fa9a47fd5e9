package exemplar.study.importing;

/// How the cells of a delimited file stand in a row.
///
/// @param separator between cells; `\0` where a line is one cell
/// @param quote around cells that hold a separator or a line end; `\0` where no character quotes
/// @param header whether the first row names the columns
public record Dialect(char separator, char quote, boolean header) {
    /// No such character.
    public static final char NONE = '\0';

    /// A line is one cell, whatever is in it.
    public static final Dialect WHOLE_LINES = new Dialect(NONE, NONE, false);

    /// The separator for a person.
    public String separatorName() {
        return nameOf(separator);
    }

    /// A separator for a person.
    public static String nameOf(char separator) {
        return switch (separator) {
            case NONE -> "none";
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "bar";
            case ' ' -> "blank";
            default -> String.valueOf(separator);
        };
    }
}
