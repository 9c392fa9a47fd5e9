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
/// @param uncached why answers are not kept although they should be; empty otherwise
public record Settings(
        RetryPolicy retries,
        Sleeper sleeper,
        Optional<AnswerCache> cache,
        Supplier<PriceTable> pricing,
        Optional<String> uncached) {

    /// Settings with prices that stay.
    public Settings(
            RetryPolicy retries, Sleeper sleeper, Optional<AnswerCache> cache, PriceTable prices) {
        this(retries, sleeper, cache, () -> prices, Optional.empty());
    }

    PriceTable prices() {
        return pricing.get();
    }

    public Settings withRetries(RetryPolicy policy) {
        return new Settings(policy, sleeper, cache, pricing, uncached);
    }
}
