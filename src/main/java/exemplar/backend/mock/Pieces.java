package exemplar.backend.mock;

import java.util.ArrayList;
import java.util.List;

/// The mock's tokens: a word with the blank before it, or one other character.
final class Pieces {
    private Pieces() {}

    /// Cuts a text; the pieces joined are the text again.
    static List<String> of(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean word = Character.isLetterOrDigit(c);
            boolean more =
                    next < text.length() && Character.isLetterOrDigit(text.codePointAt(next));
            boolean blankBeforeWord = c == ' ' && more;
            if (!(word && more) && !blankBeforeWord) {
                pieces.add(text.substring(start, next));
                start = next;
            }
            i = next;
        }
        return pieces;
    }

    /// How many there are, without cutting.
    static int count(String text) {
        int count = 0;
        boolean in = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = Character.isLetterOrDigit(c);
            if (word && !in || !word && !Character.isWhitespace(c)) {
                count++;
            }
            in = word;
        }
        return count;
    }
}
