package exemplar.study.check;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Comparison;
import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Selection;
import exemplar.model.Task;
import exemplar.study.Examples;
import exemplar.study.Finding;
import exemplar.study.Finding.Kind;
import exemplar.study.Sample;
import exemplar.study.Study;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckTest {
    private static Example example(String id, String text, String gold) {
        return Example.of(id, Map.of("text", text), gold);
    }

    private static Study study(List<Example> pool, List<Example> tests) {
        return Study.of("s", Sample.task())
                .withPool(Examples.of(pool))
                .withTests(Examples.of(tests));
    }

    @Test
    void a_sound_study_has_no_findings() throws Exception {
        Study study =
                study(
                                List.of(
                                        example("a", "the weather was lovely all day", "joy"),
                                        example("b", "my train was cancelled again", "anger")),
                                List.of(example("t", "who ate my sandwich", "anger")))
                        .withDesign(Sample.design("d"))
                        .withComparison(new Comparison("c", List.of("d"), List.of(), 1));

        assertThat(Check.study(study)).isEmpty();
    }

    @Test
    void each_problem_of_the_examples_is_named_with_their_ids() throws Exception {
        List<Finding> found =
                Check.study(
                        study(
                                List.of(
                                        example("a", "the weather was lovely all day", "joy"),
                                        example("b", "The weather was lovely, all day!", "joy"),
                                        example("c", "my train was cancelled again", "joy"),
                                        example("d", "my train was cancelled again", "anger"),
                                        example("e", " ", "anger"),
                                        Example.of("f", Map.of("tweet", "x"), "anger"),
                                        example("g", "a plain statement of facts", "fear"),
                                        example("h", "something else entirely here", "")),
                                List.of(example("t", "a plain statement of facts", "joy"))));

        assertThat(found)
                .extracting(f -> f.kind() + " " + f.file() + " " + f.ids())
                .contains(
                        "EMPTY_FIELD pool.jsonl [e]",
                        "MISSING_FIELD pool.jsonl [f]",
                        "UNKNOWN_FIELD pool.jsonl [f]",
                        "UNKNOWN_LABEL pool.jsonl [g]",
                        "NO_GOLD pool.jsonl [h]",
                        "CONFLICT pool.jsonl [c, d]",
                        "DUPLICATE pool.jsonl [a, b]",
                        "LEAK tests.jsonl [t, g]");
        assertThat(found).allSatisfy(f -> assertThat(f.sentence()).endsWith(".").contains(": "));
    }

    @Test
    void names_that_lead_nowhere_are_found() throws Exception {
        Task task =
                new Task(
                        Task.Kind.CLASSIFY,
                        List.of("text"),
                        "text",
                        List.of(Label.of("yes"), new Label("no", "yes")),
                        "",
                        List.of());
        Study study =
                Study.of("s", task)
                        .withDesign(
                                Sample.design("d")
                                        .withSelection(
                                                new Selection("fixed", 1, 0, List.of("gone"))))
                        .withComparison(new Comparison("c", List.of("nothing"), List.of(), 1));

        assertThat(Check.study(study))
                .allSatisfy(f -> assertThat(f.kind()).isEqualTo(Kind.DESIGN))
                .extracting(Finding::what)
                .satisfiesExactlyInAnyOrder(
                        w -> assertThat(w).contains("both an input field and the output"),
                        w -> assertThat(w).contains("said as \"yes\""),
                        w -> assertThat(w).contains("\"gone\""),
                        w -> assertThat(w).contains("\"nothing\""));
    }

    @Test
    void thousands_of_problems_stay_readable() throws Exception {
        List<Example> pool =
                IntStream.range(0, 3000)
                        .mapToObj(i -> example("d" + i, "text " + i * 7919 + " " + i, "other"))
                        .toList();

        List<Finding> found = Check.study(study(pool, List.of()));
        assertThat(found.stream().filter(f -> f.kind() == Kind.UNKNOWN_LABEL)).hasSize(101);
        assertThat(found).anySatisfy(f -> assertThat(f.what()).contains("2,900 more"));
    }
}
