package exemplar.backend.gateway;

import exemplar.backend.Answerer;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.cache.CacheKey;
import exemplar.backend.cost.Price;
import java.util.Optional;

/// One of the steps between a question and the backend that answers it: budget, cache, rate limit,
/// retry. Each wraps the next. Blocking and interruptible as [Answerer] is.
@FunctionalInterface
interface Layer {

    /// A question on its way.
    ///
    /// @param model the model's name on this machine
    /// @param backend who runs it
    /// @param request what the backend gets
    /// @param terms on which it is asked
    /// @param key what its answer is kept under; empty where nothing is kept
    /// @param price what it costs; empty when that is not known
    /// @param answers how many answers are wanted of this one request
    record Call(
            String model,
            String backend,
            Request request,
            Terms terms,
            Optional<CacheKey> key,
            Optional<Price> price,
            int answers) {

        /// Most tokens that all answers have together.
        long mostAnswerTokens(int usual) {
            return (long) answers * request.sampling().maxTokens().orElse(usual);
        }
    }

    Outcome ask(Call call, Answerer.Sink sink);

    /// The last step: the backend itself.
    static Layer of(Answerer answerer) {
        return (call, sink) -> answerer.ask(call.request(), sink);
    }
}
