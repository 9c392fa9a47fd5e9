package exemplar.backend.gateway;

import exemplar.backend.Answerer;
import exemplar.backend.Outcome;
import exemplar.backend.Request;

/// Answers questions to models by the names they have on this machine: the [Gateway], and what
/// records or replays one. Blocking and interruptible as [Answerer] is.
@FunctionalInterface
public interface Asker {

    /// Asks. Every fault is a value.
    Outcome ask(String model, Request.Input input, Terms terms, Answerer.Sink sink);
}
