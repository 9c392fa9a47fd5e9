package exemplar.prompt;

import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Order;
import exemplar.model.Selection;
import exemplar.model.Task;
import exemplar.select.Chosen;
import exemplar.select.Ordering;
import exemplar.select.Selected;
import exemplar.select.Selectors;
import java.util.List;
import java.util.Optional;

/// Makes prompts again and again while a design is worked on. The result is that of [Prompts#make];
/// what did not change since the last time is not done again. Safe for any number of threads, one
/// at a time.
public final class Composer {
    private final RenderedParts parts = new RenderedParts();
    private Optional<Choice> last = Optional.empty();

    /// @param pool known by identity: a pool never changes
    private record Choice(
            Selection selection,
            Order order,
            Task task,
            List<Example> pool,
            Example item,
            Selected selected,
            List<Chosen> ordered) {

        boolean answers(Design design, Task t, List<Example> p, Example i) {
            return pool == p
                    && selection.equals(design.selection())
                    && order == design.order()
                    && item.equals(i)
                    && task.equals(t);
        }
    }

    /// Makes the prompt of a design for an item.
    public synchronized Prompts.Made make(
            Design design, Task task, List<Example> pool, Example item) {
        Choice choice =
                last.filter(c -> c.answers(design, task, pool, item))
                        .orElseGet(() -> choose(design, task, pool, item));
        last = Optional.of(choice);
        Rendering rendering =
                Renderer.render(
                        design,
                        task,
                        choice.ordered().stream().map(Chosen::example).toList(),
                        item,
                        parts);
        return new Prompts.Made(
                rendering,
                choice.ordered(),
                choice.selected().demonstrations(),
                choice.selected().warnings());
    }

    private static Choice choose(Design design, Task task, List<Example> pool, Example item) {
        Selected selected = Selectors.select(design.selection(), task, pool, item);
        List<Chosen> ordered =
                Ordering.order(
                        design.order(), selected.demonstrations(), task, design.selection().seed());
        return new Choice(design.selection(), design.order(), task, pool, item, selected, ordered);
    }
}
