package exemplar.ui.prompt;

import exemplar.model.PromptForm;
import java.util.List;
import java.util.regex.Pattern;

/// How much work templates can make at most. Pure.
final class Effort {
    /// What can do much more work than there is data: counting loops, repetition, calls of one's
    /// own, and one loop inside another.
    private static final Pattern GROWING =
            Pattern.compile(
                    "\\*|range|recursive|macro|lipsum|include|\\bfor\\b.*\\bfor\\b",
                    Pattern.DOTALL);

    private Effort() {}

    /// Whether rendering takes time in proportion to the data at most, whatever is typed; then what
    /// was rendered in a moment before will be again, and need not leave the screen's thread.
    static boolean isBounded(PromptForm form) {
        return switch (form) {
            case PromptForm.Free(String source) -> bounded(source);
            case PromptForm.Parts parts ->
                    List.of(
                                    parts.system(),
                                    parts.instruction(),
                                    parts.demonstration(),
                                    parts.answer(),
                                    parts.query())
                            .stream()
                            .allMatch(Effort::bounded);
        };
    }

    private static boolean bounded(String source) {
        return !GROWING.matcher(source).find();
    }
}
