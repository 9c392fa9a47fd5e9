package exemplar.study.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds out what a file is, from its name and its beginning.
final class Formats {
    private static final Pattern ARRAY =
            Pattern.compile("\\[\\s*([\\[{\\]\"]|$).*", Pattern.DOTALL);

    private Formats() {}

    /// @param names words that are likely names of columns
    static Format of(Source source, String head, List<String> names) throws IOException {
        if (source instanceof Source.OfFile(var file) && Pairing.of(file).isPresent()) {
            return Format.TEXT_LABELS;
        }
        String text = head.stripLeading();
        String name = source.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return Format.JSONL;
        }
        if (text.startsWith("{") && (name.endsWith(".json") || isObject(text))) {
            return hasOneRecordPerLine(text) ? Format.JSONL : Format.JSON;
        }
        if (name.endsWith(".json") || ARRAY.matcher(text).matches()) {
            return Format.JSON;
        }
        if (name.endsWith(".csv")) {
            return Format.CSV;
        }
        if (name.endsWith(".tsv") || name.endsWith(".tab")) {
            return Format.TSV;
        }
        return delimited(text, names);
    }

    /// A table, when every line has the same cells and its separators do not look like punctuation;
    /// else lines of text.
    private static Format delimited(String text, List<String> names) throws IOException {
        Dialect dialect = Dialects.of(text, Format.LINES, Options.FIND_OUT, List.of(), List.of());
        if (dialect.separator() == '\t') {
            return Format.TSV;
        }
        if (dialect.separator() == Dialect.NONE) {
            return Format.LINES;
        }
        String separator = String.valueOf(dialect.separator());
        String first = text.lines().findFirst().orElse("");
        for (String cell : first.split(Pattern.quote(separator))) {
            if (names.contains(Headers.normal(cell))) {
                return Format.CSV;
            }
        }
        int all = text.split(Pattern.quote(separator), -1).length - 1;
        int asPunctuation = text.split(Pattern.quote(separator) + "[ \u3000]", -1).length - 1;
        boolean prose = all == 0 || asPunctuation * 2 > all;
        return prose || text.strip().indexOf('\n') < 0 ? Format.LINES : Format.CSV;
    }

    /// Whether it begins like a JSON object and not like a set, a template or a code block.
    private static boolean isObject(String text) {
        try (JsonParser parser = JsonCells.FACTORY.createParser(text)) {
            parser.nextToken();
            JsonToken member = parser.nextToken();
            return member == JsonToken.FIELD_NAME || member == JsonToken.END_OBJECT;
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether the first line is a whole object and something follows it.
    private static boolean hasOneRecordPerLine(String text) {
        int end = text.indexOf('\n');
        if (end < 0 || text.substring(end).isBlank()) {
            String only = end < 0 ? text : text.substring(0, end);
            return isWhole(only) && !holdsRecords(only);
        }
        return isWhole(text.substring(0, end));
    }

    /// Whether a member of the object is a list that begins with an object: then that list holds
    /// the records and the object does not.
    private static boolean holdsRecords(String object) {
        try (JsonParser parser = JsonCells.FACTORY.createParser(object)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.nextToken() == JsonToken.START_ARRAY) {
                    if (parser.nextToken() == JsonToken.START_OBJECT) {
                        return true;
                    }
                    while (parser.currentToken() != JsonToken.END_ARRAY) {
                        parser.skipChildren();
                        parser.nextToken();
                    }
                } else {
                    parser.skipChildren();
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isWhole(String line) {
        try (JsonParser parser = JsonCells.FACTORY.createParser(line)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }
}
