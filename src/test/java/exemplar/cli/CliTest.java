package exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliTest {
    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private CliBench bench;

    @BeforeEach
    void open() {
        bench = new CliBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
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
        int status = bench.run(arguments);
        out.reset();
        out.writeBytes(bench.out().getBytes(StandardCharsets.UTF_8));
        err.reset();
        err.writeBytes(bench.err().getBytes(StandardCharsets.UTF_8));
        return status;
    }
}
