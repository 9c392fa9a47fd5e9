package exemplar.ui.settings;

import exemplar.backend.gateway.Probe;
import exemplar.ui.fx.Job;
import java.time.Instant;

/// A test of a model in this session.
sealed interface Trial {

    /// It is being asked.
    record Running(Job job) implements Trial {}

    /// It answered, or failed with a fault.
    record Done(Probe probe, Instant at) implements Trial {}

    /// The person stopped it.
    record Stopped() implements Trial {}
}
