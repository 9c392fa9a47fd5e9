package exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Places that cannot be written to, options that contradict, and files that are not what they
/// should be: one sentence that is true, and nothing passes in silence.
class BadInputCliTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;
    private CliBench bench;
    private String study = "";

    @BeforeEach
    void open() throws IOException {
        bench = new CliBench(folder.resolve("home"));
        study = folder.resolve("moods").toString();
        assertThat(bench.run("new", study, "--task", "classify", "--labels", "joy,fear")).isZero();
        String rows = file("rows.csv", "text,label\nsunny,joy\ndark,fear\n");
        assertThat(bench.run("import", study, rows, "--as", "pool")).isZero();
        assertThat(bench.run("import", study, rows, "--as", "tests")).isZero();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aPlaceWhereNoFolderCanBeMadeIsNotSaidToBeMissing() throws IOException {
        Path taken = Path.of(file("taken", ""));
        wrong("a part of the path is a file", "new", taken + "/a", "--task", "generate");
        wrong("is a file where a folder is meant", "shots", study, "--out", taken.toString());
        run("run", study, "--models", "mock", "--designs", "zero-shot");
        wrong("is a file where a folder is meant", "report", study, "--html", taken + "/r.html");
        wrong("has no name", "new", "", "--task", "generate");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            wrong("nothing can be made in that place", "new", "/proc/a", "--task", "generate");
            wrong("cannot be made there", "report", study, "--html", "/proc/r.html");
            wrong("cannot be made there", "run", study, "--models", "mock", "--record", "/proc/r");
            wrong(
                    "nothing can be made in that place",
                    "export",
                    study,
                    "--format",
                    "jinja2",
                    "--out",
                    "/proc/a");
        }
    }

    @Test
    void aRunIsNotResumedWithOtherChoicesThanItBeganWith() {
        run("run", study, "--models", "mock", "--designs", "zero-shot", "--limit", "1");
        assertThat(
                        bench.run(
                                "run",
                                study,
                                "--models",
                                "mock",
                                "--designs",
                                "zero-shot",
                                "--limit",
                                "1",
                                "--resume"))
                .isLessThan(2);
        wrong("run 1 began with other models", "run", study, "--resume", "--models", "nobody");
        wrong("leave --designs out to go on", "run", study, "--resume", "--designs", "few-shot");
        wrong("began with other items", "run", study, "--resume", "--limit", "2");
        wrong("began with other items", "run", study, "--resume", "--items", "t-0002");
        wrong("began with other repeats", "run", study, "--resume", "--repeats", "2");
    }

    @Test
    void whatExcludesOrMissesEachOtherIsSaidInOurWords() throws IOException {
        wrong("give one of --item=ID or --all", "render", study);
        wrong("exclude each other", "render", study, "--all", "--item", "t-0001");
        wrong("--task=KIND and DIR are missing", "new");
        wrong("--out=DIR is missing", "shots", study);
        wrong(
                "there is no pane 'nope'; there are: prompt",
                "shots",
                study,
                "--out",
                "x",
                "--panes",
                "nope");
        wrong("--items must be at least 1", "demo", "--items", "0");
        String cases = file("cases.jsonl", "{\"template\":\"x\"}\n");
        wrong("leave FILE and --context out", "render-template", cases, "--cases", cases);
    }

    @Test
    void aModelFileThatIsNoneIsNamed() throws IOException {
        String file = file("model.gguf", "hello");
        wrong("model.gguf: This is no GGUF file", "models", "add", "mine", "--gguf", file);
        wrong("model.gguf: This is no GGUF file", "models", "pull", file);
    }

    @Test
    void everyLineOfTheCasesIsAnsweredAlsoThoseThatCannotBeRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                "\ufeff{\"id\":1,\"template\":\"{{ 1 + 1 }}\"}\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(
                "{\"id\":2,\"template\":\"\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(
                "nonsense\r\n\n[1]\n{\"id\":3,\"template\":\"b\"}"
                        .getBytes(StandardCharsets.UTF_8));
        Path cases = Files.write(folder.resolve("cases.jsonl"), bytes.toByteArray());
        assertThat(bench.run("render-template", "--cases", cases.toString())).isEqualTo(1);
        assertThat(bench.out().lines())
                .satisfiesExactly(
                        l -> assertThat(l).isEqualTo("{\"id\":1,\"text\":\"2\"}"),
                        l -> assertThat(l).contains("line 2 of the cases: not UTF-8"),
                        l -> assertThat(l).contains("line 3 of the cases: this is not JSON"),
                        l -> assertThat(l).contains("line 5 of the cases: a case is an object"),
                        l -> assertThat(l).isEqualTo("{\"id\":3,\"text\":\"b\"}"));
    }

    @Test
    void aQuoteThatIsNeverClosedIsToldWithItsLine() throws IOException {
        String rows = file("q.csv", "text,label\n\"open,joy\nclosed,fear\n");
        assertThat(bench.run("import", study, rows, "--as", "pool", "--preview")).isZero();
        assertThat(bench.err()).contains("Line 2: the quote that opens column 1 is never closed");
        assertThat(bench.run("import", study, rows, "--as", "pool")).isZero();
        assertThat(bench.err()).contains("Line 2: the quote that opens column 1 is never closed");
        // Who says that it quotes gets the row rejected.
        assertThat(bench.run("import", study, rows, "--as", "pool", "--quote", "\"")).isEqualTo(1);
        assertThat(bench.err())
                .contains("Line 2: the quote opened in column 1 is never closed; add");
    }

    @Test
    void aPreviewIsJsonLinesWithTheNamesOfTheColumnsAndImportsNothing() throws IOException {
        String rows = file("p.csv", "text,label\ngood,joy\n,fear\nx,y,z\n");
        long before = Files.size(Path.of(study, "pool.jsonl"));
        assertThat(bench.run("import", study, rows, "--as", "pool", "--preview")).isZero();
        JsonNode[] lines = bench.out().lines().map(BadInputCliTest::json).toArray(JsonNode[]::new);
        assertThat(lines).hasSize(3);
        assertThat(lines[0].toString())
                .isEqualTo("{\"line\":2,\"cells\":{\"text\":\"good\",\"label\":\"joy\"}}");
        assertThat(lines[1].path("problem").asText()).contains("no text in \"text\"");
        assertThat(lines[2].path("text").asText()).isEqualTo("x,y,z");
        assertThat(Files.size(Path.of(study, "pool.jsonl"))).isEqualTo(before);
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void run(String... arguments) {
        assertThat(bench.run(arguments)).isLessThan(2);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private void wrong(String sentence, String... arguments) {
        assertThat(bench.run(arguments)).isEqualTo(2);
        assertThat(bench.out()).isEmpty();
        assertThat(bench.err())
                .contains(sentence)
                .contains("exemplar: ")
                .doesNotContain("xception");
    }
}
