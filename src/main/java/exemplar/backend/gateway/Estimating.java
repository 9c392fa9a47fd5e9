package exemplar.backend.gateway;

import exemplar.backend.cache.CacheKey;
import exemplar.backend.cost.Estimate;
import exemplar.backend.cost.Price;
import exemplar.backend.cost.TokenGuess;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Adds up what questions will take.
final class Estimating {
    private final LocalDate asOf;
    private int calls;
    private int cached;
    private long promptTokens;
    private long most;
    private double low;
    private double high;
    private final Set<String> unpriced = new LinkedHashSet<>();
    private final Set<String> unlimited = new LinkedHashSet<>();
    private final Set<CacheKey> together = new HashSet<>();

    Estimating(LocalDate asOf) {
        this.asOf = asOf;
    }

    /// @param question names all repeats of a question that goes in one request with them; empty
    ///   for one that is asked alone. Its prompt is counted once.
    void add(Layer.Call call, int times, boolean isCached, Optional<CacheKey> question) {
        calls += times;
        if (isCached) {
            cached += times;
            return;
        }
        boolean paid = question.filter(q -> !together.add(q)).isPresent();
        int prompt = paid ? 0 : TokenGuess.of(call.request().input());
        int longest = call.request().sampling().maxTokens().orElse(Estimate.USUAL_MOST);
        promptTokens += (long) prompt * times;
        most += (long) longest * times;
        if (call.request().sampling().maxTokens().isEmpty()) {
            unlimited.add(call.model());
        }
        if (call.price().isEmpty()) {
            unpriced.add(call.model());
            return;
        }
        Price price = call.price().get();
        low += price.of(prompt, 1) * times;
        high += price.of(prompt, longest) * times;
    }

    void unpriced(Gateway.Question question) {
        calls += question.times();
        unpriced.add(question.model());
    }

    Estimate estimate() {
        return new Estimate(
                calls,
                cached,
                promptTokens,
                most,
                low,
                high,
                List.copyOf(unpriced),
                List.copyOf(unlimited),
                asOf);
    }
}
