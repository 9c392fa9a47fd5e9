package exemplar.backend.gateway;

import static exemplar.backend.gateway.GatewayTest.NO_PRICES;
import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.Sleeper;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import exemplar.backend.wire.Patience;
import exemplar.backend.wire.Witness;
import exemplar.model.Message;
import exemplar.model.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A server that really stops, and starts again at the same address while it is waited for.
@Timeout(60)
class ComingBackTest {
    private static final Request.Chat WHY =
            new Request.Chat(List.of(new Message(Role.USER, "Why?")));

    @TempDir Path home;
    private final List<Duration> waits = new ArrayList<>();
    private final List<Fault> reasons = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"vllm", "anthropic", "gemini"})
    void aServerThatDiesIsWaitedForAndAnswersWhenItIsBack(String preset) throws IOException {
        MockServer first = MockServer.start(0, Trouble.NONE);
        List<MockServer> back = new ArrayList<>();
        int port = first.base().getPort();
        Sleeper bringsItBack =
                wait -> {
                    waits.add(wait);
                    // Still away at the first wait.
                    if (waits.size() == 2) {
                        back.add(started(port));
                    }
                };
        try (Gateway gateway = gateway(preset, first.base(), bringsItBack)) {
            Outcome before = ask(gateway);
            assertThat(before).isInstanceOf(Outcome.Answered.class);
            assertThat(waits).isEmpty();
            first.close();
            Outcome after = ask(gateway);
            assertThat(after).isInstanceOf(Outcome.Answered.class);
            assertThat(((Outcome.Answered) after).reply().text())
                    .isEqualTo(((Outcome.Answered) before).reply().text());
            assertThat(waits).hasSize(2).isSorted();
            assertThat(reasons).hasSize(2).allMatch(f -> f instanceof Fault.Network);
            assertThat(back.getFirst().requests()).isEqualTo(1);
        } finally {
            back.forEach(MockServer::close);
        }
    }

    private static MockServer started(int port) {
        try {
            return MockServer.start(port, Trouble.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome ask(Gateway gateway) {
        return gateway.ask(
                "far",
                WHY,
                Sampling.greedy(8),
                new Answerer.Sink() {
                    @Override
                    public void text(String piece) {}

                    @Override
                    public void waiting(Duration wait, Fault reason) {
                        reasons.add(reason);
                    }
                });
    }

    private Gateway gateway(String preset, URI mock, Sleeper sleeper) throws IOException {
        URI base = preset.equals("gemini") ? URI.create(mock + "beta") : mock;
        Registry registry = Registry.at(home.resolve("models.json"));
        registry.put(
                Preset.named(preset)
                        .orElseThrow()
                        .register(
                                "far",
                                Optional.of(base),
                                "mock",
                                Optional.of(new KeySource.None())));
        return new Gateway(
                List.of(),
                registry,
                new Servers(
                        address -> true,
                        Keys.from(name -> Optional.empty()),
                        Patience.DEFAULT,
                        Witness.NONE,
                        file -> new Opener.Unavailable("no files here")),
                new Settings(RetryPolicy.DEFAULT, sleeper, Optional.empty(), NO_PRICES));
    }
}
