package exemplar.study.line;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON values (Map, List, String, Number, Boolean, null) as text. Keeps what other writers lose:
/// lone surrogates, and numbers exactly as precise as they were.
public final class JsonText {
    private static final int WIDTH = 100;
    private static final ObjectReader READER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(Integer.MAX_VALUE)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerForMapOf(Object.class);

    private final StringBuilder out;
    private final boolean pretty;

    JsonText(StringBuilder out, boolean pretty) {
        this.out = out;
        this.pretty = pretty;
    }

    /// The value in one line.
    ///
    /// @throws IllegalArgumentException when it is no JSON value
    public static String compact(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        new JsonText(out, false).value(value, 0);
        return out.toString();
    }

    /// The value over several lines, each member and each object of a list on its own, so that
    /// versions can be compared line by line.
    public static String pretty(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        new JsonText(out, true).value(value, 0);
        return out.append('\n').toString();
    }

    /// Reads an object.
    ///
    /// @throws JsonProcessingException with the place, when it is none
    public static Map<String, Object> object(byte[] utf8) throws JsonProcessingException {
        return object(utf8, 0, utf8.length);
    }

    static Map<String, Object> object(byte[] utf8, int start, int end)
            throws JsonProcessingException {
        try {
            @Nullable Map<String, Object> read = READER.readValue(utf8, start, end - start);
            if (read == null) {
                throw new JsonParseException(null, "null is no object");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("bytes cannot fail to be read", e);
        }
    }

    void value(@Nullable Object value, int depth) {
        switch (value) {
            case null -> out.append("null");
            case String text -> Escapes.write(text, out);
            case Boolean flag -> out.append(flag);
            case Double d when !Double.isFinite(d) -> throw notJson(d);
            case Float f when !Float.isFinite(f) -> throw notJson(f);
            case Number number -> out.append(number);
            case Map<?, ?> map -> object(map, depth);
            case List<?> list -> list(list, depth);
            default -> throw notJson(value);
        }
    }

    private void object(Map<?, ?> map, int depth) {
        out.append('{');
        String comma = "";
        for (Map.Entry<?, ?> member : map.entrySet()) {
            out.append(comma);
            line(depth + 1);
            Escapes.write(String.valueOf(member.getKey()), out);
            out.append(pretty ? ": " : ":");
            value(member.getValue(), depth + 1);
            comma = ",";
        }
        if (!map.isEmpty()) {
            line(depth);
        }
        out.append('}');
    }

    private void list(List<?> list, int depth) {
        boolean inline = !pretty || isShort(list);
        out.append('[');
        String comma = "";
        for (Object element : list) {
            out.append(comma);
            if (!inline) {
                line(depth + 1);
            } else if (pretty && !comma.isEmpty()) {
                out.append(' ');
            }
            value(element, depth + 1);
            comma = ",";
        }
        if (!inline) {
            line(depth);
        }
        out.append(']');
    }

    private static boolean isShort(List<?> list) {
        int width = 0;
        for (Object element : list) {
            if (element instanceof Map<?, ?> || element instanceof List<?>) {
                return false;
            }
            width += String.valueOf(element).length() + 4;
        }
        return width < WIDTH;
    }

    private void line(int depth) {
        if (pretty) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private static IllegalArgumentException notJson(Object value) {
        return new IllegalArgumentException("has " + value + ", which JSON cannot say");
    }
}
