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
    void aColumnThatTheFileDoesNotHaveIsRefusedBeforeAnythingIsImported() throws Exception {
        Path study = folder.resolve("moods");
        run("new", study.toString(), "--task", "classify", "--labels", "joy,fear");
        Path rows = Files.writeString(folder.resolve("rows.csv"), "text,label\none,joy\n");
        String[] command = {
            "import", study.toString(), rows.toString(), "--as", "pool", "--map", ""
        };
        command[6] = "text=tweet";
        assertThat(run(command)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("there is no column 'tweet' in the file; it has: text, label");
        command[6] = "text=text,gold=label";
        assertThat(run(command)).isZero();
    }

    @Test
    void goldOutputsThatBecameLabelsAreNotSaidToBeUnknown() throws Exception {
        Path study = folder.resolve("moods");
        run("new", study.toString(), "--task", "classify", "--labels", "joy,fear");
        Path rows = Files.writeString(folder.resolve("rows.csv"), "text,label\none,awe\ntwo,joy\n");
        run("import", study.toString(), rows.toString(), "--as", "pool", "--add-labels");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("became labels: awe.")
                .doesNotContain("no label of the task");
        assertThat(Files.readString(study.resolve("study.json"))).contains("awe");
    }

    @Test
    void aStudyOfANewerVersionSaysThatItIsOnlyRead() throws Exception {
        Path study = folder.resolve("moods");
        run("new", study.toString(), "--task", "classify", "--labels", "joy,fear");
        Path file = study.resolve("study.json");
        String json = Files.readString(file);
        Files.writeString(file, json.replaceFirst("(?<=\"schema\"\\s{0,3}:\\s{0,3})1", "99"));
        assertThat(run("show", study.toString())).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("newer version (schema 99");
    }

    @Test
    void aTemplateErrorNamesFileLineAndColumn() throws Exception {
        Path template = Files.writeString(folder.resolve("t.jinja"), "a\n{% if x %}b");
        assertThat(run("render-template", template.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("t.jinja, line ");
    }

    @Test
    void aPaneWhosePictureIsNotTakenIsNamedAndTheStatusSaysSo() {
        String study = folder.resolve("moods").toString();
        assertThat(run("new", study, "--task", "classify", "--labels", "joy,anger")).isZero();
        String out = folder.resolve("pictures").toString();
        assertThat(run("shots", study, "--out", out, "--panes", "broken")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("the picture of the pane 'broken' was not taken: it fell over");
        assertThat(run("shots", study, "--out", out)).isZero();
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
