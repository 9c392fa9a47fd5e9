package exemplar.study.runs;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Abilities;
import exemplar.backend.Places;
import exemplar.backend.Sampling;
import exemplar.backend.cost.Budget;
import exemplar.backend.gateway.Asker;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.KeySource;
import exemplar.backend.gateway.Machine;
import exemplar.backend.gateway.Opener;
import exemplar.backend.gateway.Preset;
import exemplar.backend.gateway.Recorder;
import exemplar.backend.gateway.Replay;
import exemplar.backend.gateway.RetryPolicy;
import exemplar.backend.mock.MockFault;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import exemplar.compare.Ask;
import exemplar.compare.Cell;
import exemplar.compare.Judge;
import exemplar.compare.Plan;
import exemplar.compare.Prepared;
import exemplar.compare.Runner;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Layout;
import exemplar.model.Origin;
import exemplar.model.RenderedPrompt;
import exemplar.model.Span;
import exemplar.model.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Repeats of a question to a model that gives several answers to one request.
@Timeout(60)
class RepeatsTest {
    private static final int REPEATS = 5;
    private static final Task TASK =
            new Task(
                    Task.Kind.CLASSIFY,
                    List.of("text"),
                    "emotion",
                    List.of(Label.of("joy"), Label.of("anger")),
                    "",
                    List.of("accuracy"));
    private static final List<Example> ITEMS =
            IntStream.range(0, 3)
                    .mapToObj(i -> Example.of("t-" + i, Map.of("text", "day " + i), "joy"))
                    .toList();
    private static final Plan PLAN = new Plan(List.of(new Variant("zero", "far")), ITEMS, REPEATS);
    private static final Sampling DRAWN = Sampling.drawn(8).withSeed(Optional.of(7L));

    @TempDir Path home;
    private MockServer server;
    private Gateway gateway;
    private RunStore store;
    private Sampling sampling = DRAWN;

