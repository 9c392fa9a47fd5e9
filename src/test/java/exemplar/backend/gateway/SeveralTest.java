package exemplar.backend.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Abilities;
import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Places;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.cost.Budget;
import exemplar.backend.cost.Estimate;
import exemplar.backend.label.LabelScorer;
import exemplar.backend.label.Method;
import exemplar.backend.mock.MockFault;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import exemplar.model.Label;
import exemplar.model.Message;
import exemplar.model.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SeveralTest {
    private static final Request.Completion ANIMAL =
            new Request.Completion("Labels: joy, anger. Message: so glad to see you\nEmotion:");
    private static final Terms DRAWN = Terms.of(Sampling.drawn(8).withSeed(Optional.of(0L)));

    @TempDir Path home;
    private MockServer server;
    private Gateway gateway;

    @BeforeEach
    void start() throws IOException {
        server = MockServer.start(0, Trouble.NONE);
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config/prices.json"),
                """
                {"as_of": "2026-01-01", "models": [{"model": "mock", "prompt": 1000000, "answer": 10}]}\
                """);
        gateway =
                Machine.gateway(
                        new Places(home.resolve("config"), home.resolve("cache")),
                        List.of(),
                        target -> new Opener.Unavailable("no files here"),
                        RetryPolicy.OFF);
        register("openai-compatible", server.base().toString(), "several");
    }

    private void register(String preset, String base, String name) throws IOException {
        gateway.registry()
                .put(
                        Preset.named(preset)
                                .orElseThrow()
                                .register(
                                        name,
                                        Optional.of(java.net.URI.create(base)),
                                        "mock",
                                        Optional.of(new KeySource.None())));
    }

    @AfterEach
    void stop() {
        gateway.close();
        server.close();
    }

    @Test
    void aProbeFindsWhetherSeveralAnswersComeForOneRequest() throws IOException {
        assertThat(gateway.probe("several").abilities().several()).isTrue();
        assertThat(gateway.registry().find("several").orElseThrow().abilities())
                .hasValueSatisfying(a -> assertThat(a.several()).isTrue());
        server.behave(Trouble.of(MockFault.ONE_ANSWER));
        assertThat(gateway.probe("several").abilities().several()).isFalse();
    }

    @Test
    void theyComeForOneRequestAndAreKeptEachUnderItsOwnIndex() throws IOException {
        can(true);
        int before = server.requests();
        List<String> drawn = texts(gateway.askSeveral("several", ANIMAL, DRAWN, 5));
        assertThat(server.requests() - before).isEqualTo(1);
        assertThat(drawn).hasSize(5);
        assertThat(new HashSet<>(drawn)).hasSizeGreaterThan(1);
        for (int i = 0; i < 5; i++) {
            Outcome again = gateway.ask("several", ANIMAL, DRAWN.withRepeat(i), Answerer.Sink.NONE);
            assertThat(reply(again).cached()).isTrue();
            assertThat(reply(again).text()).isEqualTo(drawn.get(i));
        }
        // What is there already is not asked again, and the rest in one further request.
        assertThat(texts(gateway.askSeveral("several", ANIMAL, DRAWN, 9)).subList(0, 5))
                .isEqualTo(drawn);
        assertThat(server.requests() - before).isEqualTo(2);
    }

    @Test
    void thePromptIsPaidForOnce() throws IOException {
        can(true);
        Budget together = new Budget(1_000_000);
        gateway.askSeveral("several", ANIMAL, DRAWN.withBudget(together), 8);
        Budget alone = new Budget(1_000_000);
        gateway.ask("several", ANIMAL, DRAWN.withoutCache().withBudget(alone), Answerer.Sink.NONE);
        assertThat(together.spent()).isGreaterThan(1).isLessThan(alone.spent() * 1.01);
        assertThat(together.left()).isEqualTo(together.limit() - together.spent());
    }

    @Test
    void anEstimateCountsThePromptOfTheRepeatsOfAQuestionOnce() throws IOException {
        can(true);
        Estimate one = estimate(DRAWN, 1);
        Estimate five = estimate(DRAWN, 5);
        assertThat(five.calls()).isEqualTo(5);
        assertThat(five.promptTokens()).isEqualTo(one.promptTokens());
        assertThat(five.most()).isEqualTo(5 * one.most());
        assertThat(five.high()).isLessThan(one.high() * 1.01);
        Terms greedy = Terms.of(Sampling.greedy(8));
        assertThat(estimate(greedy, 5).promptTokens()).isEqualTo(5 * one.promptTokens());
        can(false);
        assertThat(estimate(DRAWN, 5).promptTokens()).isEqualTo(5 * one.promptTokens());
    }

    private Estimate estimate(Terms terms, int repeats) {
        return gateway.estimate(
                java.util.stream.IntStream.range(0, repeats)
                        .mapToObj(i -> new Gateway.Question("several", ANIMAL, terms.withRepeat(i)))
                        .toList());
    }

    @Test
    void aBudgetTooSmallForAllOfThemSendsNothing() throws IOException {
        can(true);
        int before = server.requests();
        List<Outcome> outcomes =
                gateway.askSeveral("several", ANIMAL, DRAWN.withBudget(new Budget(0.1)), 8);
        assertThat(fault(outcomes)).isInstanceOf(Fault.Exhausted.class);
        assertThat(server.requests()).isEqualTo(before);
    }

    @Test
    void aServerThatGivesOneAllTheSameIsAskedForTheRest() throws IOException {
        can(true);
        server.behave(Trouble.of(MockFault.ONE_ANSWER));
        assertThat(texts(gateway.askSeveral("several", ANIMAL, DRAWN, 4))).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anthropic", "gemini"})
    void whereTheProtocolHasNoneItIsAskedThatManyTimes(String preset) throws IOException {
        String base = server.base().toString();
        register(preset, preset.equals("gemini") ? base.replace("/v1", "/v1beta") : base, preset);
        int before = server.requests();
        assertThat(
                        texts(
                                gateway.askSeveral(
                                        preset,
                                        new Request.Chat(
                                                List.of(new Message(Role.USER, ANIMAL.text()))),
                                        Terms.of(Sampling.drawn(8)),
                                        3)))
                .hasSize(3);
        assertThat(server.requests() - before).isEqualTo(3);
    }

    @Test
    void whatMakesNoSenseIsRefusedBeforeAnythingIsSent() throws IOException {
        can(true);
        int before = server.requests();
        assertThat(fault(gateway.askSeveral("several", ANIMAL, DRAWN, 0)))
                .isInstanceOf(Fault.Unable.class);
        assertThat(fault(gateway.askSeveral("several", ANIMAL, Terms.of(Sampling.greedy(8)), 2)))
                .isInstanceOfSatisfying(
                        Fault.Unable.class,
                        f -> assertThat(f.message()).contains("temperature 0", "Nothing was sent"));
        assertThat(fault(gateway.askSeveral("nobody", ANIMAL, DRAWN, 2)))
                .isInstanceOf(Fault.ModelMissing.class);
        assertThat(server.requests()).isEqualTo(before);
    }

    @Test
    void aFaultIsToldOnceAndWhatArrivedBeforeStays() throws IOException {
        can(true);
        gateway.askSeveral("several", ANIMAL, DRAWN, 2);
        server.behave(Trouble.of(MockFault.ERROR));
        List<Outcome> outcomes = gateway.askSeveral("several", ANIMAL, DRAWN, 6);
        assertThat(outcomes).hasSize(3);
        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Answered.class);
        assertThat(fault(outcomes)).isInstanceOf(Fault.Overloaded.class);
    }

    @Test
    void theSameAnswersWantedByManyAtOnceAreSentOnce() throws Exception {
        can(true);
        server.behave(Trouble.NONE.latency(java.time.Duration.ofMillis(100)));
        int before = server.requests();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> all =
                    java.util.stream.IntStream.range(0, 6)
                            .mapToObj(i ->
                                    threads.submit(() ->
                                            texts(gateway.askSeveral("several", ANIMAL, DRAWN, 5))))
                            .toList();
            List<String> first = all.getFirst().get();
            for (Future<List<String>> other : all) {
                assertThat(other.get()).isEqualTo(first);
            }
        }
        assertThat(server.requests() - before).isLessThanOrEqualTo(5);
    }

    @Test
    void sampledLabelsCostOneRequest() throws IOException {
        can(true);
        int before = server.requests();
        LabelScorer.Result result =
                gateway.scorer(
                                "several",
                                new LabelScorer.Options(false, 20),
                                EnumSet.of(Method.SAMPLED),
                                Optional.empty())
                        .orElseThrow()
                        .score(ANIMAL, List.of(Label.of("joy"), Label.of("anger")));
        assertThat(result)
                .isInstanceOfSatisfying(
                        LabelScorer.Scored.class,
                        s -> assertThat(s.distribution().samples()).isEqualTo(20));
        assertThat(server.requests() - before).isEqualTo(1);
    }

    private void can(boolean several) throws IOException {
        gateway.registry()
                .put(
                        gateway.registry()
                                .find("several")
                                .orElseThrow()
                                .withAbilities(
                                        new Abilities(
                                                true, true, true, false, 0, false, false, true,
                                                several, 0),
                                        java.time.Instant.EPOCH));
    }

    private static List<String> texts(List<Outcome> outcomes) {
        return outcomes.stream().map(o -> reply(o).text()).toList();
    }

    private static Reply reply(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        return ((Outcome.Answered) outcome).reply();
    }

    private static Fault fault(List<Outcome> outcomes) {
        assertThat(outcomes.getLast()).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed) outcomes.getLast()).fault();
    }
}
