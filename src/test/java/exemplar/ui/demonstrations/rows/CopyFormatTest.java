package exemplar.ui.demonstrations.rows;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Example;
import exemplar.model.Task;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopyFormatTest {
    private static final Task TASK =
            new Task(Task.Kind.GENERATE, List.of("question"), "answer", List.of(), "", List.of());
    private static final List<Example> EXAMPLES =
            List.of(
                    Example.of("q1", Map.of("question", "a\tb"), "say \"no\"")
                            .withTags(List.of("x", "y")),
                    Example.of("q2", Map.of("question", "one|two\nthree"), ""));

    private static String write(CopyFormat format) {
        return format.write(EXAMPLES, TASK, example -> "{\"id\":\"" + example.id() + "\"}");
    }

    @Test
    void tabsAndQuotesSurviveASpreadsheet() {
        assertThat(write(CopyFormat.TSV))
                .isEqualTo(
                        "id\tquestion\tanswer\tlanguage\ttags\n"
                                + "q1\t\"a\tb\"\t\"say \"\"no\"\"\"\t\tx, y\n"
                                + "q2\t\"one|two\nthree\"\t\t\t\n");
    }

    @Test
    void aMarkdownTableKeepsItsColumns() {
        assertThat(write(CopyFormat.MARKDOWN))
                .contains("| --- | --- | --- | --- | --- |")
                .contains("| q2 | one\\|two<br>three |  |  |  |");
    }

    @Test
    void jsonIsAnArrayOfTheFilesLines() {
        assertThat(write(CopyFormat.JSON)).isEqualTo("[\n{\"id\":\"q1\"},\n{\"id\":\"q2\"}\n]\n");
        assertThat(write(CopyFormat.JSONL)).isEqualTo("{\"id\":\"q1\"}\n{\"id\":\"q2\"}\n");
    }
}
