package exemplar.compare;

import exemplar.backend.Answerer;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.cost.Budget;
import exemplar.backend.gateway.Asker;
import exemplar.backend.gateway.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The way to a model by its name on this machine. Blocking and interruptible, as
/// [exemplar.backend.Answerer] is.
@FunctionalInterface
public interface Ask {

    /// Asks the model of that name; `repeat` tells repeated questions apart.
    Outcome ask(
            String model, Request.Input input, Sampling sampling, int repeat, Answerer.Sink sink);

    /// Whether the model gives several answers drawn this way to one request.
    default boolean several(String model, Sampling sampling) {
        return false;
    }

    /// Asks for the answers of several repeats in a row: together where [#several] says so, else
    /// one after the other.
    ///
    /// @param repeat of the first
    /// @return the answers in order, up to the first fault
    default List<Outcome> askSeveral(
            String model, Request.Input input, Sampling sampling, int repeat, int answers) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < answers; i++) {
            Outcome outcome = ask(model, input, sampling, repeat + i, Answerer.Sink.NONE);
            outcomes.add(outcome);
            if (outcome instanceof Outcome.Failed) {
                break;
            }
        }
        return outcomes;
    }

    /// With the cache, within a budget where there is one.
    static Ask of(Asker asker, Optional<Budget> budget) {
        return new Ask() {
            @Override
            public Outcome ask(
                    String model,
                    Request.Input input,
                    Sampling sampling,
                    int repeat,
                    Answerer.Sink sink) {
                return asker.ask(model, input, terms(sampling, repeat), sink);
            }

            @Override
            public boolean several(String model, Sampling sampling) {
                return asker.several(model, sampling);
            }

            @Override
            public List<Outcome> askSeveral(
                    String model, Request.Input input, Sampling sampling, int repeat, int answers) {
                return asker.askSeveral(model, input, terms(sampling, repeat), answers);
            }

            private Terms terms(Sampling sampling, int repeat) {
                return new Terms(sampling, repeat, budget, true);
            }
        };
    }
}
