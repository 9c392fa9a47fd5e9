package exemplar.backend.wire;

import com.fasterxml.jackson.databind.JsonNode;
import exemplar.backend.Fault;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An error that a server tells under a status of success: in a stream that began well, or in place
/// of a whole answer. What it would have been as a status decides whether it passes.
public final class LateError {
    /// Statuses by the words OpenAI, Anthropic and Google use for them.
    private static final Map<String, Integer> STATUSES =
            Map.ofEntries(
                    Map.entry("invalid_request_error", 400),
                    Map.entry("invalid_argument", 400),
                    Map.entry("failed_precondition", 400),
                    Map.entry("context_length_exceeded", 400),
                    Map.entry("authentication_error", 401),
                    Map.entry("unauthenticated", 401),
                    Map.entry("invalid_api_key", 401),
                    Map.entry("billing_error", 402),
                    Map.entry("permission_error", 403),
                    Map.entry("permission_denied", 403),
                    Map.entry("not_found_error", 404),
                    Map.entry("not_found", 404),
                    Map.entry("model_not_found", 404),
                    Map.entry("request_too_large", 413),
                    Map.entry("rate_limit_error", 429),
                    Map.entry("rate_limit_exceeded", 429),
                    Map.entry("resource_exhausted", 429),
                    Map.entry("insufficient_quota", 429),
                    Map.entry("api_error", 500),
                    Map.entry("server_error", 500),
                    Map.entry("internal", 500),
                    Map.entry("internal_error", 500),
                    Map.entry("unavailable", 503));

    private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (name, value) -> true);

    private LateError() {}

    /// What went wrong, of an event or a reply with an `error` in it.
    ///
    /// @param where the server's name
    public static Fault in(String where, JsonNode event) {
        ProviderMessage said = ProviderMessage.in(event);
        int status = status(event.path("error"));
        if (status < 400 || status >= 500) {
            return new Fault.Overloaded(
                    where + " broke off with an error: “" + said.text() + "”. Try again.",
                    Optional.empty());
        }
        Optional<Duration> wait = RetryHint.in(event.toString());
        return Statuses.plain(where, status, NONE, said, wait, wait.isPresent());
    }

    private static int status(JsonNode error) {
        if (error.path("code").canConvertToInt()) {
            return error.get("code").asInt();
        }
        for (String member : new String[] {"code", "status", "type"}) {
            String word = error.path(member).asText("").toLowerCase(Locale.ROOT);
            if (STATUSES.containsKey(word)) {
                return STATUSES.get(word);
            }
        }
        return 0;
    }
}
