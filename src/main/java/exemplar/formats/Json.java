package exemplar.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/// JSON as exports write it: indented by two, letters as they are.
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /// The value with a newline behind it. Half a surrogate pair, for which UTF-8 has no bytes, is
    /// written as an escape.
    static String pretty(Object value) {
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter() {
                    private static final long serialVersionUID = 1;

                    @Override
                    public DefaultPrettyPrinter createInstance() {
                        return this;
                    }
                };
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(indent);
        printer.indentArraysWith(indent);
        try {
            return escaped(MAPPER.writer(printer).writeValueAsString(value)) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a document.
    ///
    /// @throws ExportFault when it is no JSON
    static JsonNode read(String text) throws ExportFault {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new ExportFault("What was written is no JSON: " + e.getOriginalMessage());
        }
    }

    private static String escaped(String json) {
        StringBuilder out = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < json.length()
                            && Character.isLowSurrogate(json.charAt(i + 1));
            if (pair) {
                out.append(c).append(json.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
