package exemplar.study.line;

import exemplar.model.Example;
import org.jspecify.annotations.Nullable;

/// Holds the examples decoded last, so that what is looked at again and again is decoded once. A
/// fixed number of places: looking through a million of them does not fill the memory. Needs no
/// lock, since losing one costs only decoding it again.
final class Recent {
    private static final int PLACES = 1 << 14;
    private static final int LARGE = 1 << 16;
    private static final @Nullable Example[] EXAMPLES = new Example[PLACES];

    private Recent() {}

    static void keep(Line line, Example example) {
        if (line.length() < LARGE) {
            EXAMPLES[(line.idHash() * 0x9E3779B9 >>> 16) & PLACES - 1] = example;
        }
    }
}
