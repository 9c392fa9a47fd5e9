package exemplar.study.importing;

import java.util.Map;

/// A row as a file has it.
sealed interface Row {

    /// Where it begins, from 1.
    long line();

    /// @param cells column to value: a text, or what JSON can say; in the file's order
    record Full(long line, Map<String, Object> cells) implements Row {}

    /// A row that cannot be read.
    ///
    /// @param reason a sentence without its full stop
    record Bad(long line, String reason, String text) implements Row {}

    /// A row with nothing in it.
    record Blank(long line) implements Row {}
}
