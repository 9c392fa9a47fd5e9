package exemplar.backend.gateway;

import exemplar.backend.Reply.Exchange;
import exemplar.backend.wire.Call;
import exemplar.backend.wire.Witness;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Learns a server's limits from what its replies say is left: OpenAI's `x-ratelimit-…` headers and
/// Anthropic's `anthropic-ratelimit-…`.
final class LimitHeaders implements Witness {
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|h|m|s)?");
    private final Pace pace;

    LimitHeaders(Pace pace) {
        this.pace = pace;
    }

    @Override
    public void seen(Call call, int status, HttpHeaders headers, Exchange exchange) {
        for (String what : new String[] {"requests", "tokens"}) {
            remaining(headers, "x-ratelimit-remaining-" + what, "x-ratelimit-reset-" + what);
            remaining(
                    headers,
                    "anthropic-ratelimit-" + what + "-remaining",
                    "anthropic-ratelimit-" + what + "-reset");
        }
    }

    private void remaining(HttpHeaders headers, String left, String reset) {
        if (headers.firstValue(left).map(String::strip).filter("0"::equals).isPresent()) {
            headers.firstValue(reset).flatMap(v -> wait(v, headers)).ifPresent(pace::block);
        }
    }

    /// A wait such as `6m0s`, `20ms`, `1.5`, or a moment such as `2026-01-01T00:00:00Z`.
    static Optional<Duration> wait(String value, HttpHeaders headers) {
        String v = value.strip();
        try {
            Instant now =
                    headers.firstValue("date")
                            .map(d ->
                                    Instant.from(
                                            java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME
                                                    .parse(d)))
                            .orElseGet(Instant::now);
            Duration until = Duration.between(now, Instant.parse(v));
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException e) {
            // No moment, then.
        }
        Matcher parts = PART.matcher(v);
        double seconds = 0;
        int end = 0;
        while (parts.find() && parts.start() == end) {
            double n = Double.parseDouble(parts.group(1));
            String unit = parts.group(2) == null ? "s" : parts.group(2);
            seconds +=
                    switch (unit) {
                        case "ms" -> n / 1000;
                        case "m" -> n * 60;
                        case "h" -> n * 3600;
                        default -> n;
                    };
            end = parts.end();
        }
        return end == 0 || end < v.length() || seconds > 1e6
                ? Optional.empty()
                : Optional.of(Duration.ofNanos((long) (seconds * 1e9)));
    }
}
