package exemplar.backend.gateway;

import java.time.Duration;
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

    /// The wait before a repetition without a hint: doubled each time, capped, less up to a
    /// quarter, so that many callers do not come back at once.
    Duration backoff(int attempt, RandomGenerator random) {
        double full = first.toNanos() * Math.pow(2, attempt);
        double capped = Math.min(full, longest.toNanos());
        return Duration.ofNanos((long) (capped * (1 - 0.25 * random.nextDouble())));
    }
}
