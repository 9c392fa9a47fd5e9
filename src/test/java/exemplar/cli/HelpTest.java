package exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/// What a newcomer reads who types `--help`.
class HelpTest {
    private static final int WIDTH = 80;
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    @TempDir Path folder;
    private CliBench bench;

    @BeforeEach
    void open() {
        bench = new CliBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private List<CommandLine> commands() {
        CommandLine root =
                Cli.line(bench, new Console(System.out, System.err, false, question -> false));
        List<CommandLine> all = new ArrayList<>();
        root.getSubcommands().values().forEach(one -> collect(one, all));
        return all;
    }

    private static void collect(CommandLine line, List<CommandLine> all) {
        all.add(line);
        line.getSubcommands().values().forEach(one -> collect(one, all));
    }

    private static String name(CommandLine line) {
        return line.getCommandSpec().qualifiedName();
    }

    @Test
    void everyCommandSaysInOneSentenceWhatItDoes() {
        for (CommandLine line : commands()) {
            String[] said = line.getCommandSpec().usageMessage().description();
            assertThat(said).as(name(line)).isNotEmpty();
            // The list of commands shows the first paragraph alone.
            assertThat(said[0]).as(name(line)).matches("[A-Z].*[.]");
        }
    }

    @Test
    void everyOptionAndArgumentIsExplained() {
        for (CommandLine line : commands()) {
            for (ArgSpec arg : line.getCommandSpec().args()) {
                assertThat(String.join(" ", arg.description()))
                        .as(name(line) + " " + arg.paramLabel())
                        .isNotBlank()
                        .endsWith(".");
            }
        }
    }

    @Test
    void everyCommandAnswersHelpWithItsExitStatusesAndExamplesThatFit() {
        for (CommandLine line : commands()) {
            String[] words = (name(line) + " --help").split(" ");
            assertThat(bench.run(List.of(words).subList(1, words.length).toArray(String[]::new)))
                    .as(name(line))
                    .isZero();
            assertThat(bench.out())
                    .as(name(line))
                    .startsWith("Usage: " + name(line))
                    .contains("Exit status:", "  0", "Wrong usage", "Example");
            assertThat(bench.out().lines()).as(name(line)).allMatch(l -> l.length() <= WIDTH);
            for (String example : line.getCommandSpec().usageMessage().footer()) {
                assertThat(bench.out()).as(name(line)).contains(example + "\n");
            }
        }
    }

    @Test
    void everyExampleIsACommandLineThatIsUnderstood() {
        for (CommandLine line : commands()) {
            for (String example : line.getCommandSpec().usageMessage().footer()) {
                List<String> words = words(example.strip());
                assertThat(String.join(" ", words)).startsWith(name(line));
                String[] arguments = words.subList(1, words.size()).toArray(String[]::new);
                CommandLine root =
                        Cli.line(
                                bench,
                                new Console(System.out, System.err, false, question -> false));
                assertThatCode(() -> root.parseArgs(arguments))
                        .as(example)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void everyCommandKnowsTheVersionOfTheProgram() {
        assertThat(bench.run("--version")).isZero();
        String version = bench.out();
        assertThat(version).startsWith("Exemplar ");
        assertThat(bench.run("models", "add", "--version")).isZero();
        assertThat(bench.out()).isEqualTo(version);
    }

    @Test
    void theListOfCommandsSaysWhatTheExitStatusMeans() {
        assertThat(bench.run("--help")).isZero();
        assertThat(bench.out())
                .contains("exemplar [STUDY]", "Brings rows of a file into a study.\n")
                .contains("1     Findings, or trials that failed.");
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (Matcher m = WORD.matcher(line); m.find(); ) {
            words.add(
                    m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3));
        }
        return words;
    }
}
