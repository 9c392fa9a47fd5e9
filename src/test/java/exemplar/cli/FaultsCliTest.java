package exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person meets who types something wrong, or whose files and disk are not what they should.
class FaultsCliTest {
    @TempDir Path folder;
    private CliBench bench;
    private String study = "";

    @BeforeEach
    void open() {
        bench = new CliBench(folder.resolve("home"));
        study = folder.resolve("moods").toString();
        assertThat(bench.run("new", study, "--task", "classify", "--labels", "joy,fear")).isZero();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void wrongUsageIsSaidInOurWordsWithWhatWouldBeRight() {
        wrong("no command 'rendr'; there are: new, import", "rendr", study);
        wrong("no command 'foo'; there are: ", "models", "foo");
        wrong("no option '--limt' here; did you mean --limit?", "run", study, "--limt", "3");
        wrong("'x' is no value for --limit: give a whole number", "run", study, "--limit", "x");
        wrong("--limit must be at least 1, not 0", "run", study, "--limit", "0");
        wrong("give one of classify, generate, translate", "new", "z", "--task", "guess");
        wrong("give one of text, messages, spans", "render", study, "--all", "--as", "html");
        wrong("a --port is a number from 0 to 65535", "mock", "--port", "99999");
        assertThat(bench.run("models", "pull")).isEqualTo(2);
        assertThat(bench.err()).contains("Try 'exemplar models pull --help'.");
    }

    @Test
    void anItemThatIsNotThereComesWithOneThatIs() throws IOException {
        wrong("no test items; bring some in with: exemplar import", "render", study, "--all");
        wrong("no test items; bring some in", "run", study, "--models", "mock");
        fill();
        wrong("no test item 'x'; name one such as 't-0001'", "render", study, "--item", "x");
        wrong("'d-0001' is a demonstration", "render", study, "--item", "d-0001");
    }

    @Test
    void aProblemOfOnePromptOfManyNamesItsItem() throws IOException {
        fill();
        Path head = folder.resolve("moods/study.json");
        Files.writeString(
                head, Files.readString(head).replace("Text: {{ text }}", "Text: {{ tezt }}"));
        assertThat(bench.run("render", study, "--all")).isEqualTo(1);
        assertThat(bench.err().lines()).allMatch(l -> l.startsWith("t-0001: ")).isNotEmpty();
    }

    @Test
    void noLibraryAndNoExceptionSpeaksInAMessage() throws IOException {
        fill();
        String template = file("t.jinja", "{{ x }}");
        for (String broken : new String[] {"{", "{\"a\": nope}", "[1", "\"x"}) {
            wrong("not JSON", "render-template", template, "--context", file("c.json", broken));
            assertThat(bench.err())
                    .contains("line 1, column")
                    .doesNotContain("REDACTED", "Source", "Exception");
        }
        String inFile = file("taken", "") + "/prompt.txt";
        wrong(
                "could not be written",
                "export",
                study,
                "--design",
                "few-shot",
                "--format",
                "jinja2",
                "--out",
                inFile);
        assertThat(bench.err())
                .contains("a file where a folder is meant")
                .doesNotContain("Exception", "NoSuchFile", "FileAlready");
    }

    @Test
    void aReportIsWrittenIntoAFolderThatIsMadeForIt() throws IOException {
        fill();
        assertThat(bench.run("run", study, "--models", "mock", "--designs", "zero-shot"))
                .isLessThan(2);
        Path page = folder.resolve("new/folder/report.html");
        assertThat(bench.run("report", study, "--html", page.toString())).isLessThan(2);
        assertThat(page).content().contains("</html>");
    }

    @Test
    void aFileWithoutRowsIsBadInputAndChangesNothing() throws IOException {
        String before = Files.readString(folder.resolve("moods/study.json"));
        wrong("no rows under its header", "import", study, file("h.csv", "text,label\n"));
        wrong("has no records", "import", study, file("a.json", "[]"));
        wrong("has no records", "import", study, file("o.json", "{}"));
        wrong("more levels of nesting", "import", study, file("d.json", "[".repeat(100_000)));
        wrong(
                "say which with --map text=",
                "import",
                study,
                file("n.jsonl", "{\"label\":\"joy\"}\n{\"label\":\"fear\"}\n"));
        assertThat(folder.resolve("moods/pool.jsonl")).isEmptyFile();
        assertThat(folder.resolve("moods/.journal")).doesNotExist();
        assertThat(Files.readString(folder.resolve("moods/study.json"))).isEqualTo(before);
    }

    @Test
    void resultsThatCannotBeWrittenToTheEndAreNoSuccess() throws IOException {
        fill();
        assertThat(bench.runTo(failing("No space left on device"), "show", study)).isEqualTo(2);
        assertThat(bench.err()).contains("could not be written to the end: No space left");
        assertThat(bench.runTo(failing("No space left on device"), "--help")).isEqualTo(2);
    }

    @Test
    void aReaderThatHasEnoughEndsTheCommandSilently() throws IOException {
        fill();
        assertThat(bench.runTo(failing("Broken pipe"), "show", study)).isEqualTo(141);
        assertThat(bench.err()).isEmpty();
    }

    @Test
    void dataCannotSteerTheTerminal() throws IOException {
        file("rows.jsonl", "{\"text\":\"a\\u001b[31mred\\u0007\",\"label\":\"j\\u001boy\"}\n");
        String rows = folder.resolve("rows.jsonl").toString();
        assertThat(bench.run("import", study, rows, "--as", "pool")).isZero();
        assertThat(bench.out() + bench.err()).doesNotContain("\u001b");
        bench.run("show", study);
        assertThat(bench.out()).contains("a\u241b[31mred\u2407").doesNotContain("\u001b");
        bench.run("check", study);
        assertThat(bench.out()).contains("j\u241boy").doesNotContain("\u001b");
    }

    @Test
    void aRunThatIsNotThereComesWithThoseThatAre() throws IOException {
        fill();
        assertThat(bench.run("run", study, "--models", "mock")).isZero();
        wrong("no run 7; the study has: 1", "report", study, "--run", "7");
    }

    private void fill() throws IOException {
        String rows = file("rows.csv", "text,label\nsunny,joy\ndark,fear\n");
        assertThat(bench.run("import", study, rows, "--as", "pool")).isZero();
        String item = file("items.csv", "text,label\nbright,joy\n");
        assertThat(bench.run("import", study, item, "--as", "tests")).isZero();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /// One sentence that begins with the program's name, and status 2.
    private void wrong(String sentence, String... arguments) {
        String[] command = arguments;
        if (arguments[0].equals("import")) {
            command = java.util.Arrays.copyOf(arguments, arguments.length + 2);
            command[arguments.length] = "--as";
            command[arguments.length + 1] = "pool";
        }
        assertThat(bench.run(command)).isEqualTo(2);
        assertThat(bench.out()).isEmpty();
        assertThat(bench.err()).contains(sentence).contains("exemplar: ");
        assertThat(bench.err().toLowerCase(Locale.ROOT)).doesNotContain("exception");
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                throw new IOException(reason);
            }
        };
    }
}
