package exemplar.backend.gateway;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Sleeper;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Sends again what failed for a passing reason. A hint of the server counts first, then a capped
/// backoff with jitter. Nothing is sent again once text was shown.
final class Retrying implements Layer {
    private final Layer next;
    private final RetryPolicy policy;
    private final Sleeper sleeper;
    private final RandomGenerator random;

    Retrying(Layer next, RetryPolicy policy, Sleeper sleeper, RandomGenerator random) {
        this.next = next;
        this.policy = policy;
        this.sleeper = sleeper;
        this.random = random;
    }

    @Override
    public Outcome ask(Call call, Answerer.Sink sink) {
        boolean[] shown = {false};
        Answerer.Sink watched =
                new Answerer.Sink() {
                    @Override
                    public void text(String piece) {
                        shown[0] = true;
                        sink.text(piece);
                    }

                    @Override
                    public void read(int tokens, int of) {
                        sink.read(tokens, of);
                    }

                    @Override
                    public void thought(String piece) {
                        sink.thought(piece);
                    }
                };
        for (int attempt = 0; ; attempt++) {
            Outcome outcome = next.ask(call, watched);
            if (!(outcome instanceof Outcome.Failed(Fault fault, String partial))
                    || shown[0]
                    || !partial.isEmpty()
                    || attempt >= policy.retries()) {
                return outcome;
            }
            Optional<Duration> wait = policy.wait(fault, attempt, random);
            if (wait.isEmpty()) {
                return outcome;
            }
            sink.waiting(wait.get(), fault);
            try {
                sleeper.sleep(wait.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Outcome.Failed(
                        new Fault.Cancelled(
                                "Stopped while waiting to try again after: " + fault.message()),
                        "");
            }
        }
    }
}
