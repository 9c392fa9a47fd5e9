package exemplar.study.importing;

/// A row that was not imported.
///
/// @param line where it begins in the file, from 1
/// @param reason why, as a sentence without its full stop
/// @param text the beginning of the row as it stands in the file
public record Rejected(long line, String reason, String text) {
    static final int SHOWN = 200;

    /// Line and reason, for a list.
    public String sentence() {
        return "Line " + line + ": " + reason + ".";
    }

    static String shortened(String text) {
        if (text.length() <= SHOWN) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return text.substring(0, end) + "…";
    }
}
