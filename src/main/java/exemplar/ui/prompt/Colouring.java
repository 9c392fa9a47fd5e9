package exemplar.ui.prompt;

import exemplar.model.Origin;
import exemplar.model.Task;
import exemplar.ui.control.Palette;
import exemplar.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the colour of a prompt's characters says.
enum Colouring {
    LABEL,
    DEMONSTRATION,
    FIELD,
    PLAIN,
    TOKENS;

    String words() {
        return switch (this) {
            case LABEL -> Texts.of("prompt.by.label");
            case DEMONSTRATION -> Texts.of("prompt.by.demonstration");
            case FIELD -> Texts.of("prompt.by.field");
            case PLAIN -> Texts.of("prompt.by.plain");
            case TOKENS -> Texts.of("prompt.by.tokens");
        };
    }

    /// Category of a demonstration's number and bar; -1 for none.
    int category(int position, String gold, Task task) {
        return switch (this) {
            case LABEL -> task.labelIndex(gold);
            case DEMONSTRATION -> position;
            case FIELD, PLAIN, TOKENS -> -1;
        };
    }

    /// Style classes of a character of that origin.
    ///
    /// @param positions of demonstrations in the prompt, by id
    /// @param golds gold outputs of demonstrations, by id
    List<String> classes(
            Origin origin, Task task, Map<String, Integer> positions, Map<String, String> golds) {
        if (this == PLAIN || this == TOKENS) {
            return List.of();
        }
        List<String> classes = new ArrayList<>(2);
        switch (origin.kind()) {
            case DEMO -> {
                String demo = origin.demo().orElse("");
                int colour =
                        this == FIELD
                                ? field(origin, task)
                                : category(
                                        positions.getOrDefault(demo, -1),
                                        golds.getOrDefault(demo, ""),
                                        task);
                classes.add("span-" + Palette.styleClass(colour));
                if (origin.field().map(task.output()::equals).orElse(false)) {
                    classes.add("span-gold");
                }
            }
            case QUERY -> classes.add("span-query");
            case INSTRUCTION -> classes.add("span-instruction");
            case TEMPLATE, PRINCIPLE, FACT, IMAGE -> classes.add("span-template");
        }
        return classes;
    }

    private static int field(Origin origin, Task task) {
        List<String> names = new ArrayList<>(task.inputs());
        names.add(task.output());
        return origin.field().map(names::indexOf).orElse(-1);
    }
}
