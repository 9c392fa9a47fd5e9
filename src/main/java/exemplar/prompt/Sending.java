package exemplar.prompt;

import exemplar.backend.Sampling;
import exemplar.model.Design;
import exemplar.model.Layout;
import exemplar.model.PromptForm;
import exemplar.model.Task;
import java.util.List;

/// How the prompts of a design are sent: greedy, as long as the design allows, and a completion
/// ends where the next demonstration would begin, since a model that continues text would go on to
/// write one.
public final class Sending {
    private Sending() {}

    /// The sampling for a design's prompts.
    public static Sampling of(Design design, Task task) {
        Sampling greedy = Sampling.greedy(Math.max(1, design.answerTokens()));
        return design.layout() == Layout.COMPLETION ? greedy.withStop(stops(design, task)) : greedy;
    }

    private static List<String> stops(Design design, Task task) {
        if (task.kind() == Task.Kind.CLASSIFY) {
            return List.of("\n");
        }
        return design.form() instanceof PromptForm.Parts parts && parts.separator().contains("\n")
                ? List.of(parts.separator())
                : List.of("\n\n");
    }
}
