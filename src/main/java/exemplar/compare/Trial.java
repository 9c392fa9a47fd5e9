package exemplar.compare;

import java.time.Instant;
import java.util.List;

/// One asked cell, finished in one way or another. Kept forever; never changed.
///
/// @param cell what was asked
/// @param state how it ended
/// @param answer the whole answer, or what had arrived of it
/// @param judgement what the answer is worth; a failed trial is unparsed
/// @param promptHash SHA-256 of the exact prompt, hexadecimal
/// @param demonstrations ids in prompt order
/// @param promptTokens as the backend counted; -1 when it did not
/// @param answerTokens as the backend counted; -1 when it did not
/// @param millis from sending to the end
/// @param fault what went wrong, for a person; empty when nothing did
/// @param request exact request, secrets removed
/// @param reply exact reply, secrets removed
/// @param at when it ended
/// @param cached whether it was answered before and nothing was sent; the time is the first one's
public record Trial(
        Cell cell,
        State state,
        String answer,
        Judgement judgement,
        String promptHash,
        List<String> demonstrations,
        int promptTokens,
        int answerTokens,
        long millis,
        String fault,
        String request,
        String reply,
        Instant at,
        boolean cached) {

    /// How a trial ended.
    public enum State {
        DONE,
        FAILED,
        CANCELLED
    }

    /// A trial that was sent.
    public Trial(
            Cell cell,
            State state,
            String answer,
            Judgement judgement,
            String promptHash,
            List<String> demonstrations,
            int promptTokens,
            int answerTokens,
            long millis,
            String fault,
            String request,
            String reply,
            Instant at) {
        this(
                cell,
                state,
                answer,
                judgement,
                promptHash,
                demonstrations,
                promptTokens,
                answerTokens,
                millis,
                fault,
                request,
                reply,
                at,
                false);
    }

    public Trial {
        demonstrations = List.copyOf(demonstrations);
    }
}
