package exemplar.backend;

import exemplar.backend.Reply.Exchange;
import java.util.List;

/// A backend that tells the likeliest next tokens after a prompt. Blocking and interruptible as
/// [Answerer] is.
public interface NextTokens {

    /// The likeliest tokens right after a prompt: of a completion after its last character, of a
    /// chat at the beginning of the next message.
    ///
    /// @param begun what the answer has already; the tokens asked for come after it. A backend that
    ///   cannot continue a begun message of a chat says so.
    /// @param most how many are wanted; a backend may tell fewer
    Next next(String model, Request.Input prompt, String begun, int most);

    /// Tokens, or why there are none.
    sealed interface Next {}

    /// @param chances likeliest first
    record Told(List<Chance> chances, Exchange exchange) implements Next {
        public Told {
            chances = List.copyOf(chances);
        }
    }

    record NotTold(Fault fault) implements Next {}

    /// @param token its text
    /// @param logProbability natural logarithm
    record Chance(String token, double logProbability) {}
}
