package exemplar.backend.gateway;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.cache.CacheKey;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Answers from the cache what was answered before, and keeps what is answered now. The same
/// question asked twice at the same time is sent once. A cache that fails makes answers dearer,
/// never missing.
final class Caching implements Layer {
    private final Layer next;
    private final Shelf shelf;

    Caching(Layer next, Shelf shelf) {
        this.next = next;
        this.shelf = shelf;
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
            CompletableFuture<Outcome> mine = new CompletableFuture<>();
            Optional<CompletableFuture<Outcome>> other = shelf.claim(key, mine);
            if (other.isEmpty()) {
                return first(call, key, mine, sink);
            }
            try {
                if (other.get().get() instanceof Outcome.Answered(Reply reply)) {
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
            // Looked up by whoever took it on, so that nobody can keep it behind the look.
            Optional<Reply> known = shelf.find(key);
            outcome = known.isPresent() ? told(known.get(), sink) : next.ask(call, sink);
            if (known.isEmpty() && outcome instanceof Outcome.Answered(Reply reply)) {
                shelf.keep(call, key, reply);
            }
            return outcome;
        } finally {
            shelf.release(key, mine, outcome);
        }
    }

    private static Outcome told(Reply reply, Answerer.Sink sink) {
        if (!reply.text().isEmpty()) {
            sink.text(reply.text());
        }
        return new Outcome.Answered(reply);
    }

    private static Outcome cancelled() {
        return new Outcome.Failed(
                new Fault.Cancelled("Stopped before the answer was complete."), "");
    }
}
