package exemplar.compare;

import exemplar.backend.Answerer;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;

/// The way to a model by its name on this machine. Blocking and interruptible, as
/// [exemplar.backend.Answerer] is.
@FunctionalInterface
public interface Ask {

    /// Asks the model of that name; `repeat` tells repeated questions apart.
    Outcome ask(
            String model, Request.Input input, Sampling sampling, int repeat, Answerer.Sink sink);
}
