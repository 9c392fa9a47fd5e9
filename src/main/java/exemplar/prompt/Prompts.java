package exemplar.prompt;

import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Task;
import exemplar.select.Chosen;
import java.util.List;

/// From a design and an item to the prompt: choose, order, render.
public final class Prompts {
    private Prompts() {}

    /// A prompt with how it came about.
    ///
    /// @param demonstrations in prompt order
    /// @param ranked the same in the selector's order of preference
    /// @param warnings what the selector could not do as asked
    public record Made(
            Rendering rendering,
            List<Chosen> demonstrations,
            List<Chosen> ranked,
            List<String> warnings) {
        public Made {
            demonstrations = List.copyOf(demonstrations);
            ranked = List.copyOf(ranked);
            warnings = List.copyOf(warnings);
        }

        /// The demonstration a smaller prompt would do without first: the one the selector likes
        /// least and no person pinned.
        public java.util.Optional<Chosen> dropsFirst() {
            return ranked.reversed().stream().filter(c -> !c.example().pinned()).findFirst();
        }
    }

    /// Makes the prompt of a design for an item.
    public static Made make(Design design, Task task, List<Example> pool, Example item) {
        return new Composer().make(design, task, pool, item);
    }
}
