package exemplar.study.replace;

import exemplar.model.Example;
import java.util.List;
import java.util.function.IntConsumer;

/// Looks through the texts of many examples.
public final class Search {
    private static final int STEP = 1024;

    private Search() {}

    /// Every hit in the given rows and places.
    ///
    /// @param rows positions in the list, in the order in which hits are wanted
    /// @param places the texts of each example to look through, at most 127
    /// @param progress told now and then how many rows are done, on this thread
    /// @throws InterruptedException when the thread is interrupted
    public static Hits of(
            List<Example> examples,
            int[] rows,
            List<Place> places,
            Finder finder,
            IntConsumer progress)
            throws InterruptedException {
        Hits hits = new Hits(examples, finder, places);
        Patience patience = Patience.perText();
        for (int i = 0; i < rows.length; i++) {
            if (i % STEP == 0) {
                progress.accept(i);
            }
            Example example = examples.get(rows[i]);
            for (int place = 0; place < places.size(); place++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                String text = places.get(place).read(example);
                if (!text.isEmpty()) {
                    look(finder, text, patience, hits, rows[i], place);
                }
            }
            if (hits.isCut()) {
                break;
            }
        }
        progress.accept(rows.length);
        return hits;
    }

    private static void look(
            Finder finder, String text, Patience patience, Hits hits, int row, int place)
            throws InterruptedException {
        try {
            finder.visit(text, patience, (start, end) -> hits.add(row, place, start, end));
        } catch (OutOfPatience e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            hits.skip(row, place, String.valueOf(e.getMessage()));
        }
    }
}
