package exemplar.backend;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How an answer is drawn. What is empty is left to the model's own default and not sent.
///
/// @param temperature 0 is greedy
/// @param topP nucleus, in (0, 1]
/// @param topK at least 1
/// @param maxTokens most tokens of the answer
/// @param seed makes sampling repeatable where the backend can
/// @param stop the answer ends before the first of these
public record Sampling(
        OptionalDouble temperature,
        OptionalDouble topP,
        OptionalInt topK,
        OptionalInt maxTokens,
        OptionalLong seed,
        List<String> stop) {

    public Sampling {
        stop = List.copyOf(stop);
    }

    /// Nothing said: every choice is the model's own.
    public static final Sampling UNSET =
            new Sampling(
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalLong.empty(),
                    List.of());

    /// This, with what it leaves open taken from the other.
    public Sampling orElse(Sampling other) {
        return new Sampling(
                temperature.isPresent() ? temperature : other.temperature,
                topP.isPresent() ? topP : other.topP,
                topK.isPresent() ? topK : other.topK,
                maxTokens.isPresent() ? maxTokens : other.maxTokens,
                seed.isPresent() ? seed : other.seed,
                stop.isEmpty() ? other.stop : stop);
    }

    /// Greedy decoding of at most that many tokens.
    public static Sampling greedy(int maxTokens) {
        return new Sampling(
                OptionalDouble.of(0),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalInt.of(maxTokens),
                OptionalLong.empty(),
                List.of());
    }

    /// Answers of at most that many tokens, drawn as the model's own probabilities say.
    public static Sampling drawn(int maxTokens) {
        return new Sampling(
                OptionalDouble.of(1),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalInt.of(maxTokens),
                OptionalLong.empty(),
                List.of());
    }

    public Sampling withStop(List<String> stop) {
        return new Sampling(temperature, topP, topK, maxTokens, seed, stop);
    }

    public Sampling withSeed(Optional<Long> seed) {
        return new Sampling(
                temperature,
                topP,
                topK,
                maxTokens,
                seed.map(OptionalLong::of).orElse(OptionalLong.empty()),
                stop);
    }
}
