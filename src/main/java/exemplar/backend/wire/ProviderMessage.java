package exemplar.backend.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;

/// What a server says about an error, in any of the shapes servers use.
///
/// @param text one line for a person; empty when it said nothing readable
/// @param code the provider's own word for it; may be empty
public record ProviderMessage(String text, String code) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 300;

    /// Reads the body of an error.
    public static ProviderMessage in(String body) {
        String trimmed = body.strip();
        if (trimmed.startsWith("{") || trimmed.startsWith("[")) {
            try {
                return in(JSON.readTree(trimmed));
            } catch (JsonProcessingException e) {
                return new ProviderMessage(oneLine(trimmed), "");
            }
        }
        return looksLikeHtml(trimmed)
                ? new ProviderMessage("", "")
                : new ProviderMessage(oneLine(trimmed), "");
    }

    /// Reads an error as JSON: `{"error": …}`, `{"message": …}`, `{"detail": …}`, in a list or not.
    public static ProviderMessage in(JsonNode root) {
        JsonNode node = root.isArray() && !root.isEmpty() ? root.get(0) : root;
        JsonNode error = node.has("error") ? node.get("error") : node;
        if (error.isTextual()) {
            return new ProviderMessage(oneLine(error.asText()), "");
        }
        String code =
                error.path("code").isTextual()
                        ? error.path("code").asText()
                        : error.path("type").asText("");
        if (error.path("message").isTextual()) {
            return new ProviderMessage(oneLine(error.path("message").asText()), code);
        }
        JsonNode detail = node.path("detail");
        if (detail.isArray() && !detail.isEmpty()) {
            StringBuilder place = new StringBuilder();
            detail.get(0)
                    .path("loc")
                    .forEach(p -> place.append(place.isEmpty() ? "" : ".").append(p.asText()));
            return new ProviderMessage(
                    oneLine(
                            place
                                    + (place.isEmpty() ? "" : ": ")
                                    + detail.get(0).path("msg").asText()),
                    code);
        }
        return new ProviderMessage(
                oneLine(
                        detail.isTextual()
                                ? detail.asText()
                                : node.isContainerNode() && node.isEmpty() ? "" : node.toString()),
                code);
    }

    static boolean looksLikeHtml(String body) {
        String start =
                body.substring(0, Math.min(200, body.length())).strip().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype")
                || start.startsWith("<html")
                || start.startsWith("<head");
    }

    /// Text and code in lower case, to look for words in.
    String searched() {
        return (text + " " + code).toLowerCase(Locale.ROOT);
    }

    /// The continuation of a sentence: a full stop, or the server's words.
    String quoted() {
        return text.isEmpty() ? "." : ": “" + text + "”.";
    }

    /// Control characters and line ends as blanks, and not too long.
    public static String oneLine(String text) {
        String line =
                text.substring(0, Math.min(text.length(), 4 * LONGEST))
                        .replaceAll("[\\p{Cntrl}\\s]+", " ")
                        .strip();
        return line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST - 1).stripTrailing() + "…";
    }
}
