package exemplar.ui.shell;

import java.util.Optional;

/// Something to tell the person without stopping them.
///
/// @param problem whether something went wrong
/// @param action what can be done about it, with its words
public record Notice(String words, boolean problem, Optional<Action> action) {

    /// A next step.
    public record Action(String words, Runnable run) {}

    public static Notice of(String words) {
        return new Notice(words, false, Optional.empty());
    }

    public static Notice problem(String words) {
        return new Notice(words, true, Optional.empty());
    }

    public Notice offering(String what, Runnable run) {
        return new Notice(words, problem, Optional.of(new Action(what, run)));
    }
}
