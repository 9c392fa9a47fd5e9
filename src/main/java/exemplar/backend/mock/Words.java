package exemplar.backend.mock;

import java.util.Arrays;

/// The different words of a text, as hashes in order: enough to count what two texts share.
///
/// @param hashes sorted, each once
record Words(int[] hashes) {

    static Words of(String text) {
        int[] found = new int[Math.max(8, text.length() / 4)];
        int n = 0;
        int h = 0;
        boolean in = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean letter =
                    c < 128
                            ? (c | 32) >= 'a' && (c | 32) <= 'z' || c >= '0' && c <= '9'
                            : Character.isLetterOrDigit(c);
            if (letter) {
                h =
                        h * 31
                                + (c < 128
                                        ? c >= 'A' && c <= 'Z' ? c + 32 : c
                                        : Character.toLowerCase(c));
                in = true;
            } else if (in) {
                if (n == found.length) {
                    found = Arrays.copyOf(found, 2 * n);
                }
                found[n++] = h * 0x9e3779b1;
                h = 0;
                in = false;
            }
        }
        Arrays.sort(found, 0, n);
        int kept = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                found[kept++] = found[i];
            }
        }
        return new Words(Arrays.copyOf(found, kept));
    }

    /// Whether every word of the other is among these.
    boolean containsAll(Words other) {
        return other.hashes.length > 0 && shared(other) == other.hashes.length;
    }

    /// Shared words as a share of all words of both.
    double overlap(Words other) {
        int shared = shared(other);
        int all = hashes.length + other.hashes.length - shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    private int shared(Words other) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < hashes.length && j < other.hashes.length) {
            int order = Integer.compare(hashes[i], other.hashes[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    // Records compare arrays by identity; nothing here compares words.
    @Override
    public boolean equals(Object other) {
        return other instanceof Words w && Arrays.equals(hashes, w.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }
}
