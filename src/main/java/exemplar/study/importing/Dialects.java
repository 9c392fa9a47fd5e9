package exemplar.study.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out how the cells of a delimited file stand, by cutting its beginning in every way and
/// taking the way that gives the most even rows.
final class Dialects {
    private static final String SEPARATORS = ",\t;|";
    private static final int ROWS = 200;

    private Dialects() {}

    /// One way to cut with how well it goes.
    private record Tried(Dialect dialect, int width, double score, List<List<String>> rows) {}

    /// The separator that a first line such as `sep=;` names, which spreadsheets write.
    static Optional<Character> declared(String line) {
        return line.length() == 5 && line.regionMatches(true, 0, "sep=", 0, 4)
                ? Optional.of(line.charAt(4))
                : Optional.empty();
    }

    /// @param head the beginning of the file, whole lines
    /// @param names words that are likely names of columns
    /// @param labels words that are no names of columns
    static Dialect of(
            String head, Format format, Options options, List<String> names, List<String> labels)
            throws IOException {
        String separators =
                options.separator()
                        .map(String::valueOf)
                        .orElse(format == Format.TSV ? "\t" : SEPARATORS);
        List<Character> quotes =
                options.quote().map(List::of).orElse(List.of('"', Dialect.NONE, '\''));
        double plain = format == Format.CSV ? 0.01 : 0.1;
        Tried best =
                tried(head, new Dialect(separators.charAt(0), quotes.getFirst(), false), plain);
        for (int i = 0; i < separators.length(); i++) {
            for (char quote : quotes) {
                Tried tried = tried(head, new Dialect(separators.charAt(i), quote, false), plain);
                if (tried.score > best.score + 1e-9) {
                    best = tried;
                }
            }
        }
        boolean header = options.header().orElseGet(new Headers(best.rows, names, labels)::present);
        if (best.width == 1 && best.dialect.separator() != separators.charAt(0)) {
            return new Dialect(Dialect.NONE, Dialect.NONE, header);
        }
        return new Dialect(best.dialect.separator(), best.dialect.quote(), header);
    }

    /// @param plain what an even file of one column is worth
    private static Tried tried(String head, Dialect dialect, double plain) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        Map<Integer, Integer> widths = new HashMap<>();
        int broken = 0;
        int cells = 0;
        int inQuotes = 0;
        try (Lines lines = lines(head)) {
            Cells cut = new Cells(lines, dialect);
            for (var row = cut.next(); row.isPresent() && rows.size() < ROWS; row = cut.next()) {
                if (!row.get().fault().isEmpty()) {
                    broken++;
                } else if (!row.get().text().isBlank()) {
                    rows.add(row.get().cells());
                    widths.merge(row.get().cells().size(), 1, Integer::sum);
                    for (String cell : row.get().cells()) {
                        cells++;
                        inQuotes += wrapped(cell) ? 1 : 0;
                    }
                }
            }
        }
        int usual = 1;
        int often = 0;
        for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
            if (width.getValue() > often) {
                usual = width.getKey();
                often = width.getValue();
            }
        }
        if (rows.isEmpty()) {
            return new Tried(dialect, 1, 0, rows);
        }
        double even = often / (double) (rows.size() + broken);
        boolean titled = rows.getFirst().size() == usual;
        double unread = inQuotes / (double) Math.max(1, cells);
        double score =
                usual == 1
                        ? plain * even
                        : even
                                * even
                                * (1 + 0.05 * Math.min(usual, 20))
                                * (titled ? 1 : 0.8)
                                * (even < 0.7 ? 0.1 : 1);
        // Quotes that were left standing around cells speak against this way of quoting, and one
        // broken row in a hundred does not speak against quotes.
        double usualQuote = dialect.quote() == '"' ? 1 : 0.97;
        return new Tried(dialect, usual, score * usualQuote * (1 - 0.5 * unread), rows);
    }

    private static boolean wrapped(String cell) {
        int last = cell.length() - 1;
        return last > 0
                && cell.charAt(0) == cell.charAt(last)
                && (cell.charAt(0) == '"' || cell.charAt(0) == '\'');
    }

    private static Lines lines(String head) throws IOException {
        return new Lines(
                new Decoded(
                        new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8,
                        0),
                StandardCharsets.UTF_8,
                true);
    }
}
