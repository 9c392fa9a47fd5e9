package exemplar.ui.demonstrations;

import exemplar.ui.control.Lettering;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A text with everything in it that cannot be seen: spaces at the ends of lines, tabs, line ends,
/// no-break spaces, zero-width and direction characters, each as a mark with its name. Read only.
final class MarkedText extends TextFlow {
    private static final int MOST = 4_000;

    MarkedText() {
        getStyleClass().add("marked-text");
    }

    /// Shows a text with its marks.
    void show(String text) {
        getChildren().clear();
        StringBuilder plain = new StringBuilder();
        int end = Math.min(text.length(), MOST);
        for (int i = 0; i < end; ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            String mark = mark(text, i, c);
            if (mark.isEmpty()) {
                plain.appendCodePoint(c);
            } else {
                flush(plain);
                add(mark, "mark");
                if (c == '\n') {
                    plain.append('\n');
                }
            }
            i = next;
        }
        flush(plain);
        if (end < text.length()) {
            add(" … " + (text.length() - end), "mark");
        }
        setAccessibleText(spoken());
    }

    private String spoken() {
        StringBuilder all = new StringBuilder();
        getChildren().forEach(node -> all.append(node instanceof Text t ? t.getText() : ""));
        return all.toString();
    }

    private void flush(StringBuilder plain) {
        if (!plain.isEmpty()) {
            add(plain.toString(), "plain");
            plain.setLength(0);
        }
    }

    private void add(String text, String style) {
        Text node = new Text(text);
        node.getStyleClass().add(style);
        Lettering.font(node, text);
        getChildren().add(node);
    }

    /// The mark for a character, empty for those that show themselves.
    static String mark(String text, int at, int c) {
        return switch (c) {
            case ' ' -> isTrailing(text, at) ? "·" : "";
            case '\t' -> "→";
            case '\n' -> "↵";
            case '\r' -> "␍";
            case 0xa0 -> "NBSP";
            case 0x202f -> "NNBSP";
            case 0xad -> "SHY";
            case 0x200b -> "ZWSP";
            case 0x200c -> "ZWNJ";
            case 0x200d -> "ZWJ";
            case 0x200e -> "LRM";
            case 0x200f -> "RLM";
            case 0x061c -> "ALM";
            case 0x202a -> "LRE";
            case 0x202b -> "RLE";
            case 0x202c -> "PDF";
            case 0x202d -> "LRO";
            case 0x202e -> "RLO";
            case 0x2066 -> "LRI";
            case 0x2067 -> "RLI";
            case 0x2068 -> "FSI";
            case 0x2069 -> "PDI";
            case 0x2060 -> "WJ";
            case 0xfeff -> "BOM";
            default -> other(c);
        };
    }

    private static String other(int c) {
        int type = Character.getType(c);
        boolean tag = c >= 0xe0020 && c <= 0xe007f;
        boolean hidden =
                type == Character.CONTROL
                        || (type == Character.FORMAT && !tag)
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR
                        || type == Character.UNASSIGNED
                        || type == Character.PRIVATE_USE
                        || type == Character.SURROGATE
                        || (type == Character.SPACE_SEPARATOR && c != 0x3000);
        return hidden ? String.format(java.util.Locale.ROOT, "U+%04X", c) : "";
    }

    private static boolean isTrailing(String text, int at) {
        int i = at;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        boolean doubled =
                at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\n')
                        || at == 0
                        || (at + 1 < text.length() && text.charAt(at + 1) == ' ');
        return doubled || i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r';
    }
}
