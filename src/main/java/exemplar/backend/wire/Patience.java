package exemplar.backend.wire;

import java.time.Duration;

/// How long the wire waits, and how much it takes.
///
/// @param connect for a connection
/// @param firstByte from sending to the first byte of the body; a model may read a long prompt
///   before it says anything
/// @param betweenBytes from one piece of the body to the next
/// @param mostBytes longest body it reads
public record Patience(
        Duration connect, Duration firstByte, Duration betweenBytes, long mostBytes) {

    public static final Patience DEFAULT =
            new Patience(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(5),
                    Duration.ofSeconds(60),
                    64L * 1024 * 1024);
}
