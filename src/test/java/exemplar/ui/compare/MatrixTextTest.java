package exemplar.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.compare.ATrial;
import exemplar.compare.Board;
import exemplar.compare.Judgement;
import exemplar.compare.Plan;
import exemplar.compare.Ranking;
import exemplar.compare.Variant;
import exemplar.model.Example;
import exemplar.model.Task;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatrixTextTest {
    private static final Task TASK =
            new Task(Task.Kind.GENERATE, List.of("text"), "out", List.of(), "", List.of());
    private static final Variant V = new Variant("few", "m");
    private static final List<Example> ITEMS =
            List.of(
                    Example.of("t-1", Map.of("text", "a \"b\"\tc"), "x|y"),
                    Example.of("t-2", Map.of("text", "plain"), ""));

    private static Board board() {
        Board board = new Board(new Plan(List.of(V), ITEMS, 1));
        board.ended(
                ATrial.of(V, "t-1")
                        .answered("one\ntwo", Judgement.Verdict.WRONG, 0.25)
                        .took(7)
                        .made());
        return board;
    }

    @Test
    void aSpreadsheetGetsOneLineAnItemAndQuotesWhatWouldBreakIt() {
        assertThat(new MatrixText(TASK, board()).of(ITEMS, MatrixText.Format.TSV))
                .isEqualTo(
                        "id\ttext\tout\tfew · m\tfew · m · verdict\n"
                                + "t-1\t\"a \"\"b\"\"\tc\"\tx|y\t\"one\ntwo\"\twrong\n"
                                + "t-2\tplain\t\t\t\n");
    }

    @Test
    void aMarkdownTableKeepsItsCells() {
        assertThat(
                        new MatrixText(TASK, board())
                                .of(ITEMS.subList(0, 1), MatrixText.Format.MARKDOWN))
                .isEqualTo(
                        "| id | text | out | few · m | few · m · verdict |\n"
                                + "| --- | --- | --- | --- | --- |\n"
                                + "| t-1 | a \"b\"\tc | x\\|y | one<br>two | wrong |\n");
    }

    @Test
    void jsonHoldsTheAnswersOfTheRowsOnScreen() {
        assertThat(new MatrixText(TASK, board()).of(ITEMS, MatrixText.Format.JSON))
                .contains("\"answer\" : \"one\\ntwo\"")
                .contains("\"score\" : 0.25")
                .contains("\"id\" : \"t-2\"");
    }

    @Test
    void scoresGoWithTheirIntervals() {
        String text =
                MatrixText.scores(Ranking.of(TASK, board().plan(), board().trials()).standings());
        assertThat(text).startsWith("variant\tdesign\tmodel\titems\tscore\tlow\thigh\n");
        assertThat(text).contains("A\tfew\tm\t1\t0.2500\t");
    }
}
