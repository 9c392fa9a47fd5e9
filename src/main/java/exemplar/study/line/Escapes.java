package exemplar.study.line;

import java.nio.charset.StandardCharsets;

/// The escapes of JSON strings, written and undone.
final class Escapes {
    private Escapes() {}

    /// The text of a valid JSON string without its quotes. A lone surrogate stays one.
    static String undo(byte[] b, int from, int to) {
        String raw = new String(b, from, to - from, StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder(raw.length());
        int done = 0;
        int next;
        while ((next = raw.indexOf('\\', done)) >= 0) {
            text.append(raw, done, next);
            char c = raw.charAt(next + 1);
            done = next + 2;
            switch (c) {
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(raw, done, done + 4, 16));
                    done += 4;
                }
                default -> text.append(c);
            }
        }
        return text.append(raw, done, raw.length()).toString();
    }

    /// Writes a JSON string. Only what must be escaped is: quotes, backslashes, control characters,
    /// lone surrogates (UTF-8 has no bytes for them), and the two line separators of Unicode, at
    /// which some readers would end the line.
    static void write(String text, StringBuilder out) {
        out.append('"');
        int length = text.length();
        int done = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < length
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            out.append(text, done, i);
            done = i + 1;
            escape(c, out);
        }
        out.append(text, done, length).append('"');
    }

    private static boolean isPlain(char c) {
        if (c < 0x7f) {
            return c >= 0x20 && c != '"' && c != '\\';
        }
        return c > 0x7f && c != 0x85 && c != 0x2028 && c != 0x2029 && !Character.isSurrogate(c);
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> out.append("\\u%04x".formatted((int) c));
        }
    }
}
