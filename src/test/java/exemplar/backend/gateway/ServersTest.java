package exemplar.backend.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.backend.Answerer;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.Sleeper;
import exemplar.backend.cache.AnswerCache;
import exemplar.backend.cost.PriceTable;
import exemplar.backend.label.LabelScorer;
import exemplar.backend.mock.MockFault;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import exemplar.backend.wire.Patience;
import exemplar.backend.wire.Witness;
import exemplar.model.Label;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersTest {
    static final PriceTable NO_PRICES = new PriceTable(LocalDate.of(2026, 1, 1), List.of());

    @TempDir Path home;

    @Test
    void everyPresetRegistersAndOpens() {
        Servers servers = servers(name -> Optional.of("key-0123456789"));
        assertThat(Preset.all())
                .hasSizeGreaterThan(10)
                .extracting(Preset::id)
                .doesNotHaveDuplicates();
        for (Preset preset : Preset.all()) {
            Registration r =
                    preset.register(
                            "m",
                            Optional.of(URI.create("http://127.0.0.1:1/v1")),
                            "m-1",
                            Optional.empty());
            assertThat(servers.open(r.target())).as(preset.id()).isInstanceOf(Opener.Opened.class);
        }
    }

    @Test
    void aMissingKeyNamesItsVariable() {
        Registration r =
                Preset.named("openai")
                        .orElseThrow()
                        .register("m", Optional.empty(), "gpt", Optional.empty());
        assertThat(servers(name -> Optional.empty()).open(r.target()))
                .isEqualTo(
                        new Opener.Unavailable(
                                "The environment variable OPENAI_API_KEY with the key is not set."));
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        Preset any = Preset.named("openai-compatible").orElseThrow();
        assertThatThrownBy(() -> any.register("m", Optional.empty(), "m", Optional.empty()))
                .hasMessageContaining("a base URL is needed");
        assertThatThrownBy(() ->
                        any.register(
                                "m", Optional.of(URI.create("file:///etc")), "m", Optional.empty()))
                .hasMessageContaining("no web address");
        for (String withKey :
                List.of(
                        "https://me:sk-hidden@h.example/v1",
                        "https://h.example/v1?key=sk-hidden")) {
            assertThatThrownBy(() ->
                            any.register(
                                    "m", Optional.of(URI.create(withKey)), "m", Optional.empty()))
                    .hasMessageContaining("no password")
                    .hasMessageNotContaining("sk-hidden");
        }
    }

    private Registry mine(URI base, KeySource key) throws IOException {
        Registry registry = Registry.at(home.resolve("models.json"));
        registry.put(
                Preset.named("vllm")
                        .orElseThrow()
                        .register("mine", Optional.of(base), "mock", Optional.of(key)));
        return registry;
    }

    private static Outcome why(Gateway gateway) {
        return gateway.ask(
                "mine", new Request.Completion("Why?"), Sampling.greedy(5), Answerer.Sink.NONE);
    }

    @Test
    void aRegisteredServerIsAskedThroughTheWholeGatewayAndItsWaitIsKept() throws IOException {
        List<Duration> waits = new ArrayList<>();
        Sleeper sleeper = waits::add;
        try (MockServer server =
                MockServer.start(0, Trouble.of(MockFault.TOO_MANY).times(2).retryAfter(3))) {
            Registry registry = mine(server.base(), new KeySource.None());
            try (Gateway gateway =
                    new Gateway(
                            List.of(),
                            registry,
                            servers(name -> Optional.empty()),
                            new Settings(
                                    RetryPolicy.DEFAULT, sleeper, Optional.empty(), NO_PRICES))) {
                Outcome outcome = why(gateway);
                assertThat(outcome).isInstanceOf(Outcome.Answered.class);
                assertThat(waits).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3));
                assertThat(server.requests()).isEqualTo(3);
            }
        }
    }

    @Test
    void anAnswerIsKeptUnderTheQuestionAndTheServerAndNotUnderTheKey() throws IOException {
        try (MockServer server = MockServer.start(0, Trouble.NONE);
                MockServer other = MockServer.start(0, Trouble.NONE)) {
            assertThat(cachedAnswer(server.base(), "sk-first-0123456789")).isFalse();
            assertThat(cachedAnswer(server.base(), "sk-second-0123456789")).isTrue();
            assertThat(server.requests()).isEqualTo(1);
            assertThat(cachedAnswer(other.base(), "sk-second-0123456789")).isFalse();
        }
    }

    private boolean cachedAnswer(URI base, String key) throws IOException {
        Registry registry = mine(base, new KeySource.Variable("THE_KEY"));
        try (Gateway gateway =
                new Gateway(
                        List.of(),
                        registry,
                        servers(name -> Optional.of(key)),
                        new Settings(
                                RetryPolicy.OFF,
                                time -> {},
                                Optional.of(
                                        AnswerCache.open(
                                                home.resolve("cache.sqlite"), Clock.systemUTC())),
                                NO_PRICES))) {
            Outcome outcome = why(gateway);
            assertThat(outcome).isInstanceOf(Outcome.Answered.class);
            return ((Outcome.Answered) outcome).reply().cached();
        }
    }

    @Test
    void anUnknownHostIsAskedNothingUntilItIsConfirmed() throws IOException {
        Registry registry = Registry.at(home.resolve("models.json"));
        URI elsewhere = URI.create("https://Models.Example.org/v1");
        registry.put(
                Preset.named("vllm")
                        .orElseThrow()
                        .register("far", Optional.of(elsewhere), "m", Optional.empty()));
        Servers servers =
                new Servers(
                        registry::allows,
                        Keys.from(name -> Optional.empty()),
                        Patience.DEFAULT,
                        Witness.NONE,
                        file -> new Opener.Unavailable("no files here"));
        Registration.Target far = registry.find("far").orElseThrow().target();
        assertThat(servers.open(far))
                .isInstanceOfSatisfying(
                        Opener.Unavailable.class,
                        u -> assertThat(u.reason()).contains("Models.Example.org", "Confirm"));
        registry.confirm(elsewhere);
        assertThat(servers.open(far)).isInstanceOf(Opener.Opened.class);
        assertThat(registry.allows(URI.create("http://models.example.org:81/"))).isTrue();
        assertThat(registry.allows(URI.create("http://127.0.0.1:9/v1"))).isTrue();
        assertThat(registry.allows(URI.create("https://api.openai.com/v1"))).isTrue();
        assertThat(registry.allows(URI.create("https://api.openai.com.evil.example/v1"))).isFalse();
        assertThat(registry.all()).hasSize(1);
    }

    @Test
    void labelsAreScoredThroughTheGatewayAlsoWhenTheServerIsOverrunAtFirst() throws IOException {
        List<Duration> waits = new ArrayList<>();
        try (MockServer server =
                MockServer.start(0, Trouble.of(MockFault.TOO_MANY).times(1).retryAfter(4))) {
            Registry registry = mine(server.base(), new KeySource.None());
            try (Gateway gateway =
                    new Gateway(
                            List.of(),
                            registry,
                            servers(name -> Optional.empty()),
                            new Settings(
                                    RetryPolicy.DEFAULT,
                                    waits::add,
                                    Optional.empty(),
                                    NO_PRICES))) {
                LabelScorer scorer =
                        gateway.scorer("mine", LabelScorer.Options.DEFAULT).orElseThrow();
                assertThat(
                                scorer.score(
                                        new Request.Completion(
                                                "Mood: joy or anger?\n\nText: what a day\nMood:"),
                                        List.of(Label.of("joy"), Label.of("anger"))))
                        .isInstanceOf(LabelScorer.Scored.class);
                assertThat(waits).containsExactly(Duration.ofSeconds(4));
                assertThat(gateway.scorer("unheard-of", LabelScorer.Options.DEFAULT)).isEmpty();
            }
        }
    }

    @Test
    void aProbeFindsWhatTheServerCanDoKeepsItAndRefusesTheRestBeforeSending() throws IOException {
        try (MockServer server = MockServer.start(0, Trouble.NONE)) {
            Registry registry = Registry.at(home.resolve("models.json"));
            Preset chatOnly = Preset.named("deepseek").orElseThrow();
            registry.put(
                    chatOnly.register(
                            "mine",
                            Optional.of(server.base()),
                            "mock",
                            Optional.of(new KeySource.None())));
            registry.put(
                    Preset.named("vllm")
                            .orElseThrow()
                            .register(
                                    "gone", Optional.of(server.base()), "other", Optional.empty()));
            try (Gateway gateway =
                    new Gateway(
                            List.of(),
                            registry,
                            servers(name -> Optional.empty()),
                            new Settings(
                                    RetryPolicy.OFF, time -> {}, Optional.empty(), NO_PRICES))) {
                Probe probe = gateway.probe("mine");
                assertThat(probe.fault()).isEmpty();
                assertThat(probe.sample()).contains("mock");
                assertThat(probe.abilities().chat()).isTrue();
                assertThat(probe.abilities().completion()).isFalse();
                assertThat(probe.abilities().embeddings()).isTrue();
                assertThat(registry.find("mine").orElseThrow().abilities())
                        .hasValue(probe.abilities());
                int before = server.requests();
                Outcome refused =
                        gateway.ask(
                                "mine",
                                new Request.Completion("x"),
                                Sampling.greedy(1),
                                Answerer.Sink.NONE);
                assertThat(refused.toString())
                        .contains("only replies to messages")
                        .contains("Nothing was sent");
                assertThat(server.requests()).isEqualTo(before);
                assertThat(gateway.probe("gone").fault()).isPresent();
                assertThat(registry.find("gone").orElseThrow().abilities()).isEmpty();
                assertThat(gateway.probe("unheard-of").fault()).isPresent();
            }
        }
    }

    private static Servers servers(Keys.Variables variables) {
        return new Servers(
                address -> true,
                Keys.from(variables),
                Patience.DEFAULT,
                Witness.NONE,
                file -> new Opener.Unavailable("no files here"));
    }
}
