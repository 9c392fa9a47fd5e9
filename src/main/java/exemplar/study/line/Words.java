package exemplar.study.line;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The few short words that stand on most lines of a file (labels, languages, tags), each kept
/// once. Bounded: a file of a million different outputs does not fill it. For one thread.
public final class Words {
    private static final int SLOTS = 8192;
    static final int LONGEST = 48;
    private static final int LONGEST_LIST = 200;

    private final Entry[] slots;
    private final Lists[] lists;

    /// A place for words, empty.
    public Words() {
        this(SLOTS);
    }

    private Words(int size) {
        slots = new Entry[size];
        lists = new Lists[size];
    }

    /// A place that keeps nothing, for single lines.
    static Words none() {
        return new Words(0);
    }

    private record Entry(byte[] utf8, String word) {}

    private record Lists(byte[] utf8, List<String> texts) {}

    /// The word in those bytes, the same object each time; null when it is too long or another word
    /// took its place.
    @Nullable String word(byte[] bytes, int from, int to) {
        if (from == to) {
            return "";
        }
        if (to - from > LONGEST || slots.length == 0) {
            return null;
        }
        int slot = slot(bytes, from, to);
        Entry found = slots[slot];
        if (found == null) {
            byte[] copy = Arrays.copyOfRange(bytes, from, to);
            slots[slot] = found = new Entry(copy, new String(copy, StandardCharsets.UTF_8));
            return found.word;
        }
        return Arrays.equals(found.utf8, 0, found.utf8.length, bytes, from, to) ? found.word : null;
    }

    /// The texts of the valid JSON list in those bytes, the same object each time; null when it is
    /// too long or another list took its place.
    @Nullable List<String> list(byte[] bytes, int from, int to) {
        if (to - from > LONGEST_LIST || lists.length == 0) {
            return null;
        }
        int slot = slot(bytes, from, to);
        Lists found = lists[slot];
        if (found == null) {
            byte[] copy = Arrays.copyOfRange(bytes, from, to);
            lists[slot] = found = new Lists(copy, texts(copy));
            return found.texts;
        }
        return Arrays.equals(found.utf8, 0, found.utf8.length, bytes, from, to)
                ? found.texts
                : null;
    }

    private static List<String> texts(byte[] list) {
        JsonScan scan = new JsonScan();
        scan.b = list;
        scan.end = list.length;
        List<String> texts = new ArrayList<>();
        try {
            for (; scan.p < scan.end; scan.p++) {
                if (scan.peek() == '"') {
                    scan.string();
                    texts.add(scan.text());
                    scan.p--;
                }
            }
        } catch (JsonScan.Fault fault) {
            throw new IllegalStateException("a scanned list changed", fault);
        }
        return List.copyOf(texts);
    }

    private static int slot(byte[] bytes, int from, int to) {
        int hash = Line.hash(bytes, from, to);
        return (hash ^ hash >>> 15) & SLOTS - 1;
    }
}
