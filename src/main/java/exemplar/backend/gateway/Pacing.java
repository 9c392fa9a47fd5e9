package exemplar.backend.gateway;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.cost.TokenGuess;

/// Keeps to what a server allows.
final class Pacing implements Layer {
    private static final int USUAL_ANSWER = 256;

    private final Layer next;
    private final Pace pace;

    Pacing(Layer next, Pace pace) {
        this.next = next;
        this.pace = pace;
    }

    @Override
    public Outcome ask(Call call, Answerer.Sink sink) {
        long tokens = TokenGuess.of(call.request().input()) + call.mostAnswerTokens(USUAL_ANSWER);
        try {
            pace.begin((int) Math.min(tokens, Integer.MAX_VALUE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed(
                    new Fault.Cancelled("Stopped while waiting for its turn; nothing was sent."),
                    "");
        }
        boolean well = false;
        try {
            Outcome outcome = next.ask(call, sink);
            well = outcome instanceof Outcome.Answered;
            return outcome;
        } finally {
            pace.end(well);
        }
    }
}
