package exemplar.backend;

import java.time.Duration;
import java.util.OptionalInt;

/// A complete answer.
///
/// @param text the answer
/// @param reasoning what the model thought aloud before it, where the backend tells it apart
/// @param finish why it ended
/// @param promptTokens as counted by the backend
/// @param answerTokens as counted by the backend
/// @param latency from sending to the last byte
/// @param firstToken from sending to the first text
/// @param exchange the exact request and reply, secrets removed
/// @param cached whether it was answered before and nothing was sent or paid now; the times are
///   those of the first answer
public record Reply(
        String text,
        String reasoning,
        Finish finish,
        OptionalInt promptTokens,
        OptionalInt answerTokens,
        Duration latency,
        Duration firstToken,
        Exchange exchange,
        boolean cached) {

    /// An answer that was given just now.
    public Reply(
            String text,
            String reasoning,
            Finish finish,
            OptionalInt promptTokens,
            OptionalInt answerTokens,
            Duration latency,
            Duration firstToken,
            Exchange exchange) {
        this(
                text,
                reasoning,
                finish,
                promptTokens,
                answerTokens,
                latency,
                firstToken,
                exchange,
                false);
    }

    /// The same answer, told from a cache.
    public Reply fromCache() {
        return new Reply(
                text,
                reasoning,
                finish,
                promptTokens,
                answerTokens,
                latency,
                firstToken,
                exchange,
                true);
    }

    /// Why an answer ended.
    public enum Finish {
        STOP,
        LENGTH,
        FILTERED,
        OTHER
    }

    /// What went over the wire, as text, with secrets removed; for an engine in this process the
    /// prompt and the answer.
    public record Exchange(String request, String reply) {}
}
