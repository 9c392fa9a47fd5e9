package exemplar.study.runs;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Sampling;
import exemplar.compare.Ask;
import exemplar.compare.Cell;
import exemplar.compare.Judge;
import exemplar.compare.Judgement.Verdict;
import exemplar.compare.Plan;
import exemplar.compare.Prepared;
import exemplar.compare.Runner;
import exemplar.compare.Summary;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Layout;
import exemplar.model.Origin;
import exemplar.model.RenderedPrompt;
import exemplar.model.Span;
import exemplar.model.Task;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutionTest {
    private static final Task TASK =
            new Task(
                    Task.Kind.CLASSIFY,
                    List.of("text"),
                    "emotion",
                    List.of(Label.of("joy"), Label.of("anger")),
                    "",
                    List.of("accuracy"));
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final List<Example> ITEMS =
            List.of(
                    Example.of("t-1", Map.of("text", "a"), "joy"),
                    Example.of("t-2", Map.of("text", "b"), "anger"),
                    Example.of("t-3", Map.of("text", "c"), "joy"));
    private static final Variant VARIANT = new Variant("zero", "mock");
    private static final Plan PLAN = new Plan(List.of(VARIANT), ITEMS, 2);
    private static final Prepared.Source PROMPTS =
            (design, item) ->
                    new Prepared.Ready(
                            new Prepared(
                                    new RenderedPrompt(
                                            Layout.COMPLETION,
                                            item,
                                            List.of(new Span(0, item.length(), Origin.TEMPLATE)),
                                            List.of()),
                                    List.of("d-1"),
                                    Sampling.greedy(4)));

    @Test
    void everyCellIsAskedOnceAndJudgedAgainstGold() {
        Recorder heard = new Recorder();
        boolean all =
                runner((m, input, sampling, repeat, sink) -> answer("joy"))
                        .run(PLAN, Set.of(), 4, heard);
        assertThat(all).isTrue();
        assertThat(heard.trials)
                .extracting(Trial::cell)
                .containsExactlyInAnyOrderElementsOf(PLAN.cells());
        assertThat(heard.trials)
                .filteredOn(t -> t.cell().item().equals("t-2"))
                .allMatch(t -> t.judgement().verdict() == Verdict.WRONG);
        Summary summary =
                Summary.of(TASK, heard.trials, Map.of("t-1", "joy", "t-2", "anger", "t-3", "joy"))
                        .getFirst();
        assertThat(summary.right()).isEqualTo(4);
        assertThat(summary.judged()).isEqualTo(6);
        // Joy: F1 = 2·4/(6+4) = 0.8; anger: 0. Macro: 0.4.
        assertThat(summary.macroF1()).isEqualTo(0.4);
    }

    @Test
    void aFaultEndsItsCellAndNoOther() {
        Recorder heard = new Recorder();
        runner((m, input, sampling, repeat, sink) ->
                        repeat == 1
                                ? new Outcome.Failed(
                                        new Fault.Overloaded(
                                                "The server is busy.", java.util.Optional.empty()),
                                        "jo")
                                : answer("joy"))
                .run(PLAN, Set.of(), 2, heard);
        assertThat(heard.trials).hasSize(6);
        assertThat(heard.trials)
                .filteredOn(t -> t.state() == Trial.State.FAILED)
                .hasSize(3)
                .allMatch(t -> t.fault().equals("The server is busy.") && t.answer().equals("jo"));
    }

    @Test
    void aRefusedKeyIsTriedOnceAndTheOtherModelGoesOn() {
        Recorder heard = new Recorder();
        Variant locked = new Variant("zero", "locked");
        runner((m, input, sampling, repeat, sink) ->
                        m.equals("locked")
                                ? new Outcome.Failed(new Fault.Auth("The key was refused."), "")
                                : answer("joy"))
                .run(new Plan(List.of(locked, VARIANT), ITEMS, 2), Set.of(), 1, heard);
        assertThat(heard.trials)
                .filteredOn(t -> t.cell().variant().equals(locked))
                .singleElement()
                .matches(t -> t.fault().equals("The key was refused."));
        assertThat(heard.trials)
                .filteredOn(t -> t.cell().variant().equals(VARIANT))
                .hasSize(6)
                .allMatch(t -> t.state() == Trial.State.DONE);
    }

    @Test
    void anInterruptStopsSendingAndAResumedRunAsksOnlyWhatIsMissing(@TempDir Path folder)
            throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch third = new CountDownLatch(1);
        Ask hangingAtTheThird =
                (m, input, sampling, repeat, sink) -> {
                    if (asked.incrementAndGet() < 3) {
                        return answer("joy");
                    }
                    third.countDown();
                    try {
                        new CountDownLatch(1).await();
                        return answer("never");
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return new Outcome.Failed(new Fault.Cancelled("Stopped."), "");
                    }
                };
        try (RunStore store = RunStore.open(folder)) {
            Execution first = Execution.begin(store, PLAN, CLOCK.instant());
            Thread thread =
                    Thread.ofVirtual()
                            .start(() -> first.run(runner(hangingAtTheThird), 1, new Recorder()));
            third.await();
            thread.interrupt();
            thread.join();
            List<Trial> kept = store.trials(first.run());
            assertThat(kept)
                    .extracting(Trial::state)
                    .containsExactly(Trial.State.DONE, Trial.State.DONE, Trial.State.CANCELLED);

            asked.set(-100);
            Execution rest =
                    Execution.resume(
                            store,
                            store.latest().orElseThrow(),
                            id -> ITEMS.stream().filter(i -> i.id().equals(id)).toList());
            assertThat(rest.missing()).isEqualTo(4);
            assertThat(rest.run(runner(hangingAtTheThird), 1, new Recorder())).isTrue();
            assertThat(asked.get()).isEqualTo(-96);
            assertThat(store.runs().getFirst().cells()).isEqualTo(6);
            assertThat(Summary.of(TASK, store.trials(first.run()), Map.of()).getFirst().failed())
                    .isZero();
        }
        try (RunStore again = RunStore.open(folder)) {
            assertThat(again.trials(1))
                    .hasSize(7)
                    .last()
                    .satisfies(t -> {
                        assertThat(t.demonstrations()).containsExactly("d-1");
                        assertThat(t.request()).isEqualTo("asked");
                        assertThat(t.at()).isEqualTo(CLOCK.instant());
                    });
        }
    }

    private static Runner runner(Ask ask) {
        return new Runner(ask, PROMPTS, new Judge(TASK), CLOCK);
    }

    private static Outcome answer(String text) {
        return new Outcome.Answered(
                new Reply(
                        text,
                        "",
                        Reply.Finish.STOP,
                        OptionalInt.of(10),
                        OptionalInt.of(1),
                        Duration.ofMillis(5),
                        Duration.ofMillis(1),
                        new Reply.Exchange("asked", text)));
    }

    @Test
    void aClockThatIsSetBackOrOnChangesNoTimeOfATrial() {
        for (Duration jump : List.of(Duration.ofHours(-1), Duration.ofHours(1))) {
            AtomicReference<Clock> clock = new AtomicReference<>(CLOCK);
            Recorder heard = new Recorder();
            new Runner(
                            (m, input, sampling, repeat, sink) -> {
                                clock.set(Clock.offset(clock.get(), jump));
                                return new Outcome.Failed(new Fault.Unable("It is ill."), "");
                            },
                            PROMPTS,
                            new Judge(TASK),
                            new Clock() {
                                @Override
                                public java.time.ZoneId getZone() {
                                    return ZoneOffset.UTC;
                                }

                                @Override
                                public Clock withZone(java.time.ZoneId zone) {
                                    return this;
                                }

                                @Override
                                public Instant instant() {
                                    return clock.get().instant();
                                }
                            })
                    .run(PLAN, Set.of(), 1, heard);
            assertThat(heard.trials)
                    .hasSize(PLAN.size())
                    .allMatch(t -> t.millis() >= 0 && t.millis() < 60_000);
        }
    }

    private static final class Recorder implements Runner.Listener {
        final List<Trial> trials = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void started(Cell cell) {}

        @Override
        public void text(Cell cell, String piece) {}

        @Override
        public void ended(Trial trial) {
            trials.add(trial);
        }
    }
}
