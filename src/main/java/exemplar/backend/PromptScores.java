package exemplar.backend;

import java.util.List;
import java.util.OptionalDouble;

/// A backend that tells how likely each token of a prompt is after those before it. Blocking and
/// interruptible as [Answerer] is.
public interface PromptScores {

    /// Every token of the prompt as the model gets it, special tokens included.
    Told prompt(String model, Request.Input prompt);

    /// Tokens, or why there are none.
    sealed interface Told {}

    record Tokens(List<Token> tokens) implements Told {
        public Tokens {
            tokens = List.copyOf(tokens);
        }

        /// Perplexity: e to the mean of the negative log-probabilities; 1 where there is none.
        public double perplexity() {
            return Math.exp(
                    -tokens.stream()
                            .map(Token::logProbability)
                            .flatMapToDouble(OptionalDouble::stream)
                            .average()
                            .orElse(0));
        }
    }

    record NotTold(Fault fault) implements Told {}

    /// @param text what it stands for
    /// @param logProbability natural logarithm, after all tokens before it; empty for the first
    record Token(String text, OptionalDouble logProbability) {}
}
