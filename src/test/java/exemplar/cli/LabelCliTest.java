package exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import exemplar.backend.mock.MockFault;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LabelCliTest {
    @TempDir Path folder;
    private MockServer server;
    private CliBench bench;
    private Path study;

    @BeforeEach
    void open() throws IOException {
        server = MockServer.start(0, Trouble.NONE);
        bench = new CliBench(folder.resolve("here"));
        study = folder.resolve("moods");
        ok("new", study.toString(), "--task", "classify", "--labels", "joy,anger,sadness");
        Path rows = folder.resolve("rows.csv");
        Files.writeString(
                rows,
                """
                text,label
                what a lovely morning,joy
                get out of my way,anger
                nobody wrote to me,sadness
                we won the cup,joy
                """);
        ok("import", study.toString(), rows.toString(), "--as", "pool");
        add(server);
    }

    private void add(MockServer far) {
        ok(
                "models",
                "add",
                "far",
                "--preset",
                "vllm",
                "--base-url",
                far.base().toString(),
                "--model",
                "mock");
    }

    @AfterEach
    void close() {
        bench.close();
        server.close();
    }

    @Test
    void everyExampleGetsItsDistributionWithTheRawOneBesideIt() throws IOException {
        List<JsonNode> lines = label("--model", "mock");
        assertThat(lines).hasSize(4);
        for (JsonNode line : lines) {
            assertThat(sum(line.path("distribution"))).isBetween(0.999999, 1.000001);
            assertThat(sum(line.path("raw"))).isBetween(0.999999, 1.000001);
            assertThat(line.path("method").asText()).isEqualTo("exact");
            assertThat(line.path("calibration").asText()).isEqualTo("contextual");
            assertThat(line.path("ambiguous")).hasSize(2);
            assertThat(line.path("predicted")).isEqualTo(line.path("ambiguous").get(0));
            assertThat(line.path("entropy_bits").asDouble()).isBetween(0.0, 1.6);
            assertThat(line.path("margin").asDouble()).isBetween(0.0, 1.0);
        }
        List<JsonNode> raw = label("--model", "mock", "--no-calibration");
        for (JsonNode line : raw) {
            assertThat(line.path("distribution")).isEqualTo(line.path("raw"));
            assertThat(line.path("calibration").asText()).isEqualTo("none");
        }
    }

    @Test
    void anExampleIsNeverAmongItsOwnDemonstrations() throws IOException {
        for (JsonNode line : label("--model", "mock", "--design", "few-shot")) {
            List<String> demos = new ArrayList<>();
            line.path("demos").forEach(d -> demos.add(d.asText()));
            assertThat(demos).isNotEmpty().doesNotContain(line.path("id").asText());
        }
    }

    @Test
    void eachWayWorksOverAServerAndIsPaidOnce() throws IOException {
        for (String way : List.of("exact", "topk", "sampled")) {
            List<JsonNode> lines = label("--model", "far", "--method", way, "--samples", "5");
            assertThat(lines).hasSize(4);
            assertThat(lines).allSatisfy(l -> assertThat(l.path("method").asText()).isEqualTo(way));
            int asked = server.requests();
            assertThat(label("--model", "far", "--method", way, "--samples", "5")).isEqualTo(lines);
            assertThat(bench.err()).contains("4 examples, 4 of them scored before");
            assertThat(server.requests()).isEqualTo(asked);
        }
        // Without the evidence the cache still has what was paid for.
        int asked = server.requests();
        Files.delete(study.resolve("runs.sqlite"));
        label("--model", "far", "--method", "exact");
        assertThat(server.requests()).isEqualTo(asked);
    }

    @Test
    void whatIsShownWasFoundInTheWayThatIsWantedNow() throws IOException {
        List<JsonNode> exact = label("--model", "far", "--method", "exact");
        label("--model", "far", "--method", "sampled", "--samples", "5");
        int asked = server.requests();
        assertThat(label("--model", "far", "--method", "exact")).isEqualTo(exact);
        List<JsonNode> perToken = label("--model", "far", "--method", "exact", "--per-token");
        assertThat(perToken)
                .allSatisfy(l -> assertThat(l.path("note").asText()).contains("per token"));
        // Paid for once, whichever way it is read.
        assertThat(server.requests()).isEqualTo(asked);
        label("--model", "far", "--method", "sampled", "--samples", "7");
        assertThat(server.requests()).isGreaterThan(asked);
    }

    @Test
    void evidenceOfAnotherModelThatHadTheNameIsNoEvidence() throws IOException {
        label("--model", "far", "--method", "exact");
        try (MockServer other = MockServer.start(0, Trouble.NONE)) {
            add(other);
            assertThat(label("--model", "far", "--method", "exact")).hasSize(4);
            assertThat(other.requests()).isPositive();
        }
    }

    @Test
    void whatFailedIsToldAndAskedAgainTheNextTime() throws IOException {
        server.behave(Trouble.of(MockFault.ERROR));
        assertThat(bench.run("label", study.toString(), "--model", "far", "--only", "pool"))
                .isEqualTo(1);
        assertThat(bench.err()).contains("4 examples could not be scored");
        server.behave(Trouble.NONE);
        assertThat(label("--model", "far", "--only", "pool")).hasSize(4);
    }

    @Test
    void wrongUseIsASentence() {
        assertThat(bench.run("label", study.toString(), "--model", "none")).isEqualTo(2);
        assertThat(bench.run("label", study.toString(), "--model", "mock", "--method", "luck"))
                .isEqualTo(2);
        assertThat(bench.err()).contains("--method").doesNotContain("Exception");
        assertThat(bench.run("label", study.toString(), "--model", "mock", "--only", "some"))
                .isEqualTo(2);
        assertThat(bench.run("label", study.toString(), "--model", "mock", "--design", "x"))
                .isEqualTo(2);
        assertThat(bench.err()).contains("there is no design 'x'");
    }

    private List<JsonNode> label(String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of("label", study.toString(), "--json"));
        all.addAll(List.of(more));
        ok(all.toArray(String[]::new));
        List<JsonNode> lines = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : bench.out().lines().toList()) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    private static double sum(JsonNode shares) {
        double sum = 0;
        for (JsonNode p : shares) {
            sum += p.asDouble();
        }
        return sum;
    }

    private void ok(String... arguments) {
        assertThat(bench.run(arguments)).describedAs(bench.err()).isZero();
    }
}
