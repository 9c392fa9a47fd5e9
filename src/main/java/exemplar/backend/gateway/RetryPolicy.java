package exemplar.backend.gateway;

import exemplar.backend.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How often and how patiently a failed request is sent again.
///
/// @param retries most repetitions; 0 switches them off
/// @param first wait before the first repetition where the server gave no hint; doubles each time
/// @param longest most patience for one wait without a hint
/// @param longestHint most patience with a wait the server asked for; beyond it the fault is
///   reported at once
public record RetryPolicy(int retries, Duration first, Duration longest, Duration longestHint) {

    public static final RetryPolicy DEFAULT =
            new RetryPolicy(
                    5, Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofMinutes(2));

    /// Every fault is reported at once.
    public static final RetryPolicy OFF =
            new RetryPolicy(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /// How long to wait before a failed request is sent again; empty when it is not to be.
    ///
    /// @param attempt how often it was sent again already
    Optional<Duration> wait(Fault fault, int attempt, RandomGenerator random) {
        if (attempt >= retries || !passing(fault)) {
            return Optional.empty();
        }
        // A server that asks for no wait at all is not asked again in the same instant.
        Optional<Duration> hint = hint(fault).filter(Duration::isPositive);
        return hint.isPresent()
                ? hint.filter(h -> h.compareTo(longestHint) <= 0)
                : Optional.of(backoff(attempt, random));
    }

    /// The wait before a repetition without a hint: doubled each time, capped, less up to a
    /// quarter, so that many callers do not come back at once.
    Duration backoff(int attempt, RandomGenerator random) {
        double full = first.toNanos() * Math.pow(2, attempt);
        double capped = Math.min(full, longest.toNanos());
        return Duration.ofNanos((long) (capped * (1 - 0.25 * random.nextDouble())));
    }

    /// Whether the same request may succeed later.
    private static boolean passing(Fault fault) {
        return switch (fault) {
            case Fault.RateLimited f -> true;
            case Fault.Overloaded f -> true;
            case Fault.Network f -> true;
            case Fault.Timeout f -> true;
            case Fault.Malformed f -> true;
            case Fault.Auth f -> false;
            case Fault.Exhausted f -> false;
            case Fault.BadRequest f -> false;
            case Fault.ContextTooLong f -> false;
            case Fault.ModelMissing f -> false;
            case Fault.ContentFiltered f -> false;
            case Fault.Unable f -> false;
            case Fault.Cancelled f -> false;
        };
    }

    private static Optional<Duration> hint(Fault fault) {
        return switch (fault) {
            case Fault.RateLimited f -> f.retryAfter();
            case Fault.Overloaded f -> f.retryAfter();
            default -> Optional.empty();
        };
    }
}
