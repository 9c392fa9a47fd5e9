package exemplar.backend;

import exemplar.backend.Reply.Exchange;
import java.util.List;

/// A backend that tells exactly how likely given texts are after a prompt. Blocking and
/// interruptible as [Answerer] is.
public interface ContinuationScorer {

    /// Scores texts as continuations of a prompt: for a completion right after its last character,
    /// for a chat as the beginning of the assistant's next message.
    ///
    /// @param continuations exactly as they would be said, a leading blank included
    Scoring score(String model, Request.Input prompt, List<String> continuations);

    /// Scores, or why there are none.
    sealed interface Scoring {}

    /// @param scores in the order of the continuations
    /// @param exchange what was asked and told, secrets removed
    record Scored(List<Score> scores, Exchange exchange) implements Scoring {
        public Scored {
            scores = List.copyOf(scores);
        }
    }

    record NotScored(Fault fault) implements Scoring {}

    /// How likely a text is.
    ///
    /// @param logLikelihood natural logarithm, summed over its tokens
    /// @param tokens how many tokens it has, at least 1
    record Score(double logLikelihood, int tokens) {}
}
