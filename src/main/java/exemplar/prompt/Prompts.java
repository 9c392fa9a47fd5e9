package exemplar.prompt;

import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Task;
import exemplar.select.Chosen;
import exemplar.select.Ordering;
import exemplar.select.Selected;
import exemplar.select.Selectors;
import java.util.List;

/// From a design and an item to the prompt: choose, order, render.
public final class Prompts {
    private Prompts() {}

    /// A prompt with how it came about.
    ///
    /// @param demonstrations in prompt order
    /// @param warnings what the selector could not do as asked
    public record Made(Rendering rendering, List<Chosen> demonstrations, List<String> warnings) {
        public Made {
            demonstrations = List.copyOf(demonstrations);
            warnings = List.copyOf(warnings);
        }
    }

    /// Makes the prompt of a design for an item.
    public static Made make(Design design, Task task, List<Example> pool, Example item) {
        Selected selected = Selectors.select(design.selection(), task, pool, item);
        List<Chosen> ordered =
                Ordering.order(
                        design.order(), selected.demonstrations(), task, design.selection().seed());
        return new Made(
                Renderer.render(design, task, ordered.stream().map(Chosen::example).toList(), item),
                ordered,
                selected.warnings());
    }
}
