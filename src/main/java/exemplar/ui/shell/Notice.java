package exemplar.ui.shell;

import java.util.Optional;

/// Something to tell the person without stopping them.
///
/// @param problem whether something went wrong
/// @param action what can be done about it, with its words
/// @param ofLastStep whether it goes away when the study changes again
public record Notice(String words, boolean problem, Optional<Action> action, boolean ofLastStep) {

    /// A next step.
    public record Action(String words, Runnable run) {}

    public static Notice of(String words) {
        return new Notice(words, false, Optional.empty(), false);
    }

    public static Notice problem(String words) {
        return new Notice(words, true, Optional.empty(), false);
    }

    public Notice offering(String what, Runnable run) {
        return new Notice(words, problem, Optional.of(new Action(what, run)), ofLastStep);
    }

    /// Of the last step of the study: no longer true once there is another step.
    Notice untilNextStep() {
        return new Notice(words, problem, action, true);
    }
}
