package exemplar.compare;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.compare.Judgement.Verdict;
import exemplar.model.Label;
import exemplar.model.Task;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private static final Task EMOTIONS =
            new Task(
                    Task.Kind.CLASSIFY,
                    List.of("text"),
                    "emotion",
                    List.of(
                            new Label("joy", "joy"),
                            new Label("sad", "sadness"),
                            new Label("not-sure", "not sure"),
                            new Label("sure", "sure"),
                            new Label("喜び", "喜び")),
                    "",
                    List.of("accuracy"));
    private final Judge judge = new Judge(EMOTIONS);

    @ParameterizedTest
    @CsvSource({
        "' joy', joy",
        "'Joy.', joy",
        "'ＪＯＹ', joy",
        "'**sadness**\n', sad",
        "'sad', sad",
        "'joy, not sadness', joy",
        "'not sure', not-sure",
        "'答えは喜びです', 喜び"
    })
    void aLabelIsReadByItsVerbalizerOrNameAsAWholeWord(String answer, String label) {
        assertThat(judge.readLabel(answer)).contains(label);
    }

    @ParameterizedTest
    @CsvSource({"joyful", "'I cannot tell'", "''", "assured"})
    void anAnswerWithoutALabelIsUnparsed(String answer) {
        assertThat(judge.judge(answer, "joy").verdict()).isEqualTo(Verdict.UNPARSED);
    }

    @Test
    void anItemWithoutGoldIsNotJudged() {
        assertThat(judge.judge("joy", "").verdict()).isEqualTo(Verdict.NO_GOLD);
    }

    @Test
    void aTextIsRightWhenItSaysTheSameAndScoredByChrfOtherwise() {
        Task write =
                new Task(Task.Kind.GENERATE, List.of("q"), "a", List.of(), "", List.of("chrf"));
        Judge texts = new Judge(write);
        assertThat(texts.judge(" The same ", "the same").verdict()).isEqualTo(Verdict.RIGHT);
        Judgement other = texts.judge("the cat sat on the mat", "the cat sat on a mat");
        assertThat(other.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(other.score()).isBetween(0.72, 0.73);
    }
}
