package exemplar.backend.gateway;

import exemplar.backend.Sampling;
import exemplar.backend.cost.Budget;
import java.util.Optional;

/// On which terms a question is asked.
///
/// @param sampling how the answer is drawn; what it leaves open the model's registration decides
/// @param repeat tells repeated questions apart; where a seed is given, repeat r uses seed + r
/// @param budget stops the question when too little of it is left
/// @param cache whether an answer that is there already will do, and a new one is kept
public record Terms(Sampling sampling, int repeat, Optional<Budget> budget, boolean cache) {

    /// Asked once, with the cache, without a budget.
    public static Terms of(Sampling sampling) {
        return new Terms(sampling, 0, Optional.empty(), true);
    }

    public Terms withRepeat(int repeat) {
        return new Terms(sampling, repeat, budget, cache);
    }

    public Terms withBudget(Budget budget) {
        return new Terms(sampling, repeat, Optional.of(budget), cache);
    }

    public Terms withoutCache() {
        return new Terms(sampling, repeat, budget, false);
    }
}
