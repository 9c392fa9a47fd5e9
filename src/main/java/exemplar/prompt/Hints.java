package exemplar.prompt;

import exemplar.model.Example;
import exemplar.model.Layout;
import exemplar.model.Origin;
import exemplar.model.RenderedPrompt;
import exemplar.model.Span;
import exemplar.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is allowed in a prompt and is seldom meant.
public final class Hints {
    private Hints() {}

    /// Sentences for a person, none where nothing is odd.
    public static List<String> of(Prompts.Made made, Task task, Example item) {
        RenderedPrompt prompt = made.rendering().prompt();
        List<String> hints = new ArrayList<>();
        if (made.rendering().broken() || prompt.text().isEmpty()) {
            return hints;
        }
        boolean shows = prompt.spans().stream().anyMatch(s -> s.origin().demo().isPresent());
        int demos = made.demonstrations().size();
        if (demos > 0 && !shows) {
            hints.add(
                    "%d demonstrations are selected and the prompt shows none of them; a template shows them with {%% for demo in demos %%}."
                            .formatted(demos));
        } else if (demos > 0 && !showsGold(prompt, task)) {
            hints.add("The demonstrations do not show their answers; write {{ gold }}.");
        }
        boolean asks =
                prompt.spans().stream().anyMatch(s -> s.origin().kind() == Origin.Kind.QUERY);
        if (!asks && task.inputs().stream().anyMatch(f -> !item.field(f).isEmpty())) {
            hints.add("The prompt does not show the item it asks about.");
        }
        if (prompt.layout() == Layout.COMPLETION) {
            char last = prompt.text().charAt(prompt.text().length() - 1);
            if (last == ' ' || last == '\t') {
                hints.add(
                        "The prompt ends with a blank. Most tokenizers keep the blank with the word that follows, so end the prompt before it.");
            }
        }
        if (prompt.layout() != Layout.CHAT_TURNS) {
            leads(prompt, task).ifPresent(hints::add);
        }
        return hints;
    }

    private static boolean showsGold(RenderedPrompt prompt, Task task) {
        return prompt.spans().stream().anyMatch(s -> isGold(s, task));
    }

    private static boolean isGold(Span span, Task task) {
        return span.origin().demo().isPresent()
                && span.origin().field().equals(Optional.of(task.output()));
    }

    /// What stands before the answer should be the same in the demonstrations and at the end.
    private static Optional<String> leads(RenderedPrompt prompt, Task task) {
        String text = prompt.text();
        Optional<Span> gold =
                prompt.spans().stream().filter(s -> isGold(s, task)).reduce((a, b) -> b);
        if (gold.isEmpty()) {
            return Optional.empty();
        }
        String shown = lastLine(text.substring(0, gold.get().start()));
        String asked = lastLine(text);
        boolean words = prompt.spans().getLast().origin().kind() == Origin.Kind.TEMPLATE;
        return !words || shown.equals(asked) || shown.isEmpty() || shown.length() > 80
                ? Optional.empty()
                : Optional.of(
                        "The demonstrations lead to their answers with “%s”, the item with “%s”."
                                .formatted(shown, asked));
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1).strip();
    }
}
