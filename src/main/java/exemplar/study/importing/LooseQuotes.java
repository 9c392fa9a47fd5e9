package exemplar.study.importing;

import java.util.Locale;
import java.util.Optional;

/// Remembers cells that open a quote and never close it, in a file whose quotes are read as letters
/// because of them: they look like a mistake and must not pass in silence.
final class LooseQuotes {
    private static final char QUOTE = '"';

    private final boolean letters;
    private long line;
    private int column;
    private int rows;

    LooseQuotes(Dialect dialect) {
        letters = dialect.quote() == Dialect.NONE && dialect.separator() != Dialect.NONE;
    }

    void look(Cells.Record record) {
        if (!letters) {
            return;
        }
        for (int i = 0; i < record.cells().size(); i++) {
            if (isOpen(record.cells().get(i))) {
                if (rows == 0) {
                    line = record.line();
                    column = i + 1;
                }
                rows++;
                return;
            }
        }
    }

    private static boolean isOpen(String cell) {
        return !cell.isEmpty()
                && cell.charAt(0) == QUOTE
                && cell.chars().filter(c -> c == QUOTE).count() % 2 == 1;
    }

    /// What to tell the person, as a sentence without its full stop.
    Optional<String> note() {
        if (rows == 0) {
            return Optional.empty();
        }
        String more =
                rows == 1
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " (and in %,d more row%s)",
                                rows - 1,
                                rows == 2 ? "" : "s");
        return Optional.of(
                "line %d: the quote that opens column %d%s is never closed, so quotes are read as letters; add the closing quote where one is missing"
                        .formatted(line, column, more));
    }
}
