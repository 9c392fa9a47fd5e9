package exemplar.backend.gateway;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.cache.AnswerCache;
import exemplar.backend.cache.CacheKey;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/// Answers from the cache what was answered before, and keeps what is answered now. The same
/// question asked twice at the same time is sent once. A cache that fails makes answers dearer,
/// never missing.
final class Caching implements Layer {
    private final Layer next;
    private final AnswerCache cache;
    private final Map<CacheKey, CompletableFuture<Outcome>> underWay;
    private final AtomicReference<String> trouble;

    /// @param underWay shared by all layers on one cache
    /// @param trouble where the last failure of the cache is told
    Caching(
            Layer next,
            AnswerCache cache,
            Map<CacheKey, CompletableFuture<Outcome>> underWay,
            AtomicReference<String> trouble) {
        this.next = next;
        this.cache = cache;
        this.underWay = underWay;
        this.trouble = trouble;
    }

    static Map<CacheKey, CompletableFuture<Outcome>> nothingUnderWay() {
        return new ConcurrentHashMap<>();
    }

    @Override
    public Outcome ask(Call call, Answerer.Sink sink) {
        if (call.key().isEmpty() || !call.terms().cache()) {
            return next.ask(call, sink);
        }
        CacheKey key = call.key().get();
        while (true) {
            if (Thread.currentThread().isInterrupted()) {
                return cancelled();
            }
            Optional<Reply> known = find(key);
            if (known.isPresent()) {
                return told(known.get(), sink);
            }
            CompletableFuture<Outcome> mine = new CompletableFuture<>();
            CompletableFuture<Outcome> other = underWay.putIfAbsent(key, mine);
            if (other == null) {
                return first(call, key, mine, sink);
            }
            try {
                if (other.get() instanceof Outcome.Answered(Reply reply)) {
                    return told(reply.fromCache(), sink);
                }
                // The other one failed or was cancelled: that is its own affair.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return cancelled();
            } catch (ExecutionException e) {
                // It will be seen here too, when this one asks.
            }
        }
    }

    private Outcome first(
            Call call, CacheKey key, CompletableFuture<Outcome> mine, Answerer.Sink sink) {
        Outcome outcome = new Outcome.Failed(new Fault.Cancelled("Stopped."), "");
        try {
            // Another one may have kept it between the look and the claim.
            Optional<Reply> known = find(key);
            outcome = known.isPresent() ? told(known.get(), sink) : next.ask(call, sink);
            if (known.isEmpty() && outcome instanceof Outcome.Answered(Reply reply)) {
                keep(call, key, reply);
            }
            return outcome;
        } finally {
            underWay.remove(key, mine);
            mine.complete(outcome);
        }
    }

    private static Outcome told(Reply reply, Answerer.Sink sink) {
        if (!reply.text().isEmpty()) {
            sink.text(reply.text());
        }
        return new Outcome.Answered(reply);
    }

    private Optional<Reply> find(CacheKey key) {
        try {
            return cache.find(key);
        } catch (IOException e) {
            trouble.set(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void keep(Call call, CacheKey key, Reply reply) {
        try {
            cache.keep(key, call.model(), call.backend(), reply);
        } catch (IOException e) {
            trouble.set(String.valueOf(e.getMessage()));
        }
    }

    private static Outcome cancelled() {
        return new Outcome.Failed(
                new Fault.Cancelled("Stopped before the answer was complete."), "");
    }
}
