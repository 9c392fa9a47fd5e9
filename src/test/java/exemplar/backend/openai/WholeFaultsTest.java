package exemplar.backend.openai;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Abilities;
import exemplar.backend.ContinuationScorer;
import exemplar.backend.Fault;
import exemplar.backend.NextTokens;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.Secret;
import exemplar.backend.SeveralAnswers;
import exemplar.backend.TextVectors;
import exemplar.backend.gateway.CachedGateway;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.Registration;
import exemplar.backend.gateway.Terms;
import exemplar.backend.label.LabelScorer;
import exemplar.backend.label.Method;
import exemplar.backend.mock.MockFault;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import exemplar.backend.wire.Patience;
import exemplar.backend.wire.Wire;
import exemplar.backend.wire.Witness;
import exemplar.model.Label;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Faults of what comes in one piece: several answers, likelihoods, next tokens, vectors.
@Timeout(120)
class WholeFaultsTest {
    private static final String KEY = "sk-very-secret-0123456789";
    private static final Request.Completion SEA = new Request.Completion("The sea is");
    private static final Request.Completion LABELLED =
            new Request.Completion("Labels: joy, anger. Message: so glad to see you\nEmotion:");
    private static final Duration PATIENT = Duration.ofSeconds(20);

    /// What fails whoever asks, whatever was asked.
    private static final Set<MockFault> ALWAYS =
            EnumSet.of(
                    MockFault.UNAUTHORIZED,
                    MockFault.FORBIDDEN,
                    MockFault.NO_MODEL,
                    MockFault.REQUEST_TIMEOUT,
                    MockFault.TOO_LARGE,
                    MockFault.UNPROCESSABLE,
                    MockFault.TOO_MANY,
                    MockFault.QUOTA,
                    MockFault.ERROR,
                    MockFault.BUSY,
                    MockFault.REDIRECT,
                    MockFault.HTML,
                    MockFault.EMPTY,
                    MockFault.NOT_JSON,
                    MockFault.WRONG_TYPES,
                    MockFault.SILENT,
                    MockFault.SILENT_BODY,
                    MockFault.HANG,
                    MockFault.CUT,
                    MockFault.SHORT,
                    MockFault.HALF_CHARACTER,
                    MockFault.BAD_BYTE,
                    MockFault.ERROR_MIDWAY,
                    MockFault.CONTEXT_TOO_LONG);

    private MockServer server;

