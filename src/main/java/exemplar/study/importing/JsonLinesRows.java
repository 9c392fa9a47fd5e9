package exemplar.study.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// One JSON record a line. A broken line is one bad row.
final class JsonLinesRows implements Rows {
    private final Lines lines;

    JsonLinesRows(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Optional<Row> next() throws IOException {
        return lines.next().map(JsonLinesRows::row);
    }

    private static Row row(RawLine line) {
        if (line.isBlank()) {
            return new Row.Blank(line.number());
        }
        if (!line.fault().isEmpty()) {
            return new Row.Bad(line.number(), line.fault(), line.text());
        }
        try (JsonParser parser = JsonCells.FACTORY.createParser(line.text())) {
            return row(line, parser);
        } catch (IOException e) {
            return new Row.Bad(line.number(), String.valueOf(e.getMessage()), line.text());
        }
    }

    private static Row row(RawLine line, JsonParser parser) throws IOException {
        try {
            parser.nextToken();
            Object record = JsonCells.value(parser);
            if (parser.nextToken() != null) {
                return new Row.Bad(line.number(), "a second value follows the record", line.text());
            }
            return new Row.Full(line.number(), JsonCells.cells(record));
        } catch (JsonProcessingException e) {
            return new Row.Bad(
                    line.number(),
                    JsonCells.reason(e, parser.currentLocation(), false),
                    line.text());
        }
    }

    @Override
    public long bytes() {
        return lines.bytes();
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
