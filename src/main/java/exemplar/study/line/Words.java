package exemplar.study.line;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The few short words that stand on most lines of a file (labels, languages, tags), each kept
/// once. Bounded: a file of a million different outputs does not fill it. For one thread.
public final class Words {
    private static final int SLOTS = 8192;
    private static final int LONGEST = 48;

    private final Entry[] slots = new Entry[SLOTS];
    private final Map<List<String>, List<String>> lists = new HashMap<>();

    private record Entry(byte[] utf8, String word) {}

    /// The word in those bytes, the same object each time; null when it is too long or another word
    /// took its place.
    @Nullable String word(byte[] bytes, int from, int to) {
        if (from == to) {
            return "";
        }
        if (to - from > LONGEST) {
            return null;
        }
        int hash = Line.hash(bytes, from, to);
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        Entry found = slots[slot];
        if (found == null) {
            byte[] copy = Arrays.copyOfRange(bytes, from, to);
            slots[slot] = found = new Entry(copy, new String(copy, StandardCharsets.UTF_8));
            return found.word;
        }
        return Arrays.equals(found.utf8, 0, found.utf8.length, bytes, from, to) ? found.word : null;
    }

    /// A list equal to this one, the same object each time; null when there are too many.
    @Nullable List<String> list(List<String> list) {
        List<String> known = lists.get(list);
        if (known != null || lists.size() >= SLOTS) {
            return known;
        }
        List<String> kept = List.copyOf(list);
        lists.put(kept, kept);
        return kept;
    }
}
