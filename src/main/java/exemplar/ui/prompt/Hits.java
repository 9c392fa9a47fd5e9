package exemplar.ui.prompt;

import java.util.Arrays;
import java.util.Locale;

/// Where a word stands in a text, capital or small. Pure.
///
/// @param starts in UTF-16 code units, in order, none within another
/// @param length of each
record Hits(int[] starts, int length) {
    static final Hits NONE = new Hits(new int[0], 0);

    static Hits of(String text, String word) {
        String hay = text.toLowerCase(Locale.ROOT);
        String needle = word.toLowerCase(Locale.ROOT);
        // A few letters have another length when small: their texts are searched as they are.
        if (hay.length() != text.length() || needle.length() != word.length()) {
            hay = text;
            needle = word;
        }
        if (needle.isEmpty()) {
            return NONE;
        }
        int[] found = new int[16];
        int n = 0;
        for (int at = hay.indexOf(needle);
                at >= 0;
                at = hay.indexOf(needle, at + needle.length())) {
            if (n == found.length) {
                found = Arrays.copyOf(found, 2 * n);
            }
            found[n++] = at;
        }
        return new Hits(Arrays.copyOf(found, n), needle.length());
    }

    int count() {
        return starts.length;
    }

    /// The first that begins there or later; the very first behind the last.
    int from(int offset) {
        int at = Arrays.binarySearch(starts, offset);
        int next = at >= 0 ? at : -at - 1;
        return next < starts.length ? next : 0;
    }

    /// The place of a hit, to be marked.
    Marked marked(int index) {
        return new Marked(starts[index], starts[index] + length);
    }
}
