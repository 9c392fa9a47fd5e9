package exemplar.select;

import exemplar.model.Example;
import exemplar.model.Selection;
import exemplar.model.Task;
import java.util.List;

/// Chooses demonstrations for an item. Pure: the same arguments give the same choice.
@FunctionalInterface
interface Selector {

    /// Rows in order of preference, without regard to pins.
    List<Chosen> choose(Ask ask);

    /// What a selector is asked.
    ///
    /// @param wanted how many are still needed besides the pinned ones
    /// @param free rows that may be chosen; not to be changed
    record Ask(
            Selection selection,
            Task task,
            List<Example> pool,
            Example item,
            Candidates candidates,
            java.util.BitSet free,
            int wanted) {}
}
