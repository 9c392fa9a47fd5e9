package exemplar.backend;

import java.time.Duration;

/// Answers requests. Backends are answerers, and so is every layer before them (budget, cache, rate
/// limit, retry).
///
/// Blocking; called from any thread. An interrupt stops it at any time, before or after the first
/// token: the outcome is then [Fault.Cancelled] and the thread's interrupt status is kept set.
@FunctionalInterface
public interface Answerer {

    /// Asks and waits for the end of the answer.
    ///
    /// @param sink gets the answer piece by piece, on the calling thread, as it arrives
    Outcome ask(Request request, Sink sink);

    /// Receives an answer as it arrives.
    @FunctionalInterface
    interface Sink {
        /// A further piece of the answer.
        void text(String piece);

        /// So many of the prompt's tokens are read, where the backend tells; before the first piece
        /// of the answer, and anew when the question is sent again.
        default void read(int tokens, int of) {}

        /// A further piece of what the model thinks aloud before it answers, where the backend
        /// tells that apart. It may come anew when the question is sent again.
        default void thought(String piece) {}

        /// Nothing is sent for so long, and why; said before each wait.
        default void waiting(Duration wait, Fault reason) {}

        /// Ignores the pieces.
        Sink NONE = piece -> {};
    }
}
