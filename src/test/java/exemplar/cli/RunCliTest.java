package exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import exemplar.backend.Abilities;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RunCliTest {
    @TempDir Path folder;
    private MockServer server;
    private CliBench bench;
    private Path study;

    @BeforeEach
    void open() throws IOException {
        server = MockServer.start(0, Trouble.NONE);
        bench = new CliBench(folder.resolve("here"));
        study = folder.resolve("moods");
        ok("new", study.toString(), "--task", "classify", "--labels", "joy,anger");
        Path rows = folder.resolve("rows.csv");
        StringBuilder text = new StringBuilder("text,label\n");
        for (int i = 0; i < 20; i++) {
            text.append("day number ").append(i).append(i % 2 == 0 ? ",joy\n" : ",anger\n");
        }
        Files.writeString(rows, text);
        ok("import", study.toString(), rows.toString(), "--as", "tests");
    }

    @AfterEach
    void close() {
        bench.close();
        server.close();
    }

    @Test
    void aModelThatIsMissingIsToBeFetchedOnlyWhereItCanBe() {
        String at = study.toString();
        assertThat(bench.run("run", at, "--models", "was-a-servers")).isEqualTo(2);
        assertThat(bench.err())
                .contains("there are: mock", "exemplar models add was-a-servers")
                .doesNotContain("pull");
        assertThat(bench.run("run", at, "--models", "smollm2-360m")).isEqualTo(2);
        assertThat(bench.err()).contains("exemplar models pull smollm2-360m");
    }

    @Test
    void whatARunWillTakeIsSaidBeforehandAndNothingIsPaidTwice() {
        register("far");
        ok("run", study.toString(), "--designs", "zero-shot", "--models", "far");
        assertThat(bench.err())
                .contains("Estimate: 20 calls, 0 of them answered before", "free")
                .containsPattern("20 trials stored in \\d+\\.\\d\\d s, [\\d,.]+ a second");
        assertThat(server.requests()).isEqualTo(20);
        ok("run", study.toString(), "--designs", "zero-shot", "--models", "far");
        assertThat(bench.err()).contains("20 of them answered before", "nothing is paid");
        assertThat(server.requests()).isEqualTo(20);
    }

    @Test
    void aModelThatGivesVectorsOnlyIsRefusedWithTheReasonBeforeAnythingIsSent() throws IOException {
        register("far");
        bench.gateway()
                .registry()
                .put(
                        bench.gateway()
                                .registry()
                                .find("far")
                                .orElseThrow()
                                .withAbilities(
                                        new Abilities(
                                                false, false, false, false, 0, false, true, false,
                                                512),
                                        Instant.EPOCH));
        assertThat(bench.run("run", study.toString(), "--models", "far"))
                .isEqualTo(exemplar.cli.Trouble.USAGE);
        assertThat(bench.err()).contains("far").contains("vectors of texts only");
        assertThat(bench.run("label", study.toString(), "--model", "far"))
                .isEqualTo(exemplar.cli.Trouble.USAGE);
        assertThat(bench.err()).contains("vectors of texts only");
        assertThat(server.requests()).isZero();
        ok("models", "test", "far");
    }

    @Test
    void aBudgetStopsTheRunAndAResumeGoesOn() throws IOException {
        register("far");
        Path prices = bench.places().config().resolve("prices.json");
        Files.writeString(
                prices,
                """
                {"as_of": "2026-01-31",
                 "models": [{"host": "*", "model": "mock", "prompt": 10000, "answer": 10000}]}
                """);
        bench.close();
        bench = new CliBench(folder.resolve("here"));
        int status =
                bench.run(
                        "run",
                        study.toString(),
                        "--designs",
                        "zero-shot",
                        "--models",
                        "far",
                        "--budget",
                        "1.5",
                        "--parallel",
                        "1");
        assertThat(status).isEqualTo(1);
        assertThat(bench.err())
                .contains("may not reach", "The budget of $1.5000 does not reach", "were not made");
        int paid = server.requests();
        assertThat(paid).isBetween(1, 19);
        ok("run", study.toString(), "--resume", "--budget", "100");
        assertThat(server.requests()).isEqualTo(20);
        Files.writeString(prices, "{\"as_of\": \"2026-01-31\", \"models\": []}");
    }

    @Test
    void aRecordingIsOneFileThatAnotherMachineReplaysWithoutModelOrKey() throws IOException {
        register("far");
        Path file = folder.resolve("run.jsonl");
        ok(
                "run",
                study.toString(),
                "--designs",
                "zero-shot,few-shot",
                "--models",
                "far",
                "--repeats",
                "2",
                "--record",
                file.toString(),
                "--json");
        JsonNode first = new ObjectMapper().readTree(bench.out()).path("variants");
        server.close();
        try (CliBench there = new CliBench(folder.resolve("there"))) {
            String[] again = {
                "run",
                study.toString(),
                "--designs",
                "zero-shot,few-shot",
                "--models",
                "far",
                "--repeats",
                "2",
                "--replay",
                file.toString(),
                "--json"
            };
            assertThat(there.run(again)).describedAs(there.err()).isZero();
            JsonNode second = new ObjectMapper().readTree(there.out()).path("variants");
            assertThat(second).isEqualTo(first);
            assertThat(there.run("run", study.toString(), "--models", "far"))
                    .describedAs("the model itself is not there")
                    .isEqualTo(2);
        }
        assertThat(bench.run("run", study.toString(), "--replay", "nothing.jsonl")).isEqualTo(2);
        assertThat(bench.err()).contains("there is no recording nothing.jsonl");
    }

    @Test
    void aNewHostIsShownAndConfirmedBeforeAnythingIsSent() {
        String[] add = {
            "models",
            "add",
            "dear",
            "--preset",
            "vllm",
            "--base-url",
            "https://models.example/v1",
            "--model",
            "big",
            "--key-env",
            "DEAR_KEY"
        };
        assertThat(bench.run(add)).isEqualTo(2);
        assertThat(bench.err())
                .contains("Requests go to https://models.example/v1", "--yes", "nothing was added");
        ok("models", "list");
        assertThat(bench.out()).doesNotContain("dear");
        String[] sure = java.util.Arrays.copyOf(add, add.length + 1);
        sure[add.length] = "--yes";
        ok(sure);
        ok("models", "list");
        assertThat(bench.out()).contains("dear");
        ok("models", "remove", "dear");
        ok("models", "list");
        assertThat(bench.out()).doesNotContain("dear");
    }

    @Test
    void anImportedStudyCannotSetAnEndpointOrAKey() throws IOException {
        Path head = study.resolve("study.json");
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = (ObjectNode) json.readTree(Files.readString(head));
        String base = server.base().toString();
        root.putArray("models").add(base).add("evil").add("mock@" + base);
        root.put("base_url", base).put("api_key", "sk-from-the-study").put("key", "env:PATH");
        root.putObject("registry")
                .putArray("models")
                .addObject()
                .put("name", "evil")
                .put("base_url", base)
                .put("key", "env:PATH");
        root.putArray("confirmed_hosts").add("models.example");
        Files.writeString(head, root.toString());
        Files.copy(head, study.resolve("models.json"));
        assertThat(bench.run("run", study.toString())).isEqualTo(2);
        assertThat(bench.err()).contains("there is no model '" + base + "'");
        for (String model : new String[] {"evil", "mock@" + base}) {
            assertThat(bench.run("run", study.toString(), "--models", model)).isEqualTo(2);
        }
        assertThat(server.requests()).isZero();
        assertThat(bench.places().config().resolve("models.json")).doesNotExist();
        assertThat(bench.gateway().registry().allows(java.net.URI.create("https://models.example")))
                .isFalse();
    }

    private void register(String name) {
        ok(
                "models",
                "add",
                name,
                "--preset",
                "vllm",
                "--base-url",
                server.base().toString(),
                "--model",
                "mock");
    }

    private void ok(String... arguments) {
        assertThat(bench.run(arguments)).describedAs(bench.err()).isZero();
    }
}
