package exemplar.study.line;

import exemplar.model.Example;
import org.jspecify.annotations.Nullable;

/// The examples decoded last. A fixed number of places, so that looking through a million of them
/// does not fill the memory. Safe without a lock: entries are immutable, losing one costs only
/// decoding it again.
final class Decoded {
    private static final int PLACES = 1 << 14;
    private static final int LARGE = 1 << 16;
    private static final @Nullable Entry[] ENTRIES = new Entry[PLACES];

    private record Entry(Line line, Example example) {}

    private Decoded() {}

    static Example of(Line line) {
        Entry entry = ENTRIES[place(line)];
        if (entry != null && entry.line == line) {
            return entry.example;
        }
        Example example = LineReader.read(line.bytes);
        remember(line, example);
        return example;
    }

    static void remember(Line line, Example example) {
        if (line.bytes.length < LARGE) {
            ENTRIES[place(line)] = new Entry(line, example);
        }
    }

    private static int place(Line line) {
        return (line.idHash * 0x9E3779B9 >>> 16) & PLACES - 1;
    }
}
