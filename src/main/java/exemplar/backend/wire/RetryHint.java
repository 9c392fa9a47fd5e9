package exemplar.backend.wire;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The wait a server asks for: `Retry-After-Ms`, then `Retry-After` in seconds or as a date. A date
/// is read against the server's own `Date`, so that a wrong clock here does not matter.
final class RetryHint {
    private static final Pattern DELAY =
            Pattern.compile("\"retryDelay\"\\s*:\\s*\"(\\d{1,9}(?:\\.\\d{1,9})?)s\"");

    private RetryHint() {}

    static Optional<Duration> in(HttpHeaders headers) {
        return headers.firstValue("retry-after-ms")
                .flatMap(v -> number(v, 1))
                .or(() -> headers.firstValue("retry-after").flatMap(v -> number(v, 1000)))
                .or(() -> headers.firstValue("retry-after").flatMap(v -> date(v, headers)));
    }

    /// The wait in a reply's own words, where the headers name none: Google writes `"retryDelay":
    /// "34s"` (google.rpc.RetryInfo).
    static Optional<Duration> in(String body) {
        Matcher delay = DELAY.matcher(body);
        return delay.find() ? number(delay.group(1), 1000) : Optional.empty();
    }

    private static Optional<Duration> number(String value, double millis) {
        try {
            double wait = Double.parseDouble(value.strip()) * millis;
            return wait >= 0 && wait < 1e12
                    ? Optional.of(Duration.ofMillis(Math.round(wait)))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> date(String value, HttpHeaders headers) {
        return instant(value)
                .map(then -> {
                    Instant now =
                            headers.firstValue("date")
                                    .flatMap(RetryHint::instant)
                                    .orElseGet(Instant::now);
                    Duration wait = Duration.between(now, then);
                    return wait.isNegative() ? Duration.ZERO : wait;
                });
    }

    private static Optional<Instant> instant(String value) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
