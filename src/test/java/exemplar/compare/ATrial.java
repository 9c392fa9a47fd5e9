package exemplar.compare;

import exemplar.compare.Judgement.Verdict;
import java.time.Instant;
import java.util.List;

/// A trial for a test: one that was answered rightly, but for what the test says otherwise.
public final class ATrial {
    private final Cell cell;
    private Trial.State state = Trial.State.DONE;
    private Judgement judgement = new Judgement("joy", Verdict.RIGHT, 1);
    private String promptHash = "";
    private int promptTokens = 1;
    private int answerTokens = 1;
    private long millis = 1;
    private String fault = "";
    private String request = "";
    private String reply = "";
    private Instant at = Instant.EPOCH;
    private boolean cached;

    private ATrial(Cell cell) {
        this.cell = cell;
    }

    public static ATrial of(Cell cell) {
        return new ATrial(cell);
    }

    public static ATrial of(Variant variant, String item) {
        return of(new Cell(variant, item, 0));
    }

    public ATrial ended(Trial.State how) {
        state = how;
        return this;
    }

    public ATrial answered(String answer, Verdict verdict, double score) {
        judgement = new Judgement(answer, verdict, score);
        return this;
    }

    public ATrial prompt(String hash) {
        promptHash = hash;
        return this;
    }

    public ATrial tokens(int ofPrompt, int ofAnswer) {
        promptTokens = ofPrompt;
        answerTokens = ofAnswer;
        return this;
    }

    public ATrial took(long milliseconds) {
        millis = milliseconds;
        return this;
    }

    public ATrial fault(String sentence) {
        fault = sentence;
        return this;
    }

    public ATrial exchanged(String sent, String came) {
        request = sent;
        reply = came;
        return this;
    }

    public ATrial at(Instant time) {
        at = time;
        return this;
    }

    public ATrial cached(boolean answeredBefore) {
        cached = answeredBefore;
        return this;
    }

    public Trial made() {
        return new Trial(
                cell,
                state,
                judgement.predicted(),
                judgement,
                promptHash,
                List.of(),
                promptTokens,
                answerTokens,
                millis,
                fault,
                request,
                reply,
                at,
                cached);
    }
}
