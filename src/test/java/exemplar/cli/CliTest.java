package exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import exemplar.backend.Places;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.Machine;
import exemplar.backend.gateway.Opener;
import exemplar.backend.gateway.RetryPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliTest {
    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Optional<Gateway> gateway = Optional.empty();

    @AfterEach
    void close() {
        gateway.ifPresent(Gateway::close);
    }

    @Test
    void aStudyIsMadeFilledAskedAndReported() throws Exception {
        Path study = folder.resolve("moods");
        assertThat(
                        run(
                                "new",
                                study.toString(),
                                "--task",
                                "classify",
                                "--labels",
                                "joy,anger=furious"))
                .isZero();
        Path rows = folder.resolve("rows.csv");
        Files.writeString(rows, "text,label\nwhat a {{ day }},joy\n\"go, away\",anger\n");
        assertThat(run("import", study.toString(), rows.toString(), "--as", "pool")).isZero();
        assertThat(run("import", study.toString(), rows.toString(), "--as", "tests")).isZero();
        assertThat(run("show", study.toString(), "--where", "label:anger", "--json")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"text\":\"go, away\"");
        assertThat(run("render", study.toString(), "--design", "few-shot", "--item", "t-0001"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "Answer with one of: joy, furious.\n\nText: go, away\nLabel: furious\n\n"
                                + "Text: what a {{ day }}\nLabel:");
        assertThat(run("run", study.toString(), "--models", "mock")).isZero();
        assertThat(run("report", study.toString(), "--json")).isZero();
        JsonNode report = new ObjectMapper().readTree(out.toByteArray());
        assertThat(report.path("variants")).hasSize(3);
        assertThat(report.path("trials").asInt()).isEqualTo(6);
        // The same texts stand in pool and tests: a leak, and the exit status says so.
        assertThat(run("check", study.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("the model is shown the answer");
    }

    @Test
    void wrongUseIsOneSentenceAndStatusTwo() {
        assertThat(run("render", folder.resolve("nothing").toString(), "--item", "x")).isEqualTo(2);
        assertThat(run("frobnicate")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("frobnicate")
                .doesNotContain("Exception");
    }

    @Test
    void aTemplateErrorNamesFileLineAndColumn() throws Exception {
        Path template = Files.writeString(folder.resolve("t.jinja"), "a\n{% if x %}b");
        assertThat(run("render-template", template.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("t.jinja, line ");
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return Cli.run(
                new Bench(),
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false),
                arguments);
    }

    /// Services of a machine that has nothing but the mock.
    private final class Bench implements Services {
        @Override
        public Gateway gateway() {
            if (gateway.isEmpty()) {
                try {
                    gateway =
                            Optional.of(
                                    Machine.gateway(
                                            places(),
                                            List.of(),
                                            target -> new Opener.Unavailable("No files here."),
                                            RetryPolicy.OFF));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return gateway.get();
        }

        @Override
        public Clock clock() {
            return Clock.systemUTC();
        }

        @Override
        public Places places() {
            return new Places(folder.resolve("config"), folder.resolve("cache"));
        }

        @Override
        public List<Path> samples() {
            return List.of();
        }

        @Override
        public List<Path> shots(Path study, Path to, Shot shot) {
            return List.of();
        }
    }
}
