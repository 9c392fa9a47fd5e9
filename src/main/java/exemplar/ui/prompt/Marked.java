package exemplar.ui.prompt;

import java.text.BreakIterator;
import java.util.Locale;

/// What is marked in a text that is read: from where marking began to where it has come. Pure.
///
/// @param anchor where marking began
/// @param caret where it has come
record Marked(int anchor, int caret) {
    static final Marked NOTHING = new Marked(0, 0);

    int start() {
        return Math.min(anchor, caret);
    }

    int end() {
        return Math.max(anchor, caret);
    }

    boolean isEmpty() {
        return anchor == caret;
    }

    /// The caret elsewhere; what is marked grows with it or ends.
    Marked to(int offset, boolean grow) {
        return new Marked(grow ? anchor : offset, offset);
    }

    /// The same behind so many more characters.
    Marked after(int more) {
        return new Marked(anchor + more, caret + more);
    }

    /// The same in a text of this length.
    Marked within(int length) {
        return new Marked(Math.min(anchor, length), Math.min(caret, length));
    }

    /// The same place in a text of which the middle was replaced: what stands behind moves with its
    /// words, what stands in it ends at its beginning.
    Marked moved(String before, String now) {
        int most = Math.min(before.length(), now.length());
        int head = 0;
        while (head < most && before.charAt(head) == now.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head
                && before.charAt(before.length() - 1 - tail)
                        == now.charAt(now.length() - 1 - tail)) {
            tail++;
        }
        return new Marked(
                moved(anchor, head, before.length() - tail, now.length() - before.length()),
                moved(caret, head, before.length() - tail, now.length() - before.length()));
    }

    private static int moved(int offset, int head, int tail, int more) {
        return offset <= head ? offset : offset >= tail ? offset + more : head;
    }

    static Marked word(String text, int offset) {
        if (text.isEmpty()) {
            return NOTHING;
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int at = Math.clamp(offset, 0, text.length() - 1);
        int end = words.following(at);
        return new Marked(words.previous(), end);
    }

    /// The line with its end.
    static Marked line(String text, int offset) {
        int at = Math.clamp(offset, 0, text.length());
        int end = text.indexOf('\n', at);
        return new Marked(
                at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1,
                end < 0 ? text.length() : end + 1);
    }

    /// The next place between two characters as a person sees them, or between two words.
    static int next(String text, int offset, boolean word) {
        if (!word) {
            BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(text);
            return offset >= text.length() ? text.length() : characters.following(offset);
        }
        int at = offset;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at >= text.length() ? text.length() : word(text, at).end();
    }

    static int previous(String text, int offset, boolean word) {
        if (!word) {
            BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(text);
            return offset <= 0 ? 0 : characters.preceding(offset);
        }
        int at = offset;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at <= 0 ? 0 : word(text, at - 1).start();
    }
}
