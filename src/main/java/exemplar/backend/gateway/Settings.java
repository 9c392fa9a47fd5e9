package exemplar.backend.gateway;

import exemplar.backend.Sleeper;
import exemplar.backend.cache.AnswerCache;
import exemplar.backend.cost.PriceTable;
import java.util.Optional;
import java.util.function.Supplier;

/// What a gateway works with beside its backends.
///
/// @param retries how often a passing fault is tried again
/// @param sleeper how it waits
/// @param cache where answers are kept; empty for nowhere. Closed with the gateway
/// @param pricing what answers cost now
public record Settings(
        RetryPolicy retries,
        Sleeper sleeper,
        Optional<AnswerCache> cache,
        Supplier<PriceTable> pricing) {

    /// Settings with prices that stay.
    public Settings(
            RetryPolicy retries, Sleeper sleeper, Optional<AnswerCache> cache, PriceTable prices) {
        this(retries, sleeper, cache, () -> prices);
    }

    PriceTable prices() {
        return pricing.get();
    }

    public Settings withRetries(RetryPolicy policy) {
        return new Settings(policy, sleeper, cache, pricing);
    }
}
