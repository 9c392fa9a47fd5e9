package exemplar.backend.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.backend.Abilities;
import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.cost.PriceTable;
import exemplar.backend.mock.MockBackend;
import exemplar.model.Message;
import exemplar.model.Picture;
import exemplar.model.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTest {
    private static final Request.Completion QUESTION = new Request.Completion("Why?");

    static final PriceTable NO_PRICES = new PriceTable(LocalDate.of(2026, 1, 1), List.of());

    @TempDir Path home;
    private final List<Duration> waits = new ArrayList<>();
    private Registry registry;

    @BeforeEach
    void registryInAFreshFolder() {
        registry = Registry.at(home.resolve("models.json"));
    }

    @Test
    void theMockIsAlwaysThere() throws IOException {
        try (Gateway gateway = gateway(new ScriptedBackend(), RetryPolicy.DEFAULT)) {
            assertThat(gateway.models()).extracting(ModelCard::name).contains("mock");
            assertThat(gateway.ask("mock", QUESTION, Sampling.UNSET, Answerer.Sink.NONE))
                    .isInstanceOf(Outcome.Answered.class);
        }
    }

    @Test
    void anUnknownNameIsAFaultThatSaysWhatToDo() {
        try (Gateway gateway = gateway(new ScriptedBackend(), RetryPolicy.DEFAULT)) {
            assertThat(fault(gateway.ask("gpt-9", QUESTION, Sampling.UNSET, Answerer.Sink.NONE)))
                    .isInstanceOf(Fault.ModelMissing.class)
                    .extracting(Fault::message)
                    .asString()
                    .contains("gpt-9", "exemplar models");
        }
    }

    @Test
    void aRegisteredModelIsAskedByItsIdWithItsOwnParametersBelowTheRequests() throws IOException {
        ScriptedBackend server = new ScriptedBackend();
        registry.put(
                new Registration(
                        "mine",
                        server("m-7b"),
                        Sampling.greedy(7).withSeed(Optional.of(3L)),
                        Registration.Limits.NONE,
                        Optional.empty()));
        try (Gateway gateway = gateway(server, RetryPolicy.DEFAULT)) {
            gateway.ask(
                    "mine",
                    QUESTION,
                    Sampling.UNSET.withStop(List.of("\n")),
                    2,
                    Answerer.Sink.NONE);
        }
        Request asked = server.asked.getFirst();
        assertThat(asked.model()).isEqualTo("m-7b");
        assertThat(asked.sampling().maxTokens()).hasValue(7);
        assertThat(asked.sampling().stop()).containsExactly("\n");
        assertThat(asked.sampling().seed()).isEqualTo(OptionalLong.of(5));
    }

    @Test
    void aRunHasAsManyQuestionsInHandAsItsServersTakeAndSomeWhoseAnswersAreKept()
            throws IOException {
        registry.put(
                new Registration(
                        "wide",
                        server("m-7b"),
                        Sampling.UNSET,
                        new Registration.Limits(0, 0, 64),
                        Optional.empty()));
        registry.put(Registration.of("open", server("m-1b")));
        try (Gateway gateway = gateway(new ScriptedBackend(), RetryPolicy.DEFAULT)) {
            assertThat(gateway.inHand(Set.of("wide"))).isEqualTo(72);
            assertThat(gateway.inHand(Set.of("open"))).isEqualTo(8);
            assertThat(gateway.inHand(Set.of("wide", "open", "unknown"))).isEqualTo(88);
        }
    }

    @Test
    void aModelThatCannotBeOpenedIsListedWithTheReason() throws IOException {
        registry.put(Registration.of("mine", server("none")));
        try (Gateway gateway = gateway(new ScriptedBackend(), RetryPolicy.DEFAULT)) {
            assertThat(gateway.model("mine").orElseThrow().unavailable()).hasValue("no key is set");
            assertThat(fault(gateway.ask("mine", QUESTION, Sampling.UNSET, Answerer.Sink.NONE)))
                    .isEqualTo(new Fault.Unable("no key is set"));
        }
    }

    @Test
    void aPassingFaultIsTriedAgainAfterTheWaitTheServerAskedFor() throws IOException {
        ScriptedBackend server =
                new ScriptedBackend(
                        new Fault.RateLimited("slow down", Optional.of(Duration.ofSeconds(17))),
                        new Fault.Overloaded("busy", Optional.empty()));
        assertThat(askOnce(server, RetryPolicy.DEFAULT)).isInstanceOf(Outcome.Answered.class);
        assertThat(waits).hasSize(2);
        assertThat(waits.getFirst()).isEqualTo(Duration.ofSeconds(17));
        assertThat(waits.get(1)).isBetween(Duration.ofMillis(750), Duration.ofSeconds(1));
    }

    @Test
    void aServerThatAsksForNoWaitIsNotAskedAgainInTheSameInstant() throws IOException {
        ScriptedBackend server =
                new ScriptedBackend(new Fault.RateLimited("now", Optional.of(Duration.ZERO)));
        assertThat(askOnce(server, RetryPolicy.DEFAULT)).isInstanceOf(Outcome.Answered.class);
        assertThat(waits)
                .singleElement()
                .satisfies(w ->
                        assertThat(w).isBetween(Duration.ofMillis(375), Duration.ofMillis(500)));
    }

    @Test
    void whatAProbeFoundThatAModelCannotIsRefusedBeforeSending() throws IOException {
        record Refused(Abilities can, Request.Input input, String why) {}
        Request.Chat text = new Request.Chat(List.of(new Message(Role.USER, "Why?")));
        Request.Chat seen =
                new Request.Chat(
                        List.of(
                                new Message(
                                        Role.USER,
                                        "What?",
                                        List.of(new Picture("image/png", "QUJD")))));
        for (Refused r :
                List.of(
                        new Refused(can(true, true, false), seen, "sees no images"),
                        new Refused(can(false, true, false), text, "only continues raw text"),
                        new Refused(can(true, false, true), QUESTION, "only replies to messages"),
                        new Refused(can(true, false, true), QUESTION, "chat layout"))) {
            ScriptedBackend server = new ScriptedBackend();
            registry.put(
                    Registration.of("mine", server("m")).withAbilities(r.can(), Instant.EPOCH));
            try (Gateway gateway = gateway(server, RetryPolicy.DEFAULT)) {
                for (Outcome outcome :
                        List.of(
                                gateway.ask("mine", r.input(), Sampling.UNSET, Answerer.Sink.NONE),
                                gateway.askSeveral(
                                                "mine", r.input(), Terms.of(Sampling.drawn(3)), 2)
                                        .getFirst())) {
                    assertThat(fault(outcome))
                            .isInstanceOf(Fault.Unable.class)
                            .extracting(Fault::message)
                            .asString()
                            .contains(r.why())
                            .endsWith("Nothing was sent.");
                }
                assertThat(server.asked).isEmpty();
                assertThat(
                                gateway.ask(
                                        "mine",
                                        r.can().chat() ? text : QUESTION,
                                        Sampling.UNSET,
                                        Answerer.Sink.NONE))
                        .isInstanceOf(Outcome.Answered.class);
            }
        }
    }

    private static Abilities can(boolean chat, boolean completion, boolean images) {
        return new Abilities(chat, completion, true, false, 0, images, false, true, 0);
    }

    @Test
    void retriesCanBeSwitchedOffAndEnd() throws IOException {
        Fault busy = new Fault.Overloaded("busy", Optional.empty());
        assertThat(fault(askOnce(new ScriptedBackend(busy), RetryPolicy.OFF))).isEqualTo(busy);
        assertThat(waits).isEmpty();
        ScriptedBackend broken =
                new ScriptedBackend(busy, busy, busy, busy, busy, busy, busy, busy);
        assertThat(fault(askOnce(broken, RetryPolicy.DEFAULT))).isEqualTo(busy);
        assertThat(broken.asked).hasSize(6);
    }

    @Test
    void whatWillNotGetBetterIsNotTriedAgain() throws IOException {
        for (Fault fault :
                List.of(
                        new Fault.Auth("no"),
                        new Fault.BadRequest("no"),
                        new Fault.Exhausted("no"),
                        new Fault.RateLimited("tomorrow", Optional.of(Duration.ofHours(9))))) {
            assertThat(fault(askOnce(new ScriptedBackend(fault), RetryPolicy.DEFAULT)))
                    .isEqualTo(fault);
        }
        assertThat(waits).isEmpty();
    }

    @Test
    void nothingIsTriedAgainOnceTextWasShown() throws IOException {
        ScriptedBackend server = new ScriptedBackend(new Fault.Network("cut"));
        server.sayFirst = "half an ans";
        assertThat(fault(askOnce(server, RetryPolicy.DEFAULT))).isInstanceOf(Fault.Network.class);
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void theRegistryKeepsWhatItIsToldAndNoKey() throws IOException {
        Registration full =
                new Registration(
                        "a/b",
                        new Registration.Server(
                                "vllm",
                                URI.create("http://h:8000/v1"),
                                "m",
                                new KeySource.Variable("MY_KEY")),
                        Sampling.greedy(7).withStop(List.of("\n")).withSeed(Optional.of(1L)),
                        new Registration.Limits(60, 1000, 4),
                        Optional.of(new MockBackend().abilities("mock")));
        registry.put(full);
        registry.put(Registration.of("file", new Registration.File(Path.of("m.gguf"))));
        assertThat(Registry.at(home.resolve("models.json")).all())
                .containsExactly(
                        full, Registration.of("file", new Registration.File(Path.of("m.gguf"))));
        assertThat(registry.remove("file")).isTrue();
        assertThat(registry.all()).containsExactly(full);
        assertThatThrownBy(() -> KeySource.read("sk-secret")).message().doesNotContain("sk-secret");
    }

    @Test
    void aBrokenRegistryIsNamedAndNeverOverwritten() throws IOException {
        Path file = home.resolve("models.json");
        Files.writeString(file, "{\n\"models\": [\n");
        assertThatThrownBy(() -> registry.put(Registration.of("x", server("m"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("models.json, line");
        assertThat(Files.readString(file)).isEqualTo("{\n\"models\": [\n");
        try (Gateway gateway = gateway(new ScriptedBackend(), RetryPolicy.OFF)) {
            assertThat(fault(gateway.ask("x", QUESTION, Sampling.UNSET, Answerer.Sink.NONE)))
                    .isInstanceOf(Fault.Unable.class);
        }
    }

    private Outcome askOnce(ScriptedBackend server, RetryPolicy policy) throws IOException {
        registry.put(Registration.of("mine", server("m")));
        try (Gateway gateway = gateway(server, policy)) {
            return gateway.ask("mine", QUESTION, Sampling.UNSET, Answerer.Sink.NONE);
        }
    }

    private Gateway gateway(ScriptedBackend server, RetryPolicy policy) {
        Opener opener =
                target ->
                        target instanceof Registration.Server s && s.model().equals("none")
                                ? new Opener.Unavailable("no key is set")
                                : new Opener.Opened(server, ((Registration.Server) target).model());
        return new Gateway(
                List.of(MockBackend::new),
                registry,
                opener,
                new Settings(policy, waits::add, Optional.empty(), NO_PRICES));
    }

    private static Registration.Server server(String model) {
        return new Registration.Server(
                "openai", URI.create("http://h/v1"), model, new KeySource.None());
    }

    private static Fault fault(Outcome outcome) {
        return ((Outcome.Failed) outcome).fault();
    }

    /// Fails as told, then answers as the mock does.
    private static final class ScriptedBackend implements exemplar.backend.Backend {
        final List<Request> asked = new ArrayList<>();
        private final Deque<Fault> faults;
        private final MockBackend mock = new MockBackend();
        String sayFirst = "";

        ScriptedBackend(Fault... faults) {
            this.faults = new ArrayDeque<>(List.of(faults));
        }

        @Override
        public Outcome ask(Request request, Sink sink) {
            asked.add(request);
            if (!sayFirst.isEmpty()) {
                sink.text(sayFirst);
            }
            return faults.isEmpty()
                    ? mock.ask(new Request("mock", request.input(), request.sampling()), sink)
                    : new Outcome.Failed(faults.pop(), sayFirst);
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public List<String> models() {
            return List.of("m");
        }

        @Override
        public Abilities abilities(String model) {
            return mock.abilities("mock");
        }

        @Override
        public void close() {}
    }
}
