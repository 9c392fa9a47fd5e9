package exemplar.backend.gateway;

import exemplar.backend.Backend;
import java.util.Optional;

/// Opens the backend of a registered model.
@FunctionalInterface
public interface Opener {

    /// A backend, or why there is none.
    sealed interface Result {}

    /// @param model the model's id on that backend
    /// @param host where the backend is; empty for one in this process
    /// @param pace how fast it may be asked; empty where nothing limits it
    record Opened(Backend backend, String model, String host, Optional<Pace> pace)
            implements Result {

        /// A backend in this process, as fast as it is.
        public Opened(Backend backend, String model) {
            this(backend, model, "", Optional.empty());
        }
    }

    /// What is missing and what to do.
    record Unavailable(String reason) implements Result {}

    /// Opens without asking the server anything. Called once for each target; the gateway keeps and
    /// closes what it gets.
    Result open(Registration.Target target);
}
