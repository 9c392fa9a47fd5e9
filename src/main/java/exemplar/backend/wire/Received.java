package exemplar.backend.wire;

import exemplar.backend.Reply.Exchange;
import java.net.http.HttpHeaders;
import java.time.Duration;

/// A reply that arrived whole.
///
/// @param body its text; for a stream everything that was sent
/// @param exchange both sides, secrets removed
/// @param latency from sending to the last byte
public record Received(
        int status, HttpHeaders headers, String body, Exchange exchange, Duration latency) {}
