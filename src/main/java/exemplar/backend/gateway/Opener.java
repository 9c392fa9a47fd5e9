package exemplar.backend.gateway;

import exemplar.backend.Backend;

/// Opens the backend of a registered model.
@FunctionalInterface
public interface Opener {

    /// A backend, or why there is none.
    sealed interface Result {}

    /// @param model the model's id on that backend
    record Opened(Backend backend, String model) implements Result {}

    /// What is missing and what to do.
    record Unavailable(String reason) implements Result {}

    /// Opens without asking the server anything. Called once for each target; the gateway keeps and
    /// closes what it gets.
    Result open(Registration.Target target);
}
