package exemplar.backend.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import exemplar.backend.Fault;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateErrorTest {
    private static Fault told(String event) {
        try {
            return LateError.in("models.example", new ObjectMapper().readTree(event));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}} | Overloaded
                    {"type":"error","error":{"type":"rate_limit_error","message":"slow down"}} | RateLimited
                    {"type":"error","error":{"type":"authentication_error","message":"bad key"}} | Auth
                    {"type":"error","error":{"type":"invalid_request_error","message":"no such field"}} | BadRequest
                    {"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 9 > 8"}} | ContextTooLong
                    {"error":{"message":"You exceeded your current quota","code":"insufficient_quota"}} | Exhausted
                    {"error":{"message":"The model `x` does not exist","code":"model_not_found"}} | ModelMissing
                    {"error":{"message":"Provider returned error","code":502}} | Overloaded
                    {"error":{"message":"rate limited","code":429}} | RateLimited
                    {"error":{"message":"it broke"}} | Overloaded
                    {"error":"it broke"} | Overloaded
                    {"error":{"code":503,"status":"UNAVAILABLE","message":"busy"}} | Overloaded
                    {"error":{"code":403,"status":"PERMISSION_DENIED","message":"no"}} | Auth
                    {"error":{"status":"INVALID_ARGUMENT","message":"no"}} | BadRequest
                    {"error":{"code":99999999999,"message":"no"}} | Overloaded
                    {"error":{"code":200,"message":"no"}} | Overloaded
                    """)
    void anErrorInTheMiddleOfAStreamIsToldForWhatItIs(String event, String kind) {
        Fault fault = told(event);
        assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(fault.message()).contains(event.contains("\"message\"") ? "“" : "it broke");
    }

    @Test
    void theWaitThatGoogleAsksForInItsOwnWordsIsKept() {
        Fault fault =
                told(
                        """
                        {"error":{"code":429,"status":"RESOURCE_EXHAUSTED","message":"Quota exceeded",
                         "details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34s"}]}}
                        """);
        assertThat(fault).isInstanceOf(Fault.RateLimited.class);
        assertThat(((Fault.RateLimited) fault).retryAfter())
                .isEqualTo(Optional.of(Duration.ofSeconds(34)));
    }
}
