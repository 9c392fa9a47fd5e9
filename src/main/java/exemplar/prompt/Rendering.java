package exemplar.prompt;

import exemplar.model.RenderedPrompt;
import java.util.List;

/// A rendered prompt with what is wrong with its templates.
public record Rendering(RenderedPrompt prompt, List<PromptProblem> problems) {
    public Rendering {
        problems = List.copyOf(problems);
    }

    /// Whether the prompt should not be sent: a template could not be read, or says something that
    /// does not exist.
    public boolean broken() {
        return !problems.isEmpty();
    }
}
