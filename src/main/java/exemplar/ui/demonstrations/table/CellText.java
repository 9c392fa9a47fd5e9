package exemplar.ui.demonstrations.table;

/// A text as a cell of two lines shows it: long ones cut, line ends shown as a mark.
public final class CellText {
    private static final int ENOUGH = 420;

    private CellText() {}

    /// The text for a cell.
    public static String of(String text) {
        int end = Math.min(text.length(), ENOUGH);
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        StringBuilder flat = new StringBuilder(end + 2);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                flat.append(" ↵ ");
            } else if (c == '\t') {
                flat.append("  ");
            } else if (c >= ' ') {
                flat.append(c);
            }
        }
        return end < text.length() ? flat.append('…').toString() : flat.toString();
    }
}
