package exemplar.backend.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.cost.Budget;
import exemplar.backend.cost.Price;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BudgetingTest {
    /// A dollar a token, whether read or written.
    private static final Price DOLLAR = new Price(1_000_000, 1_000_000);

    private static final Fault CUT = new Fault.Network("The connection broke.");

    private final Budget budget = new Budget(10_000);
    private final List<Double> spentAtWaits = new ArrayList<>();

    @Test
    void whatAModelThoughtAloudBeforeItsConnectionBrokeIsPaidForEachTime() {
        // 4 tokens of the prompt, 2 of the thoughts; twice for nothing, then an answer of 7.
        int[] attempts = {0};
        Outcome outcome =
                ask((call, sink) -> {
                    sink.thought("Let me.");
                    if (++attempts[0] <= 2) {
                        return new Outcome.Failed(CUT, "");
                    }
                    sink.text("joy");
                    return answered("joy", "Let me.", OptionalInt.of(7));
                });
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        assertThat(attempts[0]).isEqualTo(3);
        assertThat(budget.spent()).isCloseTo(2 * (4 + 2) + (4 + 7), within(1e-9));
        // Others see it before this question is through.
        assertThat(spentAtWaits).containsExactly(6.0, 12.0);
    }

    @Test
    void whatFailsForGoodIsPaidForAsFarAsItWentAndWhatNeverBeganIsNot() {
        ask((call, sink) -> {
            sink.thought("Let me.");
            return new Outcome.Failed(new Fault.ContentFiltered("No."), "");
        });
        assertThat(budget.spent()).isCloseTo(4 + 2, within(1e-9));
        ask((call, sink) -> new Outcome.Failed(new Fault.Auth("No."), ""));
        assertThat(budget.spent()).isCloseTo(6, within(1e-9));
        ask((call, sink) -> {
            sink.text("half an");
            return new Outcome.Failed(CUT, "half an");
        });
        assertThat(budget.spent()).isCloseTo(6 + 4 + 2, within(1e-9));
        assertThat(budget.left()).isCloseTo(10_000 - 12, within(1e-9));
    }

    private Outcome ask(Layer backend) {
        Layer retrying =
                new Retrying(
                        backend,
                        RetryPolicy.DEFAULT,
                        wait -> spentAtWaits.add(budget.spent()),
                        RandomGenerator.of("SplittableRandom"));
        Request request =
                new Request("dear", new Request.Completion("Tweet: hi\nMood:"), Sampling.greedy(9));
        return new Budgeting(retrying, key -> false)
                .ask(
                        new Layer.Call(
                                "dear",
                                "far",
                                request,
                                Terms.of(request.sampling()).withBudget(budget),
                                Optional.empty(),
                                Optional.of(DOLLAR),
                                1),
                        Answerer.Sink.NONE);
    }

    private static Outcome answered(String text, String reasoning, OptionalInt tokens) {
        return new Outcome.Answered(
                new Reply(
                        text,
                        reasoning,
                        Reply.Finish.STOP,
                        OptionalInt.of(4),
                        tokens,
                        Duration.ofMillis(2),
                        Duration.ofMillis(1),
                        new Reply.Exchange("", "")));
    }
}
