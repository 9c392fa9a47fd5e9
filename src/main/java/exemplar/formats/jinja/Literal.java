package exemplar.formats.jinja;

import java.util.List;
import java.util.Map;

/// Data written into a template so that it stays data.
final class Literal {
    private Literal() {}

    /// Template text that renders as exactly this.
    static String text(String text) {
        if (text.isEmpty()) {
            return "";
        }
        boolean plain =
                !text.contains("{{")
                        && !text.contains("{%")
                        && !text.contains("{#")
                        && !text.endsWith("{");
        boolean letters = text.chars().noneMatch(c -> c == '\r' || Character.isSurrogate((char) c));
        if (!letters && !onlyPairs(text) || text.indexOf('\r') >= 0) {
            return "{{ " + string(text) + " }}";
        }
        if (plain) {
            return text;
        }
        return text.contains("endraw")
                ? "{{ " + string(text) + " }}"
                : "{% raw %}" + text + "{% endraw %}";
    }

    private static boolean onlyPairs(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /// A text in double quotes.
    static String string(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (pair) {
                        out.append(c).append(text.charAt(++i));
                    } else if (c < 0x20 || c == 0x7f) {
                        out.append(String.format("\\x%02x", (int) c));
                    } else if (Character.isSurrogate(c) || isInvisible(c)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    /// Letters that would turn or hide what stands beside them.
    private static boolean isInvisible(char c) {
        return c == 0x85
                || c == 0x2028
                || c == 0x2029
                || c == 0xfeff
                || c == 0x200b
                || c == 0x200e
                || c == 0x200f
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /// A value of JSON's kind as an expression.
    static String value(Object value) {
        return switch (value) {
            case String text -> string(text);
            case List<?> list ->
                    "[" + String.join(", ", list.stream().map(Literal::value).toList()) + "]";
            case Map<?, ?> map ->
                    "{"
                            + String.join(
                                    ", ",
                                    map.entrySet().stream()
                                            .map(e ->
                                                    string(String.valueOf(e.getKey()))
                                                            + ": "
                                                            + value(e.getValue()))
                                            .toList())
                            + "}";
            case Boolean flag -> flag ? "true" : "false";
            default -> value.toString();
        };
    }
}
