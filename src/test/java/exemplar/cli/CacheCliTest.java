package exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import exemplar.backend.Answerer;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.gateway.Machine;
import exemplar.backend.mock.MockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CacheCliTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path home;
    private MockServer server;
    private CliBench bench;

    @BeforeEach
    void start() throws IOException {
        server = MockServer.start(0, exemplar.backend.mock.Trouble.NONE);
        bench = new CliBench(home);
        for (String name : new String[] {"near", "far"}) {
            assertThat(
                            bench.run(
                                    "models",
                                    "add",
                                    name,
                                    "--preset",
                                    "openai-compatible",
                                    "--base-url",
                                    server.base().toString() + (name.equals("far") ? "/" : ""),
                                    "--model",
                                    "mock",
                                    "--yes"))
                    .isZero();
        }
    }

    @AfterEach
    void stop() {
        bench.close();
        server.close();
    }

    private void ask(String model, String question) {
        assertThat(
                        bench.gateway()
                                .ask(
                                        model,
                                        new Request.Completion(question),
                                        Sampling.greedy(8),
                                        Answerer.Sink.NONE))
                .isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void itIsCountedByModelAndListedWithTheNewestFirst() throws IOException {
        ask("near", "Why is the sea blue?");
        ask("near", "Why is the sky blue?");
        ask("far", "Why is grass green?");
        assertThat(bench.run("models", "cache")).isZero();
        assertThat(bench.out().lines().toList())
                .satisfiesExactly(
                        l -> assertThat(l).startsWith("near").contains("2 answers"),
                        l -> assertThat(l).startsWith("far").contains("1 answers"));
        assertThat(bench.err()).contains("3 answers", "cache.sqlite");
        assertThat(bench.run("models", "cache", "list", "--model", "far", "--json")).isZero();
        JsonNode counted = JSON.readTree(bench.out());
        assertThat(counted.path("answers").asInt()).isEqualTo(1);
        assertThat(counted.path("characters").asInt()).isPositive();
        assertThat(bench.run("models", "cache", "list", "--answers", "--limit", "2", "--json"))
                .isZero();
        assertThat(bench.out().lines()).hasSize(2);
    }

    @Test
    void oneAnswerIsShownByTheBeginningOfItsKey() throws IOException {
        ask("near", "Why is the sea blue?");
        bench.run("models", "cache", "list", "--answers", "--json");
        String key = JSON.readTree(bench.out()).path("key").asText();
        assertThat(key).hasSize(64);
        assertThat(bench.run("models", "cache", "show", key.substring(0, 8), "--json")).isZero();
        JsonNode shown = JSON.readTree(bench.out());
        assertThat(shown.path("request").asText()).contains("Why is the sea blue?");
        assertThat(shown.path("text").asText()).isNotEmpty();
        assertThat(bench.run("models", "cache", "show", key)).isZero();
        assertThat(bench.out()).contains(key, "near on", "Why is the sea blue?");
        String other = (key.charAt(0) == 'f' ? "0" : "f") + key.substring(1);
        assertThat(bench.run("models", "cache", "show", other)).isEqualTo(Trouble.USAGE);
        assertThat(bench.run("models", "cache", "show", "x%")).isEqualTo(Trouble.USAGE);
        assertThat(bench.err()).contains("hexadecimal");
    }

    @Test
    void nothingIsForgottenWithoutAYesAndNothingButWhatWasSaid() throws IOException {
        String long1 = "word ".repeat(20_000);
        ask("near", "Why is the sea blue? " + long1);
        ask("far", "Why is grass green?");
        assertThat(bench.run("models", "cache", "prune")).isEqualTo(Trouble.USAGE);
        assertThat(bench.run("models", "cache", "prune", "--all", "--model", "near"))
                .isEqualTo(Trouble.USAGE);
        assertThat(bench.run("models", "cache", "prune", "--model", "near"))
                .isEqualTo(Trouble.USAGE);
        assertThat(bench.err()).contains("1 answers would be forgotten", "--yes");
        assertThat(bench.run("models", "cache", "prune", "--older-than", "3", "--yes")).isZero();
        assertThat(bench.err()).contains("Forgot 0 answers");
        Path file = Machine.cacheFile(bench.places());
        bench.gateway().close();
        try (CliBench again = new CliBench(home)) {
            long before = Files.size(file);
            assertThat(again.run("models", "cache", "prune", "--model", "near", "--yes", "--json"))
                    .isZero();
            JsonNode told = JSON.readTree(again.out());
            assertThat(told.path("forgotten").asInt()).isEqualTo(1);
            assertThat(told.path("bytes_freed").asLong()).isGreaterThan(50_000);
            assertThat(Files.size(file)).isLessThan(before);
            assertThat(again.run("models", "cache", "list")).isZero();
            assertThat(again.out()).startsWith("far").doesNotContain("near");
            assertThat(again.run("models", "cache", "prune", "--all", "--yes")).isZero();
            assertThat(again.run("models", "cache", "list")).isZero();
            assertThat(again.out()).isEmpty();
        }
    }
}
