package exemplar.evidence;

/// What takes findings on a text away.
public final class Cleaning {
    private Cleaning() {}

    /// The text without white space at its end.
    public static String stripped(String text) {
        return text.stripTrailing();
    }

    /// The text without the characters that [Flag.Invisible] counts; spaces among them become plain
    /// spaces.
    public static String revealed(String text) {
        TextSigns signs = new TextSigns(text);
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (Character.getType(c) == Character.SPACE_SEPARATOR && c > ' ') {
                clean.append(signs.isHidden(c, i) ? " " : Character.toString(c));
            } else if (!isControl(c) && (c < 0x80 || !signs.isHidden(c, i))) {
                clean.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return clean.toString();
    }

    private static boolean isControl(int c) {
        return (c < ' ' && c != '\n' && c != '\t' && c != '\r') || c == 0x7f;
    }
}
