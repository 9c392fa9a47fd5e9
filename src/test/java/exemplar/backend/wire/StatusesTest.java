package exemplar.backend.wire;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Fault;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusesTest {
    private static final Call CALL =
            Call.post(URI.create("http://models.example/v1/chat"), List.of(), "{}");

    private static Fault fault(int status, Map<String, List<String>> headers, String body) {
        return Statuses.fault(CALL, status, HttpHeaders.of(headers, (a, b) -> true), body);
    }

    private static String said(String message, String code) {
        return "{\"error\": {\"message\": \"%s\", \"code\": \"%s\"}}".formatted(message, code);
    }

    @Test
    void aPromptThatIsRefusedForItsContentIsToldFromOneThatIsMalformed() {
        assertThat(fault(400, Map.of(), said("The response was filtered.", "content_filter")))
                .isInstanceOf(Fault.ContentFiltered.class);
        assertThat(fault(400, Map.of(), said("See our content management policy.", "")))
                .isInstanceOf(Fault.ContentFiltered.class);
        assertThat(fault(400, Map.of(), said("temperature is no number", "bad_request")))
                .isInstanceOf(Fault.BadRequest.class);
    }

    @Test
    void aPromptThatIsTooLongIsToldWhateverTheStatus() {
        for (int status : List.of(400, 413, 422)) {
            assertThat(fault(status, Map.of(), said("x", "context_length_exceeded")))
                    .isInstanceOf(Fault.ContextTooLong.class);
        }
    }

    @Test
    void anAddressThatIsNotThereIsToldFromAModelThatIsNot() {
        assertThat(fault(404, Map.of(), said("The model m does not exist", "")))
                .isInstanceOf(Fault.ModelMissing.class);
        assertThat(fault(404, Map.of(), "Not Found"))
                .isInstanceOf(Fault.BadRequest.class)
                .extracting(Fault::message)
                .asString()
                .contains("base URL");
    }

    @Test
    void aServerThatIsOverloadedSaysWhenToComeBack() {
        assertThat(fault(503, Map.of("retry-after", List.of("7")), ""))
                .isInstanceOfSatisfying(
                        Fault.Overloaded.class,
                        f -> assertThat(f.retryAfter()).hasValue(Duration.ofSeconds(7)));
        assertThat(fault(503, Map.of(), ""))
                .isInstanceOfSatisfying(
                        Fault.Overloaded.class, f -> assertThat(f.retryAfter()).isEmpty());
    }

    @Test
    void aConnectionThatIsNotTakenIsToldFromOneThatIsRefused() {
        Duration wait = Duration.ofSeconds(10);
        assertThat(Breaks.whileSending("there", wait, new HttpConnectTimeoutException("late")))
                .isInstanceOf(Fault.Timeout.class)
                .extracting(Fault::message)
                .asString()
                .contains("No connection to there within 10 s");
        assertThat(Breaks.whileSending("there", wait, new ConnectException("refused")))
                .isInstanceOf(Fault.Network.class);
    }
}