    @BeforeEach
    void start() throws IOException {
        server = MockServer.start(0, Trouble.NONE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private OpenAiBackend open(Duration patience, URI base) {
        Patience wait = new Patience(PATIENT, patience, patience, 1 << 20);
        return new OpenAiBackend(
                new Wire(wait, Witness.NONE), base, Optional.of(Secret.of(KEY)), Dialect.COMMON);
    }

    private static Optional<Fault> several(OpenAiBackend backend) {
        return switch (backend.several(new Request("mock", SEA, Sampling.drawn(4)), 3)) {
            case SeveralAnswers.NotTold(Fault fault) -> Optional.of(fault);
            case SeveralAnswers.Told told -> Optional.empty();
        };
    }

    private static Optional<Fault> scores(OpenAiBackend backend) {
        return switch (backend.score("mock", SEA, List.of(" calm", " wild"))) {
            case ContinuationScorer.NotScored(Fault fault) -> Optional.of(fault);
            case ContinuationScorer.Scored scored -> Optional.empty();
        };
    }

    private static Optional<Fault> next(OpenAiBackend backend) {
        return switch (backend.next("mock", SEA, "", 5)) {
            case NextTokens.NotTold(Fault fault) -> Optional.of(fault);
            case NextTokens.Told told -> Optional.empty();
        };
    }

    private static Optional<Fault> vectors(OpenAiBackend backend) {
        return switch (backend.vectors("mock", List.of("the sea"))) {
            case TextVectors.NotFound(Fault fault) -> Optional.of(fault);
            case TextVectors.Found found -> Optional.empty();
        };
    }

    private static List<Optional<Fault>> all(OpenAiBackend backend) {
        return List.of(several(backend), scores(backend), next(backend), vectors(backend));
    }

    @Test
    void withoutAFaultAllOfThemCome() {
        try (OpenAiBackend backend = open(PATIENT, server.base())) {
            assertThat(all(backend)).allMatch(Optional::isEmpty);
        }
    }

    @ParameterizedTest
    @EnumSource(MockFault.class)
    void everyFaultIsToldInASentenceWithoutTheKey(MockFault fault) {
        server.behave(Trouble.of(fault));
        boolean silent = fault == MockFault.SILENT || fault == MockFault.SILENT_BODY;
        Duration patience = silent ? Duration.ofMillis(200) : PATIENT;
        if (fault == MockFault.HANG) {
            patience = Duration.ofSeconds(1);
        }
        try (OpenAiBackend backend = open(patience, server.base())) {
            List<Optional<Fault>> faults = all(backend);
            if (ALWAYS.contains(fault)) {
                assertThat(faults).allMatch(Optional::isPresent);
            }
            faults.stream()
                    .flatMap(Optional::stream)
                    .forEach(told ->
                            assertThat(told.message())
                                    .endsWith(".")
                                    .contains(" ")
                                    .doesNotContain(KEY)
                                    .doesNotContain("Exception")
                                    .doesNotContain("null"));
            if (fault == MockFault.UNPROCESSABLE) {
                assertThat(faults)
                        .allMatch(f -> f.orElseThrow().message().contains("must be at most 2"));
            }
        }
    }

    @Test
    void aReplyThatIsCutOrSpoiltIsToldForWhatItIs() {
        try (OpenAiBackend backend = open(PATIENT, server.base())) {
            for (MockFault fault : List.of(MockFault.CUT, MockFault.HALF_CHARACTER)) {
                server.behave(Trouble.of(fault));
                assertThat(all(backend)).allSatisfy(f -> told(f, Fault.Network.class, "broke"));
            }
            server.behave(Trouble.of(MockFault.SHORT));
            assertThat(all(backend))
                    .allSatisfy(f -> told(f, Fault.Malformed.class, "ends in the middle"));
            server.behave(Trouble.of(MockFault.BAD_BYTE));
            assertThat(all(backend)).allSatisfy(f -> told(f, Fault.Malformed.class, "no UTF-8"));
            server.behave(Trouble.of(MockFault.ERROR_MIDWAY));
            assertThat(all(backend))
                    .allSatisfy(f -> told(f, Fault.Overloaded.class, "“The engine died"));
        }
    }

    private static void told(Optional<Fault> fault, Class<? extends Fault> kind, String words) {
        assertThat(fault.orElseThrow())
                .isInstanceOf(kind)
                .extracting(Fault::message)
                .asString()
                .contains(words);
    }

    @ParameterizedTest
    @EnumSource(
            value = MockFault.class,
            names = {"CUT", "SHORT", "HALF_CHARACTER", "BAD_BYTE", "HANG", "ERROR_MIDWAY"})
    void nothingOfAReplyThatIsNotWholeIsKeptAsAnAnswer(MockFault fault, @TempDir Path home)
            throws IOException {
        Duration patience = fault == MockFault.HANG ? Duration.ofSeconds(1) : PATIENT;
        try (Gateway gateway = CachedGateway.over(home, open(patience, server.base()))) {
            gateway.registry().put(able(gateway));
            server.behave(Trouble.of(fault));
            assertThat(gateway.askSeveral("far", LABELLED, Terms.of(Sampling.drawn(4)), 3))
                    .singleElement()
                    .isInstanceOf(Outcome.Failed.class);
            for (Method way : List.of(Method.EXACT, Method.TOPK)) {
                assertThat(labels(gateway, way)).isInstanceOf(LabelScorer.NotScored.class);
            }
            assertThat(gateway.cache().orElseThrow().contents().answers()).isZero();
            server.behave(Trouble.NONE);
            assertThat(gateway.askSeveral("far", LABELLED, Terms.of(Sampling.drawn(4)), 3))
                    .hasSize(3)
                    .allSatisfy(o -> assertThat(((Outcome.Answered) o).reply().cached()).isFalse());
            for (Method way : List.of(Method.EXACT, Method.TOPK)) {
                assertThat(labels(gateway, way)).isInstanceOf(LabelScorer.Scored.class);
            }
            assertThat(gateway.cache().orElseThrow().contents().answers()).isEqualTo(5);
        }
    }

    private static Registration able(Gateway gateway) throws IOException {
        return gateway.registry()
                .find("far")
                .orElseThrow()
                .withAbilities(
                        new Abilities(true, true, true, true, 5, false, true, true, true, 0),
                        Instant.EPOCH);
    }

    private static LabelScorer.Result labels(Gateway gateway, Method way) {
        return gateway.scorer(
                        "far", new LabelScorer.Options(false, 0), Set.of(way), Optional.empty())
                .orElseThrow()
                .score(LABELLED, List.of(Label.of("joy"), Label.of("anger")));
    }

    @Test
    void aServerThatGoesSilentAfterHalfTheBodyIsNotWaitedForForEver() {
        server.behave(Trouble.of(MockFault.HANG));
        try (OpenAiBackend backend = open(Duration.ofSeconds(1), server.base())) {
            assertThat(all(backend))
                    .allSatisfy(told -> assertThat(told).containsInstanceOf(Fault.Timeout.class));
        }
    }

    @Test
    void aServerThatDiesAndComesBackIsAskedAgainWithSuccess() throws IOException {
        int port = server.base().getPort();
        try (OpenAiBackend backend = open(PATIENT, server.base())) {
            assertThat(all(backend)).allMatch(Optional::isEmpty);
            server.close();
            assertThat(all(backend)).allMatch(f -> f.orElseThrow() instanceof Fault.Network);
            server = MockServer.start(port, Trouble.NONE);
            assertThat(all(backend)).allMatch(Optional::isEmpty);
        }
    }
}
