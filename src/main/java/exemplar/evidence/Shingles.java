package exemplar.evidence;

import java.util.Arrays;

/// The set of short character sequences of a text, as sorted hashes; the share of common ones is
/// the Jaccard similarity of Broder, "On the resemblance and containment of documents" (1997).
/// Sequences are five characters long, three where most of the text is ideographs or syllables.
final class Shingles {
    private static final int LETTERS = 5;
    private static final int IDEOGRAPHS = 3;
    private static final int FIRST_IDEOGRAPH = 0x2e80;

    private Shingles() {}

    /// The shingles of a plain text, sorted and distinct; never empty.
    static int[] of(String text) {
        int length = width(text);
        int count = Math.max(1, text.length() - length + 1);
        int[] all = new int[count];
        for (int i = 0; i < count; i++) {
            long hash = length;
            int end = Math.min(text.length(), i + length);
            for (int k = i; k < end; k++) {
                hash = hash * 0x9e3779b97f4a7c15L + text.charAt(k) + 1;
            }
            all[i] = (int) (Spread.of(hash) >>> 32);
        }
        Arrays.sort(all);
        int distinct = 1;
        for (int i = 1; i < count; i++) {
            if (all[i] != all[distinct - 1]) {
                all[distinct++] = all[i];
            }
        }
        return distinct == count ? all : Arrays.copyOf(all, distinct);
    }

    /// Size of the intersection over size of the union.
    static double similarity(int[] a, int[] b) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                common++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return (double) common / (a.length + b.length - common);
    }

    private static int width(String text) {
        int wide = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_IDEOGRAPH) {
                wide++;
            }
        }
        return wide * 2 > text.length() ? IDEOGRAPHS : LETTERS;
    }
}
