package exemplar.select;

import exemplar.model.Selection;
import exemplar.model.Task;
import java.lang.ref.SoftReference;
import java.util.BitSet;
import java.util.List;

/// A selector that looks at no item. What it chose last is kept: a run asks it the same for each of
/// its items. Safe for any number of threads.
final class SameForAll implements Selector {
    private final Selector selector;
    private volatile SoftReference<Choice> last = new SoftReference<>(null);

    /// @param selector never asks for [Ask#item]
    SameForAll(Selector selector) {
        this.selector = selector;
    }

    /// @param candidates and `free` known by identity: those of a pool are made once
    private record Choice(
            Selection selection,
            Task task,
            Candidates candidates,
            BitSet free,
            int wanted,
            List<Chosen> chosen) {

        boolean answers(Ask ask) {
            return candidates == ask.candidates()
                    && free == ask.free()
                    && wanted == ask.wanted()
                    && selection.equals(ask.selection())
                    && task.equals(ask.task());
        }
    }

    @Override
    public List<Chosen> choose(Ask ask) {
        Choice known = last.get();
        if (known != null && known.answers(ask)) {
            return known.chosen();
        }
        List<Chosen> chosen = List.copyOf(selector.choose(ask));
        last =
                new SoftReference<>(
                        new Choice(
                                ask.selection(),
                                ask.task(),
                                ask.candidates(),
                                ask.free(),
                                ask.wanted(),
                                chosen));
        return chosen;
    }
}
