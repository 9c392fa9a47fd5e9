package exemplar.backend;

import java.time.Duration;
import java.util.Optional;

/// Why a request failed, in a sentence for a person: what happened and what to do. Never holds a
/// secret.
public sealed interface Fault {

    /// What happened and what to do about it, one or two sentences.
    String message();

    /// The same in other words.
    default Fault saying(String message) {
        return switch (this) {
            case Auth f -> new Auth(message);
            case RateLimited f -> new RateLimited(message, f.retryAfter());
            case Exhausted f -> new Exhausted(message);
            case Overloaded f -> new Overloaded(message, f.retryAfter());
            case BadRequest f -> new BadRequest(message);
            case ContextTooLong f -> new ContextTooLong(message);
            case ModelMissing f -> new ModelMissing(message);
            case ContentFiltered f -> new ContentFiltered(message);
            case Network f -> new Network(message);
            case Timeout f -> new Timeout(message);
            case Malformed f -> new Malformed(message);
            case Unable f -> new Unable(message);
            case Cancelled f -> new Cancelled(message);
        };
    }

    /// The key is missing, wrong or not allowed this.
    record Auth(String message) implements Fault {}

    /// Too many requests; the wait the server asked for, if it did.
    record RateLimited(String message, Optional<Duration> retryAfter) implements Fault {}

    /// The provider's quota or this run's budget is used up; waiting does not help.
    record Exhausted(String message) implements Fault {}

    /// The server is busy or broken (5xx).
    record Overloaded(String message, Optional<Duration> retryAfter) implements Fault {}

    /// The server refuses this request as it is.
    record BadRequest(String message) implements Fault {}

    /// The prompt does not fit the model.
    record ContextTooLong(String message) implements Fault {}

    /// No such model there.
    record ModelMissing(String message) implements Fault {}

    /// The provider withheld the answer.
    record ContentFiltered(String message) implements Fault {}

    /// No connection, or it broke.
    record Network(String message) implements Fault {}

    /// Nothing came in time.
    record Timeout(String message) implements Fault {}

    /// The reply is not what the protocol says.
    record Malformed(String message) implements Fault {}

    /// The model cannot do what was asked; nothing was sent.
    record Unable(String message) implements Fault {}

    /// Stopped by the person or the program.
    record Cancelled(String message) implements Fault {}
}
