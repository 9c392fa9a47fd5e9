package exemplar.study.line;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A text to look for in the fields of lines, whatever its case. Accents count.
///
/// Looks through the raw bytes, eight at a time, for the rarest byte of the text, and reads a line
/// more closely only where that leads to something. A million lines of 300 bytes take about a tenth
/// of a second.
public final class Needle {
    private static final String COMMON_FIRST = " etaoinshrdlcumwfgypbvkxjqz";

    private final String folded;

    /// The longest part of the text that stands in lines as it is, but for its case.
    private final byte[] run;

    /// The whole text as the bytes of its characters in each case; empty when cases differ in
    /// length, so that lines have to be read to be compared.
    private final byte[][][] raw;

    private final int runStart;
    private final boolean wide;
    private final int anchor;
    private final long anchors;
    private final long caseBits;

    /// Looks for this text; an empty one is everywhere.
    public Needle(String text) {
        folded = fold(text);
        int start = longestRun(folded);
        int end = start;
        while (end < folded.length() && standsAsIs(folded.charAt(end))) {
            end++;
        }
        run = folded.substring(start, end).getBytes(StandardCharsets.US_ASCII);
        raw = Cases.of(folded);
        runStart = folded.substring(0, start).getBytes(StandardCharsets.UTF_8).length;
        wide = folded.chars().anyMatch(c -> c > 0x7f);
        int rarest = 0;
        for (int i = 1; i < run.length; i++) {
            if (COMMON_FIRST.indexOf(run[rarest]) >= 0
                    && (COMMON_FIRST.indexOf(run[i]) < 0
                            || COMMON_FIRST.indexOf(run[i]) > COMMON_FIRST.indexOf(run[rarest]))) {
                rarest = i;
            }
        }
        anchor = rarest;
        byte sought = run.length == 0 ? 0 : run[rarest];
        anchors = Eight.ONES * sought;
        caseBits = sought >= 'a' && sought <= 'z' ? Eight.ONES * 0x20 : 0;
    }

    /// Case folding, character by character. Beyond ASCII nothing becomes ASCII, so that the raw
    /// bytes tell the truth about ASCII.
    static String fold(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return new String(folded);
    }

    static char fold(char c) {
        char lower = Character.toLowerCase(c);
        return c > 0x7f && lower <= 0x7f ? c : lower;
    }

    /// Where the longest part begins that stands in lines as it is.
    private static int longestRun(String text) {
        int best = 0;
        int bestLength = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !standsAsIs(text.charAt(i))) {
                if (i - start > bestLength) {
                    best = start;
                    bestLength = i - start;
                }
                start = i + 1;
            }
        }
        return best;
    }

    private static boolean standsAsIs(char c) {
        return c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '/';
    }

    /// Whether one of the line's fields contains the text.
    public boolean in(Line line) {
        if (folded.isEmpty()) {
            return true;
        }
        if (!line.has(Line.UNNUMBERED)) {
            return inTexts(line);
        }
        if (wide && line.has(Line.ASCII)) {
            return false;
        }
        if (run.length == 0) {
            return inTexts(line);
        }
        int hit = find(line.bytes, line.fieldsStart, line.fieldsEnd);
        if (hit < 0) {
            return false;
        }
        return raw.length > 0 && line.has(Line.PLAIN) ? inValue(line, hit) : inTexts(line);
    }

    /// The first place of the run in `bytes[from, to)`, or -1.
    private int find(byte[] bytes, int from, int to) {
        int i = from + anchor;
        int end = to - (run.length - 1 - anchor);
        for (; i + 8 <= end; i += 8) {
            long hits = Eight.zeros((Eight.at(bytes, i) | caseBits) ^ anchors);
            while (hits != 0) {
                int at = i + Eight.first(hits) - anchor;
                if (isAt(bytes, at)) {
                    return at;
                }
                hits &= hits - 1;
            }
        }
        for (; i < end; i++) {
            if (isAt(bytes, i - anchor)) {
                return i - anchor;
            }
        }
        return -1;
    }

    private boolean isAt(byte[] bytes, int at) {
        for (int i = 0; i < run.length; i++) {
            int b = bytes[at + i];
            if (b >= 'A' && b <= 'Z') {
                b |= 0x20;
            }
            if (b != run[i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether the run stands in a value, not in a field's name. For lines without escapes, in
    /// which every quote begins or ends a string.
    private boolean inValue(Line line, int first) {
        byte[] bytes = line.bytes;
        int hit = first;
        int at = line.fieldsStart;
        int quotes = 0;
        while (hit >= 0) {
            for (; at < hit; at++) {
                quotes += bytes[at] == '"' ? 1 : 0;
            }
            if ((quotes & 3) == 3 && isWholeAt(bytes, hit - runStart, line.fieldsEnd)) {
                return true;
            }
            hit = find(bytes, hit + 1, line.fieldsEnd);
        }
        return false;
    }

    /// Whether all of the text stands there. It holds no quote, so it cannot reach beyond a value.
    private boolean isWholeAt(byte[] bytes, int from, int end) {
        int at = from;
        for (byte[][] cases : raw) {
            int length = cases[0].length;
            boolean found = false;
            for (byte[] one : cases) {
                found |=
                        at >= 0
                                && at + length <= end
                                && Arrays.equals(bytes, at, at + length, one, 0, length);
            }
            if (!found) {
                return false;
            }
            at += length;
        }
        return true;
    }

    private boolean inTexts(Line line) {
        JsonScan scan = new JsonScan();
        scan.b = line.bytes;
        scan.p = line.fieldsStart;
        scan.end = line.fieldsEnd;
        try {
            boolean name = true;
            while (scan.p < scan.end) {
                if (scan.peek() != '"') {
                    scan.p++;
                    continue;
                }
                scan.string();
                if (!name && fold(scan.text()).contains(folded)) {
                    return true;
                }
                name = !name;
            }
            return false;
        } catch (JsonScan.Fault fault) {
            throw new IllegalStateException("a scanned line changed", fault);
        }
    }
}
