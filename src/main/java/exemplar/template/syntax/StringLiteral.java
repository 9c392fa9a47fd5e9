package exemplar.template.syntax;

/// A quoted text with its escapes resolved as Python does it.
///
/// @param problem why it cannot be read, or nothing
record StringLiteral(String text, String problem) {
    private static final String SIMPLE = "\\'\"abfnrtv";
    private static final String MEANT = "\\'\"\u0007\b\f\n\r\t\u000b";

    static StringLiteral of(String inside) {
        if (inside.indexOf('\\') < 0) {
            return new StringLiteral(inside, "");
        }
        StringBuilder out = new StringBuilder(inside.length());
        int i = 0;
        while (i < inside.length()) {
            char c = inside.charAt(i++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char e = inside.charAt(i++);
            int simple = SIMPLE.indexOf(e);
            if (simple >= 0) {
                out.append(MEANT.charAt(simple));
            } else if (e == 'x' || e == 'u' || e == 'U') {
                int length = e == 'x' ? 2 : e == 'u' ? 4 : 8;
                int code = hex(inside, i, length);
                if (code < 0 || code > Character.MAX_CODE_POINT) {
                    return new StringLiteral(
                            "", "\\" + e + " needs " + length + " hexadecimal digits behind it");
                }
                out.appendCodePoint(code);
                i += length;
            } else if (e == 'N') {
                int end = inside.indexOf('}', i);
                if (end < 0 || inside.charAt(i) != '{') {
                    return new StringLiteral("", "\\N needs a character name, as in \\N{DASH}");
                }
                int code = named(inside.substring(i + 1, end));
                if (code < 0) {
                    return new StringLiteral("", "there is no character of that name");
                }
                out.appendCodePoint(code);
                i = end + 1;
            } else if (e >= '0' && e <= '7') {
                int code = e - '0';
                for (int n = 1; n < 3 && i < inside.length() && octal(inside.charAt(i)); n++) {
                    code = code * 8 + inside.charAt(i++) - '0';
                }
                out.append((char) code);
            } else if (e >= 128) {
                int code = inside.codePointAt(i - 1);
                i += Character.charCount(code) - 1;
                out.append(written(code));
            } else if (e != '\n') {
                out.append('\\').append(e);
            }
        }
        return new StringLiteral(out.toString(), "");
    }

    private static boolean octal(char c) {
        return c >= '0' && c <= '7';
    }

    private static int hex(String text, int from, int length) {
        int code = 0;
        if (from + length > text.length()) {
            return -1;
        }
        for (int i = from; i < from + length; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || text.charAt(i) >= 128 || code > 0xFFFFFF) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    private static int named(String name) {
        try {
            return Character.codePointOf(name);
        } catch (IllegalArgumentException unknown) {
            return -1;
        }
    }

    /// A backslash before a character beyond ASCII escapes the escape Jinja2 puts in its place.
    private static String written(int code) {
        return code < 0x100
                ? "\\x%02x".formatted(code)
                : code < 0x10000 ? "\\u%04x".formatted(code) : "\\U%08x".formatted(code);
    }
}
