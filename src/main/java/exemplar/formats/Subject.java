package exemplar.formats;

import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.RenderedPrompt;
import exemplar.model.Task;
import exemplar.prompt.Prompts;
import java.util.List;
import java.util.Map;

/// What is exported: a design of a task with the pool its demonstrations come from, and the items
/// it asks about.
public record Subject(Task task, Design design, List<Example> pool, List<Example> items) {

    /// The prompt of an item, exactly as it would be sent.
    ///
    /// @throws ExportFault when a template of the design has a problem, or the prompt shows images
    public RenderedPrompt prompt(Example item) throws ExportFault {
        Prompts.Made made = made(item);
        if (made.rendering().broken()) {
            throw new ExportFault(
                    "The design '%s' has a problem, %s; nothing was written."
                            .formatted(
                                    design.name(),
                                    made.rendering().problems().getFirst().sentence()));
        }
        RenderedPrompt prompt = made.rendering().prompt();
        if (!prompt.images().isEmpty()) {
            throw new ExportFault(
                    "The prompt of '%s' shows images, which exports cannot hold yet; nothing was written."
                            .formatted(item.id()));
        }
        return prompt;
    }

    private Prompts.Made made(Example item) {
        return Prompts.make(design, task, pool, item);
    }

    /// The demonstrations an item gets that is none of them, in prompt order.
    public List<Example> demonstrations() {
        return demonstrations(Example.of("", Map.of(), ""));
    }

    /// The demonstrations of an item, in prompt order.
    public List<Example> demonstrations(Example item) {
        return made(item).demonstrations().stream().map(c -> c.example()).toList();
    }

    /// The same for other items.
    public Subject withItems(List<Example> items) {
        return new Subject(task, design, pool, items);
    }
}
