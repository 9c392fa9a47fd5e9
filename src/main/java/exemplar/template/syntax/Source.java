package exemplar.template.syntax;

/// The text of a template with its newlines made `\n`, and the way back to the offsets of the
/// original.
public final class Source {
    private final String text;
    private final String original;
    private final int[] origins;

    private Source(String text, String original, int[] origins) {
        this.text = text;
        this.original = original;
        this.origins = origins;
    }

    public static Source of(String original, boolean keepTrailingNewline) {
        String text = original;
        int[] origins = {};
        if (original.indexOf('\r') >= 0) {
            StringBuilder out = new StringBuilder();
            origins = new int[original.length() + 1];
            for (int i = 0; i < original.length(); i++) {
                char c = original.charAt(i);
                origins[out.length()] = i;
                boolean pair =
                        c == '\r' && i + 1 < original.length() && original.charAt(i + 1) == '\n';
                out.append(c == '\r' ? '\n' : c);
                i += pair ? 1 : 0;
            }
            origins[out.length()] = original.length();
            text = out.toString();
        }
        if (!keepTrailingNewline && text.endsWith("\n")) {
            text = text.substring(0, text.length() - 1);
        }
        return new Source(text, original, origins);
    }

    /// With `\n` as the only newline.
    public String text() {
        return text;
    }

    /// As it was given.
    public String given() {
        return original;
    }

    /// The offset in the original text.
    public int original(int offset) {
        return origins.length == 0 ? offset : origins[offset];
    }

    /// Counted from 1.
    public int line(int offset) {
        int line = 1;
        for (int i = 0; i < offset && i < text.length(); i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return line;
    }

    /// Counted from 1.
    public int column(int offset) {
        return offset - text.lastIndexOf('\n', offset - 1);
    }
}
