package exemplar.study.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import exemplar.study.line.JsonWords;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads JSON values as the cells of a row. Numbers keep their digits.
final class JsonCells {
    static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build();

    /// The column of a record that is one value and no object.
    static final String ALONE = "value";

    private JsonCells() {}

    /// The value the parser stands on. What JSON calls null is an empty [Optional] inside lists and
    /// objects, and the empty text as a cell.
    static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Digits(parser.getText());
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> Optional.empty();
            default -> parser.getText();
        };
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    /// A number as it is written.
    record Digits(String text) {

        /// As a number the study's files can say.
        Object number() {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                try {
                    BigDecimal exact = new BigDecimal(text);
                    return exact.precision() <= 15 ? (Object) exact.doubleValue() : text;
                } catch (NumberFormatException none) {
                    return text;
                }
            }
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// The cells of a record: the members of an object, the elements of a list as columns, or one
    /// value alone. The members of an object under `fields` count as cells of their own, so that
    /// the lines of a study are read as what they are.
    static Map<String, Object> cells(Object record) {
        Map<String, Object> cells = new LinkedHashMap<>();
        switch (record) {
            case Map<?, ?> object ->
                    object.forEach((name, value) -> {
                        if ("fields".equals(name) && value instanceof Map<?, ?> fields) {
                            fields.forEach((field, text) -> cells.put("fields." + field, text));
                        } else {
                            cells.put(String.valueOf(name), value);
                        }
                    });
            case List<?> list -> {
                for (Object element : list) {
                    cells.put("column " + (cells.size() + 1), element);
                }
            }
            default -> cells.put(ALONE, record);
        }
        return cells;
    }

    /// Where and why reading stopped, as a sentence without its full stop.
    ///
    /// @param reached where the parser is, for what the library says without a place
    static String reason(JsonProcessingException e, JsonLocation reached, boolean withLine) {
        JsonLocation place = JsonWords.where(e).orElse(reached);
        return "broken JSON at %scolumn %d: %s"
                .formatted(
                        withLine ? "line %d, ".formatted(place.getLineNr()) : "",
                        place.getColumnNr(),
                        JsonWords.what(e));
    }
}
