package exemplar.backend.gateway;

import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.cache.AnswerCache;
import exemplar.backend.cache.CacheKey;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// The cache as the layers use it, with what is being asked right now. A cache that fails makes
/// answers dearer, never missing. Safe for any number of threads.
///
/// @param underWay questions being asked, each with what will become of it
/// @param trouble what the cache failed at last; empty while it works
record Shelf(
        AnswerCache cache,
        Map<CacheKey, CompletableFuture<Outcome>> underWay,
        AtomicReference<String> trouble) {

    static Shelf of(AnswerCache cache) {
        return new Shelf(cache, new ConcurrentHashMap<>(), new AtomicReference<>(""));
    }

    Optional<Reply> find(CacheKey key) {
        try {
            return cache.find(key);
        } catch (IOException e) {
            trouble.set(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    boolean has(CacheKey key) {
        try {
            return cache.has(key);
        } catch (IOException e) {
            return false;
        }
    }

    void keep(Layer.Call call, CacheKey key, Reply reply) {
        try {
            cache.keep(key, call.model(), call.backend(), reply);
        } catch (IOException e) {
            trouble.set(String.valueOf(e.getMessage()));
        }
    }

    /// Takes a question on, to be released with what became of it.
    ///
    /// @return what will become of it where somebody else asks it already
    Optional<CompletableFuture<Outcome>> claim(CacheKey key, CompletableFuture<Outcome> mine) {
        return Optional.ofNullable(underWay.putIfAbsent(key, mine));
    }

    void release(CacheKey key, CompletableFuture<Outcome> mine, Outcome outcome) {
        underWay.remove(key, mine);
        mine.complete(outcome);
    }
}
