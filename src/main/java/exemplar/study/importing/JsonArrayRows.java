package exemplar.study.importing;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import exemplar.study.line.JsonWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The records of one array: the whole document, or a member of the object that it is. Only one
/// record is held at a time.
final class JsonArrayRows implements Rows {
    private final Decoded in;
    private final JsonParser parser;
    private final Optional<String> wanted;
    private final List<String> notes = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private boolean found;
    private boolean inside;
    private boolean ended;
    private long records;

    /// @param wanted the member that holds the records; the first array of objects when empty
    JsonArrayRows(Decoded in, Optional<String> wanted) throws IOException {
        this.in = in;
        this.parser = JsonCells.FACTORY.createParser(in);
        this.wanted = wanted;
    }

    @Override
    public Optional<Row> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        try {
            Optional<Row> row = inside || found ? record() : first();
            if (row.isEmpty()) {
                ended = true;
                if (parser.nextToken() != null) {
                    throw new JsonParseException(parser, "something follows the end");
                }
                tell();
            }
            return row;
        } catch (JsonProcessingException e) {
            ended = true;
            long line = JsonWords.where(e).orElse(parser.currentLocation()).getLineNr();
            String rest =
                    records == 0
                            ? ""
                            : records == 1
                                    ? "; the record before is whole, what follows was not read"
                                    : "; the %,d records before are whole, what follows was not read"
                                            .formatted(records);
            return Optional.of(
                    new Row.Bad(
                            line, JsonCells.reason(e, parser.currentLocation(), true) + rest, ""));
        }
    }

    private void tell() {
        if (!found) {
            notes.add(
                    wanted.map(w -> "the file has no array called \"" + w + "\"")
                            .orElse("the file has no array of records"));
        }
        if (!others.isEmpty()) {
            notes.add("not imported from the file: " + String.join(", ", others));
        }
    }

    private Optional<Row> first() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_ARRAY) {
            found = true;
            inside = true;
            return record();
        }
        if (token != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        return member();
    }

    /// Goes on in the outer object to the array of records.
    private Optional<Row> member() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            boolean right = !found && (wanted.isEmpty() || wanted.get().equals(name));
            if (right && value == JsonToken.START_ARRAY) {
                JsonToken element = parser.nextToken();
                boolean records =
                        element == JsonToken.START_OBJECT
                                || element == JsonToken.START_ARRAY
                                || (wanted.isPresent() && element != JsonToken.END_ARRAY);
                if (records) {
                    found = true;
                    inside = true;
                    notes.add("the records are the member \"" + name + "\"");
                    return Optional.of(row());
                }
                skipRest(element);
            } else {
                parser.skipChildren();
            }
            if (others.size() < 20) {
                others.add("\"" + name + "\"");
            }
        }
        return Optional.empty();
    }

    /// Leaves an array of which one element was begun.
    private void skipRest(JsonToken element) throws IOException {
        for (JsonToken t = element; t != JsonToken.END_ARRAY; t = parser.nextToken()) {
            parser.skipChildren();
        }
    }

    private Optional<Row> record() throws IOException {
        if (inside) {
            if (parser.nextToken() != JsonToken.END_ARRAY) {
                return Optional.of(row());
            }
            inside = false;
        }
        if (parser.getParsingContext().inObject()) {
            return member();
        }
        return Optional.empty();
    }

    private Row row() throws IOException {
        long line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() == null) {
            throw new JsonParseException(parser, "the array is not closed");
        }
        Object record = JsonCells.value(parser);
        records++;
        if (in.faultBefore(parser.currentLocation().getCharOffset())) {
            return new Row.Bad(
                    line,
                    "has bytes that are no letters in this encoding; choose another one",
                    record.toString());
        }
        if (record instanceof Optional<?>) {
            return new Row.Blank(line);
        }
        return new Row.Full(line, JsonCells.cells(record));
    }

    @Override
    public long bytes() {
        return in.bytes();
    }

    @Override
    public List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
