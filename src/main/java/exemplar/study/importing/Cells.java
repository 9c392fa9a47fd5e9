package exemplar.study.importing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cuts lines into rows of cells, after RFC 4180: a cell in quotes may hold separators and line
/// ends, two quotes in it are one. A quote inside a cell that does not begin with one is a letter.
///
/// A quote that is never closed costs the row it stands in: reading goes on with the next line.
final class Cells {
    /// So many lines are looked through for the end of a cell in quotes, and so many in a file
    /// where that was in vain again and again.
    private static final int MOST_LINES = 5_000;

    private static final int FEW_LINES = 50;
    private static final int PATIENCE = 20;

    private static final int MOST_LETTERS = 4_000_000;

    private final Lines lines;
    private final char separator;
    private final char quote;
    private final List<RawLine> taken = new ArrayList<>();
    private RawLine line = new RawLine(0, "", "", "");
    private int at;
    private int inVain;

    /// A row, or why there is none.
    ///
    /// @param text the row as it stands in the file
    /// @param fault a sentence without its full stop; empty when the row can be used
    record Record(long line, List<String> cells, String text, String fault) {}

    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String reason) {
            super(reason, null, false, false);
        }
    }

    Cells(Lines lines, Dialect dialect) {
        this.lines = lines;
        this.separator = dialect.separator();
        this.quote = dialect.quote();
    }

    Optional<Record> next() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("reading was cancelled");
        }
        Optional<RawLine> first = lines.next();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        line = first.get();
        long number = line.number();
        taken.clear();
        taken.add(line);
        at = 0;
        if (separator == Dialect.NONE && quote == Dialect.NONE) {
            return Optional.of(new Record(number, List.of(line.text()), line.text(), line.fault()));
        }
        try {
            List<String> cells = cells();
            String fault =
                    taken.stream()
                            .map(RawLine::fault)
                            .filter(f -> !f.isEmpty())
                            .findFirst()
                            .orElse("");
            return Optional.of(new Record(number, cells, text(), fault));
        } catch (Broken e) {
            String text = taken.getFirst().text();
            lines.giveBack(taken.subList(1, taken.size()));
            return Optional.of(new Record(number, List.of(), text, String.valueOf(e.getMessage())));
        }
    }

    private String text() {
        if (taken.size() == 1) {
            return line.text();
        }
        StringBuilder text = new StringBuilder();
        for (RawLine one : taken) {
            text.append(one.text()).append('\n');
        }
        return text.toString();
    }

    private List<String> cells() throws IOException, Broken {
        List<String> cells = new ArrayList<>();
        while (true) {
            String text = line.text();
            if (quote != Dialect.NONE && at < text.length() && text.charAt(at) == quote) {
                cells.add(quoted(cells.size() + 1));
            } else {
                int to = separator == Dialect.NONE ? -1 : text.indexOf(separator, at);
                cells.add(text.substring(at, to < 0 ? text.length() : to));
                at = to < 0 ? text.length() : to;
            }
            if (at >= line.text().length()) {
                return cells;
            }
            at++;
        }
    }

    private String quoted(int column) throws IOException, Broken {
        StringBuilder cell = new StringBuilder();
        at++;
        while (true) {
            String text = line.text();
            int to = text.indexOf(quote, at);
            if (to < 0) {
                cell.append(text, at, text.length()).append(line.end());
                Optional<RawLine> more = lines.next();
                if (more.isEmpty()) {
                    throw unclosed(column);
                }
                line = more.get();
                taken.add(line);
                at = 0;
                int most = inVain < PATIENCE ? MOST_LINES : FEW_LINES;
                if (taken.size() > most || cell.length() > MOST_LETTERS) {
                    throw unclosed(column);
                }
                continue;
            }
            cell.append(text, at, to);
            at = to + 1;
            if (at < text.length() && text.charAt(at) == quote) {
                cell.append(quote);
                at++;
                continue;
            }
            if (at < text.length() && text.charAt(at) != separator) {
                throw taken.size() > 1
                        ? unclosed(column)
                        : new Broken(
                                "text follows the closing quote in column "
                                        + column
                                        + "; a quote inside a cell is written twice");
            }
            return cell.toString();
        }
    }

    private Broken unclosed(int column) {
        inVain++;
        return new Broken(
                "the quote opened in column %d is never closed; add the closing quote"
                        .formatted(column));
    }
}
