package exemplar.backend.mock;

import java.time.Duration;

/// How the mock server behaves.
///
/// @param latency wait before the first byte of every answer
/// @param perPiece wait before each piece of a stream
/// @param fault what goes wrong
/// @param times how many of the coming requests it goes wrong for; the rest are answered properly
/// @param retryAfter what a 429 or 503 asks for, in seconds; negative for no hint
public record Trouble(
        Duration latency, Duration perPiece, MockFault fault, int times, double retryAfter) {

    /// Answers at once and properly.
    public static final Trouble NONE =
            new Trouble(Duration.ZERO, Duration.ZERO, MockFault.NONE, Integer.MAX_VALUE, -1);

    /// Goes wrong in that way for every request.
    public static Trouble of(MockFault fault) {
        return new Trouble(Duration.ZERO, Duration.ZERO, fault, Integer.MAX_VALUE, -1);
    }

    /// Goes wrong for that many requests only.
    public Trouble times(int requests) {
        return new Trouble(latency, perPiece, fault, requests, retryAfter);
    }

    public Trouble retryAfter(double seconds) {
        return new Trouble(latency, perPiece, fault, times, seconds);
    }

    public Trouble latency(Duration wait) {
        return new Trouble(wait, perPiece, fault, times, retryAfter);
    }

    public Trouble perPiece(Duration wait) {
        return new Trouble(latency, wait, fault, times, retryAfter);
    }
}
