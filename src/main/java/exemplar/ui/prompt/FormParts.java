package exemplar.ui.prompt;

import exemplar.model.Layout;
import exemplar.model.PromptForm;
import exemplar.ui.control.Texts;
import java.util.List;

/// The templates of a design by name, as they are edited and as problems name them.
final class FormParts {
    static final String FREE = "template";
    static final String SEPARATOR = "separator";

    private FormParts() {}

    /// Those that say something in this layout, in the order of the prompt.
    static List<String> names(PromptForm form, Layout layout) {
        return switch (form) {
            case PromptForm.Free f -> List.of(FREE);
            case PromptForm.Parts p ->
                    layout == Layout.CHAT_TURNS
                            ? List.of("system", "instruction", "query", "answer", SEPARATOR)
                            : List.of("system", "instruction", "demonstration", SEPARATOR, "query");
        };
    }

    /// What it is called on screen.
    static String title(String part) {
        return switch (part) {
            case "system" -> Texts.of("prompt.part.system");
            case "instruction" -> Texts.of("prompt.part.instruction");
            case "demonstration" -> Texts.of("prompt.part.demonstration");
            case "answer" -> Texts.of("prompt.part.answer");
            case "query" -> Texts.of("prompt.part.query");
            case SEPARATOR -> Texts.of("prompt.part.separator");
            default -> Texts.of("prompt.part.template");
        };
    }

    /// Its source.
    static String source(PromptForm form, String part) {
        return switch (form) {
            case PromptForm.Free(String source) -> source;
            case PromptForm.Parts p ->
                    switch (part) {
                        case "system" -> p.system();
                        case "instruction" -> p.instruction();
                        case "demonstration" -> p.demonstration();
                        case "answer" -> p.answer();
                        case SEPARATOR -> p.separator();
                        default -> p.query();
                    };
        };
    }

    /// The form with one of them written anew.
    static PromptForm with(PromptForm form, String part, String source) {
        if (!(form instanceof PromptForm.Parts p)) {
            return new PromptForm.Free(source);
        }
        return new PromptForm.Parts(
                part.equals("system") ? source : p.system(),
                part.equals("instruction") ? source : p.instruction(),
                part.equals("demonstration") ? source : p.demonstration(),
                part.equals("answer") ? source : p.answer(),
                part.equals(SEPARATOR) ? source : p.separator(),
                part.equals("query") ? source : p.query());
    }
}
