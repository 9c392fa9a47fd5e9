package exemplar.study.line;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why a text is no JSON, in our words instead of the library's.
public final class JsonWords {
    private static final Pattern UNEXPECTED =
            Pattern.compile("Unexpected character \\('?(.*?)'? \\(code (\\d+).*", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("'(.*?)'", Pattern.DOTALL);
    private static final int SHOWN = 40;

    /// What the library's sentences contain, to ours; the first that fits counts.
    private static final Map<String, String> LIMITS = new LinkedHashMap<>();

    static {
        LIMITS.put("nesting depth", "more levels of nesting than a record can have");
        LIMITS.put("Number value length", "a number with more digits than can be read");
        LIMITS.put("String value length", "a text longer than can be read");
        LIMITS.put("Name length", "a name longer than can be read");
        LIMITS.put("Property name length", "a name longer than can be read");
        LIMITS.put("Document length", "more than can be read at once");
    }

    private JsonWords() {}

    /// What is wrong, without the place, as the end of a sentence.
    public static String what(JsonProcessingException e) {
        String said = String.valueOf(e.getOriginalMessage());
        return switch (e) {
            case JsonEOFException early -> early(said);
            case StreamConstraintsException limit ->
                    LIMITS.entrySet().stream()
                            .filter(l -> said.contains(l.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse("more than can be read at once");
            default -> other(said);
        };
    }

    /// Where it is; empty when the library does not say.
    public static Optional<JsonLocation> where(JsonProcessingException e) {
        return Optional.ofNullable(e.getLocation()).filter(l -> l.getLineNr() > 0);
    }

    private static String early(String said) {
        if (said.contains("closing quote")) {
            return "a text has no closing quote";
        }
        if (said.contains("close marker for Object")) {
            return "an object has no closing '}'";
        }
        return said.contains("close marker for Array")
                ? "a list has no closing ']'"
                : "it ends in the middle of a value";
    }

    private static String other(String said) {
        if (said.isEmpty() || Character.isLowerCase(said.charAt(0))) {
            return said.isEmpty() ? "a value is missing" : said;
        }
        if (said.startsWith("No content")) {
            return "it is empty";
        }
        if (said.startsWith("Cannot deserialize")) {
            return "an object has to stand there";
        }
        String quoted = quoted(said);
        if (said.startsWith("Duplicate")) {
            return "the member \"" + quoted + "\" is there twice";
        }
        if (said.startsWith("Unrecognized token") || said.startsWith("Non-standard token")) {
            return "'" + quoted + "' is no value; a text needs double quotes";
        }
        if (said.startsWith("Illegal unquoted character")) {
            return "a control character in a text has to be written as an escape, such as \\t";
        }
        if (said.startsWith("Illegal character")) {
            return "a control character stands outside of a text";
        }
        if (said.startsWith("Unrecognized character escape")) {
            return "an escape that JSON does not know";
        }
        if (said.startsWith("Unexpected close marker")) {
            return "'" + quoted + "' closes what is not open";
        }
        if (said.startsWith("Invalid numeric value") || said.contains("decimal point")) {
            return "a number is not written as JSON has it";
        }
        if (said.contains("UTF-8")) {
            return "bytes that are not UTF-8";
        }
        Matcher character = UNEXPECTED.matcher(said);
        return character.matches()
                ? unexpected("'" + shown(Integer.parseInt(character.group(2))) + "'", said)
                : "what stands there is not JSON";
    }

    private static String unexpected(String character, String said) {
        if (said.contains("comma")) {
            return "a comma is missing before " + character;
        }
        if (said.contains("colon")) {
            return "':' is missing before " + character;
        }
        if (said.contains("field name") || said.contains("property name")) {
            return "a name in double quotes is missing before " + character;
        }
        if (said.contains("hex-digit")) {
            return "an escape needs four hexadecimal digits";
        }
        return said.contains("expected a val")
                ? "a value is missing before " + character
                : character + " does not belong there";
    }

    private static String shown(int code) {
        return Character.isISOControl(code) ? "U+%04X".formatted(code) : Character.toString(code);
    }

    private static String quoted(String said) {
        Matcher matcher = QUOTED.matcher(said);
        String found = matcher.find() ? matcher.group(1) : "";
        return found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "…";
    }
}
