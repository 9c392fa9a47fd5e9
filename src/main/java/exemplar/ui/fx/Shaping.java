package exemplar.ui.fx;

import java.lang.reflect.Field;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Mends how the toolkit shapes text on Linux (JavaFX 25 to 27): every wrapped text in a script
/// that joins, stacks or runs from right to left.
///
/// Where a line ends inside a run of letters, the run is cut in two and its first part is shaped
/// again. Pango's bridge remembers the bytes of a run by the run alone and shapes the whole of it
/// once more: the line shows all of the text beyond its end, and for text from right to left the
/// places of its letters become negative, which throws in the middle of a layout. Here the bridge
/// is given a memory that never recalls, so that what is shaped is always what the run holds now.
/// Each thread has its own, as the bridge gives itself back before it frees what it remembered.
///
/// It reaches into the toolkit by name, since no public call leads there; see ADR 30 for why and
/// for the test that tells when it is to go. Where there is nothing to mend it does nothing.
public final class Shaping {
    private static final Logger LOG = LoggerFactory.getLogger(Shaping.class);
    private static final String PANGO = "com.sun.javafx.font.freetype.PangoGlyphLayout";

    /// Mended once, when first asked for.
    private static final Result RESULT = tryMending();

    /// How it went.
    public sealed interface Result {
        /// Wrapped text is shaped as it should be now.
        record Mended() implements Result {}

        /// The toolkit shapes text in another way on this machine.
        record NotNeeded() implements Result {}

        /// The toolkit does not look as expected; the log has the reason too.
        record Failed(String why) implements Result {}
    }

    private Shaping() {}

    /// Mends the toolkit unless that was done. To be called before the first text is laid out, on
    /// the toolkit's thread.
    public static Result mend() {
        return RESULT;
    }

    private static Result tryMending() {
        try {
            Field shared =
                    Class.forName("com.sun.javafx.text.GlyphLayoutManager")
                            .getDeclaredField("REUSABLE_INSTANCE");
            shared.setAccessible(true);
            Object bridge = shared.get(null);
            if (bridge == null || !bridge.getClass().getName().equals(PANGO)) {
                return new Result.NotNeeded();
            }
            Field memory = bridge.getClass().getDeclaredField("runUtf8");
            memory.setAccessible(true);
            memory.set(bridge, new Forgetful());
            return new Result.Mended();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.warn("Wrapped text in joined or right-to-left scripts may be shown wrongly", e);
            return new Result.Failed(String.valueOf(e.getMessage()));
        }
    }

    /// A map of runs to the addresses of their bytes that finds nothing again and still gives all
    /// addresses to be freed. What one thread put there the others do not see.
    private static final class Forgetful extends AbstractMap<Object, Long> {
        private final ThreadLocal<List<Map.Entry<Object, Long>>> kept =
                ThreadLocal.withInitial(ArrayList::new);

        @Override
        public @Nullable Long get(@Nullable Object run) {
            return null;
        }

        @Override
        public @Nullable Long put(Object run, Long address) {
            kept.get().add(Map.entry(run, address));
            return null;
        }

        @Override
        public Set<Map.Entry<Object, Long>> entrySet() {
            List<Map.Entry<Object, Long>> mine = kept.get();
            return new AbstractSet<>() {
                @Override
                public Iterator<Map.Entry<Object, Long>> iterator() {
                    return mine.iterator();
                }

                @Override
                public int size() {
                    return mine.size();
                }

                @Override
                public void clear() {
                    mine.clear();
                }
            };
        }
    }
}
