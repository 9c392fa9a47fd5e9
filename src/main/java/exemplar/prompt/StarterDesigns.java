package exemplar.prompt;

import exemplar.model.Design;
import exemplar.model.Layout;
import exemplar.model.Order;
import exemplar.model.PromptForm;
import exemplar.model.Selection;
import exemplar.model.Task;
import exemplar.model.TemplateOptions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The designs a new study begins with: the same words with no demonstration, with a few, and with
/// a few as chat turns. They are meant to be edited.
public final class StarterDesigns {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> TAKEN =
            Set.of(
                    "instruction",
                    "demos",
                    "item",
                    "labels",
                    "task",
                    "gold",
                    "label",
                    "id",
                    "rationale",
                    "language",
                    "tags",
                    "loop",
                    "true",
                    "false",
                    "none",
                    "not",
                    "and",
                    "or",
                    "in",
                    "is",
                    "if",
                    "else",
                    "for",
                    "message",
                    "turn");

    private StarterDesigns() {}

    /// Whether a field of that name can be written in a template as it is.
    public static boolean isFieldName(String name) {
        return VARIABLE.matcher(name).matches() && !TAKEN.contains(name.toLowerCase(Locale.ROOT));
    }

    /// The designs for a task, the simplest first.
    public static List<Design> of(Task task) {
        PromptForm.Parts parts = parts(task);
        int answer = task.kind() == Task.Kind.CLASSIFY ? 16 : 256;
        return List.of(
                design("zero-shot", parts, Layout.COMPLETION, Selection.first(0), answer),
                design(
                        "few-shot",
                        parts,
                        Layout.COMPLETION,
                        new Selection(
                                task.kind() == Task.Kind.CLASSIFY ? "balanced" : "random",
                                8,
                                7,
                                List.of()),
                        answer),
                design(
                        "few-shot-chat",
                        parts,
                        Layout.CHAT_TURNS,
                        new Selection("random", 8, 7, List.of()),
                        answer));
    }

    /// The words of a task as parts: one captioned line a field, the output's caption last.
    public static PromptForm.Parts parts(Task task) {
        String inputs =
                task.inputs().stream()
                        .map(f -> caption(f) + ": {{ " + f + " }}\n")
                        .collect(Collectors.joining());
        String output = caption(task.output()) + ":";
        return new PromptForm.Parts(
                "",
                "{{ instruction }}",
                inputs + output + " {{ gold }}",
                "{{ gold }}",
                "\n\n",
                inputs + output);
    }

    private static String caption(String field) {
        String words = field.replace('_', ' ').strip();
        return words.isEmpty()
                ? field
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Design design(
            String name, PromptForm form, Layout layout, Selection selection, int answerTokens) {
        return new Design(
                name,
                form,
                layout,
                TemplateOptions.DEFAULT,
                selection,
                Order.AS_SELECTED,
                answerTokens,
                Map.of());
    }
}
