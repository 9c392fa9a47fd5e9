package exemplar.backend.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Answerer;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.cache.AnswerCache;
import exemplar.backend.mock.MockFault;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import exemplar.backend.wire.Patience;
import exemplar.model.Message;
import exemplar.model.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class KeyNowhereTest {
    private static final String KEY = "sk-nobody-may-read-this-0123456789";
    private static final List<MockFault> SLOW =
            List.of(MockFault.SILENT, MockFault.SILENT_BODY, MockFault.HANG);

    @TempDir Path home;

    @Test
    void noFileNoLogAndNoMessageHoldsTheKeyAfterEverythingWentWrong() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        StringBuilder said = new StringBuilder();
        try (MockServer server = MockServer.start(0, Trouble.NONE)) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
            for (String preset : List.of("vllm", "anthropic", "gemini")) {
                for (MockFault fault : MockFault.values()) {
                    if (!SLOW.contains(fault)) {
                        server.behave(Trouble.of(fault));
                        ask(preset, fault, server.base(), said);
                    }
                }
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(said.length()).isPositive();
        assertThat(said.toString()).doesNotContain(KEY);
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(KEY);
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(2);
            for (Path file : all) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .describedAs(file.toString())
                        .doesNotContain(KEY);
            }
        }
    }

    private void ask(String preset, MockFault fault, URI mock, StringBuilder said)
            throws IOException {
        URI base = preset.equals("gemini") ? URI.create(mock.toString() + "beta") : mock;
        Registry registry = Registry.at(home.resolve("models.json"));
        registry.put(
                Preset.named(preset)
                        .orElseThrow()
                        .register(
                                preset,
                                Optional.of(base),
                                "mock",
                                Optional.of(new KeySource.Variable("THE_KEY"))));
        Patience patience =
                new Patience(
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(20),
                        1 << 20);
        try (Gateway gateway =
                        new Gateway(
                                List.of(),
                                registry,
                                new Servers(
                                        registry::allows,
                                        Keys.from(name -> Optional.of(KEY)),
                                        patience,
                                        (call, status, headers, exchange) ->
                                                said.append(call).append(exchange),
                                        file -> new Opener.Unavailable("none")),
                                new Settings(
                                        RetryPolicy.OFF,
                                        time -> {},
                                        Optional.of(
                                                AnswerCache.open(
                                                        home.resolve("cache.sqlite"),
                                                        Clock.systemUTC())),
                                        GatewayTest.NO_PRICES));
                Recorder recorder = Recorder.to(home.resolve("run.jsonl"), gateway)) {
            Outcome outcome =
                    recorder.ask(
                            preset,
                            new Request.Chat(
                                    List.of(new Message(Role.USER, "Say " + fault.written()))),
                            Terms.of(Sampling.greedy(8)),
                            Answerer.Sink.NONE);
            said.append(outcome);
            said.append(gateway.models());
        }
    }
}
