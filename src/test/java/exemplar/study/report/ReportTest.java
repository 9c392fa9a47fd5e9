package exemplar.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import exemplar.compare.ATrial;
import exemplar.compare.Judgement.Verdict;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Task;
import exemplar.study.runs.RunInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Task TASK =
            new Task(
                    Task.Kind.CLASSIFY,
                    List.of("text"),
                    "emotion",
                    List.of(Label.of("joy"), Label.of("anger")),
                    "",
                    List.of("accuracy"));
    private static final Variant ZERO = new Variant("zero", "mock");
    private static final Variant FEW = new Variant("few", "mock");
    private static final RunInfo RUN =
            new RunInfo(
                    3,
                    Instant.EPOCH,
                    List.of("zero", "few"),
                    List.of("mock"),
                    List.of("t-1", "t-2"),
                    1,
                    4,
                    5);
    private final Report report =
            Report.of(
                    "<Emotions> & more",
                    TASK,
                    RUN,
                    List.of(
                            Example.of("t-1", Map.of("text", "<script>alert(1)</script>"), "joy"),
                            Example.of("t-2", Map.of("text", "b"), "anger")),
                    List.of(
                            trial(FEW, "t-2", Trial.State.DONE, "anger", Verdict.RIGHT, ""),
                            trial(ZERO, "t-1", Trial.State.FAILED, "", Verdict.UNPARSED, "Busy."),
                            trial(ZERO, "t-1", Trial.State.DONE, "joy", Verdict.RIGHT, ""),
                            trial(ZERO, "t-2", Trial.State.DONE, "joy", Verdict.WRONG, ""),
                            trial(FEW, "t-1", Trial.State.FAILED, "", Verdict.UNPARSED, "Busy.")));

    @Test
    void theLatestTrialOfACellCounts() {
        assertThat(report.trials()).hasSize(4);
        assertThat(report.failures()).isEqualTo(1);
        assertThat(report.summaries().getFirst().variant()).isEqualTo(ZERO);
        assertThat(report.summaries().getFirst().right()).isEqualTo(1);
        assertThat(report.summaries().getFirst().judged()).isEqualTo(2);
    }

    @Test
    void jsonHoldsEveryTrialUnderItsItemAndNoNaN() throws Exception {
        JsonNode doc = new ObjectMapper().valueToTree(ReportJson.document(report));
        assertThat(doc.toString()).doesNotContain("NaN");
        assertThat(doc.at("/variants/0/accuracy/estimate").asDouble()).isEqualTo(0.5);
        assertThat(doc.at("/items/0/trials")).hasSize(2);
        assertThat(doc.at("/items/0/trials/1/fault").asText()).isEqualTo("Busy.");
        assertThat(doc.at("/items/1/trials/0/predicted").asText()).isNotEmpty();
    }

    @Test
    void thePageShowsDataAsTextNeverAsMarkup() {
        String page = ReportHtml.page(report);
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>")
                .contains("&lt;Emotions&gt; &amp; more, run 3")
                .contains("Busy.");
    }

    @Test
    void linesGiveEachVariantWithItsInterval() {
        assertThat(ReportText.lines(report))
                .first()
                .asString()
                .contains("2 items × 2 variants, 4 of 4 cells");
        assertThat(ReportText.lines(report).get(1))
                .contains("right 1 of 2, accuracy 0.50 (0.09 to 0.91, Wilson 95 %)");
        assertThat(ReportText.lines(report).get(2)).contains("1 failed");
    }

    @Test
    void theOrderInWhichAnswersCameChangesNothing() {
        List<Trial> came = new ArrayList<>(report.trials());
        Collections.reverse(came);
        assertThat(Report.of(report.study(), TASK, RUN, report.items(), came)).isEqualTo(report);
        assertThat(report.trials())
                .extracting(t -> t.cell().item() + " " + t.cell().variant().design())
                .containsExactly("t-1 zero", "t-1 few", "t-2 zero", "t-2 few");
    }

    private static Trial trial(
            Variant v,
            String item,
            Trial.State state,
            String answer,
            Verdict verdict,
            String fault) {
        return ATrial.of(v, item)
                .ended(state)
                .answered(answer, verdict, verdict == Verdict.RIGHT ? 1 : 0)
                .prompt("ab")
                .tokens(10, 1)
                .took(12)
                .fault(fault)
                .made();
    }
}