    @BeforeEach
    void start() throws IOException {
        server = MockServer.start(0, Trouble.NONE);
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config/prices.json"),
                """
                {"as_of": "2026-01-01", "models": [{"model": "mock", "prompt": 1000000, "answer": 10}]}\
                """);
        gateway = gateway();
        gateway.registry()
                .put(
                        Preset.named("openai-compatible")
                                .orElseThrow()
                                .register(
                                        "far",
                                        Optional.of(server.base()),
                                        "mock",
                                        Optional.of(new KeySource.None()))
                                .withAbilities(
                                        new Abilities(
                                                true, true, true, false, 0, false, false, true,
                                                true, 0),
                                        Instant.EPOCH));
        store = RunStore.open(home);
    }

    private Gateway gateway() throws IOException {
        return Machine.gateway(
                new Places(home.resolve("config"), home.resolve("cache")),
                List.of(),
                target -> new Opener.Unavailable("no files here"),
                RetryPolicy.OFF);
    }

    @AfterEach
    void stop() throws IOException {
        store.close();
        gateway.close();
        server.close();
    }

    @Test
    void theyGoInOneRequestForEachItemAndAreNeverPaidAgain() throws IOException {
        List<Trial> trials = run(gateway, Optional.empty());
        assertThat(server.requests()).isEqualTo(ITEMS.size());
        assertThat(trials)
                .hasSize(PLAN.size())
                .allMatch(t -> t.state() == Trial.State.DONE && !t.cached());
        assertThat(cells(trials)).containsExactlyInAnyOrderElementsOf(PLAN.cells());
        assertThat(trials.stream().map(Trial::answer).distinct().count()).isGreaterThan(1);
        List<Trial> again = run(gateway, Optional.empty());
        assertThat(server.requests()).isEqualTo(ITEMS.size());
        assertThat(again).hasSize(PLAN.size()).allMatch(Trial::cached);
        assertThat(answers(again)).isEqualTo(answers(trials));
    }

    @Test
    void aBudgetIsNotExceededAndAResumeAsksOnlyWhatIsMissing() throws IOException {
        Budget whole = new Budget(1_000_000);
        run(gateway, Optional.of(whole));
        int requests = server.requests();
        // Fresh answers, and money for one item and a half.
        gateway.cache().orElseThrow().prune(Optional.empty(), Duration.ZERO);
        Budget small = new Budget(whole.spent() / ITEMS.size() * 1.9);
        List<Trial> first = run(gateway, Optional.of(small));
        assertThat(small.spent()).isLessThanOrEqualTo(small.limit());
        assertThat(server.requests() - requests).isEqualTo(1);
        assertThat(first.stream().filter(t -> t.state() == Trial.State.DONE))
                .hasSize(REPEATS)
                .allMatch(t -> t.cell().item().equals("t-0"));
        assertThat(first.stream().filter(t -> t.state() != Trial.State.DONE))
                .hasSize(REPEATS)
                .allMatch(t -> t.fault().contains("budget"));
        List<Trial> rest = resume(Optional.of(new Budget(1_000_000)));
        assertThat(server.requests() - requests).isEqualTo(ITEMS.size());
        assertThat(cells(rest))
                .hasSize((ITEMS.size() - 1) * REPEATS)
                .noneMatch(c -> c.item().equals("t-0"));
        assertThat(store.done(store.latest().orElseThrow().id())).hasSize(PLAN.size());
    }

    @Test
    void whatIsThereOfAQuestionIsNotAskedAgainThoughItsAnswersAreKeptNowhereElse()
            throws IOException {
        Set<Cell> done =
                PLAN.cells().stream()
                        .filter(c -> !c.item().equals("t-0") || c.repeat() == 2)
                        .collect(Collectors.toSet());
        List<Cell> asked = new ArrayList<>();
        runner(gateway, Optional.empty()).run(PLAN, done, 1, listener(asked, new ArrayList<>()));
        // Repeats 0 and 1 in one request, 3 and 4 in another.
        assertThat(server.requests()).isEqualTo(2);
        assertThat(asked).extracting(Cell::repeat).containsExactly(0, 1, 3, 4);
    }

    @Test
    void aFaultIsThatOfEveryRepeatThatGotNoAnswerAndAResumeMendsIt() throws IOException {
        server.behave(Trouble.of(MockFault.ERROR));
        assertThat(run(gateway, Optional.empty()))
                .hasSize(PLAN.size())
                .allMatch(t -> t.state() == Trial.State.FAILED && !t.fault().isEmpty());
        server.behave(Trouble.NONE);
        assertThat(resume(Optional.empty()))
                .hasSize(PLAN.size())
                .allMatch(t -> t.state() == Trial.State.DONE);
    }

    @Test
    void aServerThatGivesOneAllTheSameIsAskedForTheRest() throws IOException {
        server.behave(Trouble.of(MockFault.ONE_ANSWER));
        assertThat(run(gateway, Optional.empty()))
                .hasSize(PLAN.size())
                .allMatch(t -> t.state() == Trial.State.DONE);
    }

    @Test
    void atTemperatureZeroEachIsAskedAlone() throws IOException {
        sampling = Sampling.greedy(8);
        assertThat(run(gateway, Optional.empty()))
                .hasSize(PLAN.size())
                .allMatch(t -> t.state() == Trial.State.DONE);
        assertThat(server.requests()).isEqualTo(PLAN.size());
    }

    @Test
    void aStoppedRunEndsEveryRepeatItBeganAndNoOther() throws Exception {
        server.behave(Trouble.of(MockFault.HANG));
        List<Trial> ended = Collections.synchronizedList(new ArrayList<>());
        List<Cell> begun = Collections.synchronizedList(new ArrayList<>());
        Thread run =
                Thread.ofVirtual()
                        .start(() ->
                                runner(gateway, Optional.empty())
                                        .run(PLAN, Set.of(), 1, listener(begun, ended)));
        while (server.requests() == 0) {
            Thread.sleep(2);
        }
        run.interrupt();
        run.join();
        assertThat(cells(ended)).containsExactlyElementsOf(begun).hasSize(REPEATS);
        assertThat(ended).allMatch(t -> t.state() == Trial.State.CANCELLED);
    }

    @Test
    void aRecordingHasEachUnderItsOwnRepeat() throws IOException {
        Path file = home.resolve("recorded.jsonl");
        List<Trial> trials;
        try (Recorder recorder = Recorder.to(file, gateway)) {
            trials = run(recorder, Optional.empty());
        }
        assertThat(server.requests()).isEqualTo(ITEMS.size());
        Replay replay = Replay.of(file);
        assertThat(replay.size()).isEqualTo(PLAN.size());
        assertThat(answers(run(replay, Optional.empty()))).isEqualTo(answers(trials));
        assertThat(server.requests()).isEqualTo(ITEMS.size());
    }

    private Runner runner(Asker asker, Optional<Budget> budget) {
        return new Runner(
                Ask.of(asker, budget),
                (design, item) ->
                        new Prepared.Ready(
                                new Prepared(
                                        new RenderedPrompt(
                                                Layout.COMPLETION,
                                                "Labels: joy, anger. Message: " + item + "\nMood:",
                                                List.of(new Span(0, 10, Origin.TEMPLATE)),
                                                List.of()),
                                        List.of(),
                                        sampling)),
                new Judge(TASK),
                Clock.systemUTC());
    }

    private List<Trial> run(Asker asker, Optional<Budget> budget) throws IOException {
        return trials(Execution.begin(store, PLAN, Instant.now()), asker, budget);
    }

    private List<Trial> resume(Optional<Budget> budget) throws IOException {
        return trials(
                Execution.resume(
                        store,
                        store.latest().orElseThrow(),
                        id -> ITEMS.stream().filter(i -> i.id().equals(id)).toList()),
                gateway,
                budget);
    }

    private List<Trial> trials(Execution execution, Asker asker, Optional<Budget> budget) {
        List<Trial> ended = new ArrayList<>();
        assertThat(execution.run(runner(asker, budget), 1, listener(new ArrayList<>(), ended)))
                .isTrue();
        return ended;
    }

    private static Runner.Listener listener(List<Cell> begun, List<Trial> ended) {
        return new Runner.Listener() {
            @Override
            public void started(Cell cell) {
                begun.add(cell);
            }

            @Override
            public void text(Cell cell, String piece) {}

            @Override
            public void ended(Trial trial) {
                ended.add(trial);
            }
        };
    }

    private static List<Cell> cells(List<Trial> trials) {
        return trials.stream().map(Trial::cell).toList();
    }

    private static Map<Cell, String> answers(List<Trial> trials) {
        return trials.stream().collect(Collectors.toMap(Trial::cell, Trial::answer));
    }
}
