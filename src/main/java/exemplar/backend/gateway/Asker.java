package exemplar.backend.gateway;

import exemplar.backend.Answerer;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import java.util.ArrayList;
import java.util.List;

/// Answers questions to models by the names they have on this machine: the [Gateway], and what
/// records or replays one. Blocking and interruptible as [Answerer] is.
public interface Asker {

    /// Asks. Every fault is a value.
    Outcome ask(String model, Request.Input input, Terms terms, Answerer.Sink sink);

    /// Whether a model gives several answers drawn this way to one request, so that its prompt is
    /// paid for once.
    default boolean several(String model, Sampling sampling) {
        return false;
    }

    /// Asks for several answers to one question, numbered from the terms' repeat index on.
    ///
    /// @return the answers in order, up to the first fault
    default List<Outcome> askSeveral(String model, Request.Input input, Terms terms, int answers) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < answers; i++) {
            Outcome outcome =
                    ask(model, input, terms.withRepeat(terms.repeat() + i), Answerer.Sink.NONE);
            outcomes.add(outcome);
            if (outcome instanceof Outcome.Failed) {
                break;
            }
        }
        return outcomes;
    }
}
