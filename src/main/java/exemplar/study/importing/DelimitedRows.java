package exemplar.study.importing;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of a delimited file, without its header.
final class DelimitedRows implements Rows {
    private final Lines lines;
    private final Cells cells;
    private final List<String> columns;
    private final LooseQuotes quotes;
    private boolean header;

    /// @param columns the name of each cell of a row
    DelimitedRows(Lines lines, Dialect dialect, List<String> columns) {
        this.lines = lines;
        this.cells = new Cells(lines, dialect);
        this.columns = columns;
        this.quotes = new LooseQuotes(dialect);
        this.header = dialect.header();
    }

    @Override
    public Optional<Row> next() throws IOException {
        while (true) {
            Optional<Cells.Record> next = cells.next();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            Cells.Record record = next.get();
            if (record.line() == 1 && Dialects.declared(record.text()).isPresent()) {
                continue;
            }
            quotes.look(record);
            if (header && record.fault().isEmpty()) {
                if (record.text().isBlank()) {
                    return Optional.of(new Row.Blank(record.line()));
                }
                header = false;
                continue;
            }
            return Optional.of(row(record));
        }
    }

    private Row row(Cells.Record record) {
        if (!record.fault().isEmpty()) {
            return new Row.Bad(record.line(), record.fault(), record.text());
        }
        List<String> found = record.cells();
        if (found.stream().allMatch(String::isBlank)) {
            return new Row.Blank(record.line());
        }
        for (int i = columns.size(); i < found.size(); i++) {
            if (!found.get(i).isBlank()) {
                return new Row.Bad(
                        record.line(),
                        "has %d cells where the file has %d columns; a cell with the separator in it needs quotes"
                                .formatted(found.size(), columns.size()),
                        record.text());
            }
        }
        Map<String, Object> cells = LinkedHashMap.newLinkedHashMap(columns.size());
        for (int i = 0; i < Math.min(columns.size(), found.size()); i++) {
            cells.put(columns.get(i), found.get(i));
        }
        return new Row.Full(record.line(), cells);
    }

    @Override
    public long bytes() {
        return lines.bytes();
    }

    @Override
    public List<String> notes() {
        return quotes.note().stream().toList();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
