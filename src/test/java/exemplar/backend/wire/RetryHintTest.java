package exemplar.backend.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RetryHintTest {
    private static final String NOW = "Tue, 15 May 2001 10:00:00 GMT";

    private static Optional<Duration> hint(Map<String, String> headers) {
        return RetryHint.in(
                HttpHeaders.of(
                        headers.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey, e -> List.of(e.getValue()))),
                        (name, value) -> true));
    }

    private static Optional<Duration> after(String value) {
        return hint(Map.of("Retry-After", value, "Date", NOW));
    }

    @Test
    void aWaitIsReadInSecondsInMillisecondsAndAsADate() {
        assertThat(after("7")).hasValue(Duration.ofSeconds(7));
        assertThat(after(" 0.25 ")).hasValue(Duration.ofMillis(250));
        assertThat(after("0")).hasValue(Duration.ZERO);
        assertThat(after("Tue, 15 May 2001 10:01:30 GMT")).hasValue(Duration.ofSeconds(90));
        assertThat(hint(Map.of("Retry-After-Ms", "1500"))).hasValue(Duration.ofMillis(1500));
        // The finer one counts where both are there.
        assertThat(hint(Map.of("Retry-After-Ms", "1500", "Retry-After", "2")))
                .hasValue(Duration.ofMillis(1500));
        assertThat(hint(Map.of("Retry-After-Ms", "soon", "Retry-After", "2")))
                .hasValue(Duration.ofSeconds(2));
    }

    @Test
    void aDateThatIsPastIsNoWaitAndWhatIsNoWaitIsNone() {
        assertThat(after("Tue, 15 May 2001 09:00:00 GMT")).hasValue(Duration.ZERO);
        for (String none : List.of("", "soon", "-1", "NaN", "1e300", "Infinity", "2001-05-15")) {
            assertThat(after(none)).as(none).isEmpty();
        }
        assertThat(hint(Map.of())).isEmpty();
    }

    @Test
    void withoutADateOfTheServerTheClockOfThisMachineCounts() {
        String inAnHour =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.now().plusSeconds(3600).atOffset(ZoneOffset.UTC));
        assertThat(hint(Map.of("Retry-After", inAnHour)).orElseThrow())
                .isBetween(Duration.ofMinutes(50), Duration.ofMinutes(60));
    }

    @Test
    void googlesWordsForAWaitAreReadInTheBody() {
        assertThat(RetryHint.in("{\"details\": [{\"retryDelay\": \"34.5s\"}]}"))
                .hasValue(Duration.ofMillis(34_500));
        assertThat(RetryHint.in("{\"retryDelay\": \"soon\"}")).isEmpty();
    }
}
