package exemplar.compare;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.compare.Judgement.Verdict;
import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final Variant A = new Variant("zero", "m");
    private static final Variant B = new Variant("few", "m");
    private static final Task LABELS = task(Task.Kind.CLASSIFY, List.of(Label.of("joy")));
    private static final Task TEXTS = task(Task.Kind.GENERATE, List.of());

    private static Task task(Task.Kind kind, List<Label> labels) {
        return new Task(kind, List.of("text"), "out", labels, "", List.of());
    }

    private static Plan plan(int items) {
        return new Plan(
                List.of(A, B),
                IntStream.range(0, items)
                        .mapToObj(i -> Example.of("t-" + i, Map.of("text", ""), "joy"))
                        .toList(),
                1);
    }

    private static Trial trial(Variant v, int item, double score) {
        return ATrial.of(v, "t-" + item)
                .answered("", score == 1 ? Verdict.RIGHT : Verdict.WRONG, score)
                .tokens(-1, -1)
                .made();
    }

    @Test
    void aDesignThatIsRightWhereTheOtherIsWrongIsBetter() {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            trials.add(trial(A, i, i < 8 ? 1 : 0));
            trials.add(trial(B, i, i < 18 ? 1 : 0));
        }
        Ranking ranking = Ranking.of(LABELS, plan(20), trials);
        assertThat(ranking.standings().getFirst().score().estimate()).isEqualTo(0.4);
        Contrast only = ranking.contrasts().getFirst();
        assertThat(only.better()).isEqualTo(B);
        assertThat(only.paired().difference().estimate()).isEqualTo(0.5);
        assertThat(only.distinguishable()).isTrue();
    }

    @Test
    void oneItemMoreDoesNotMakeADesignBetter() {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            trials.add(trial(A, i, i < 10 ? 1 : 0));
            trials.add(trial(B, i, i < 11 ? 1 : 0));
        }
        Contrast only = Ranking.of(LABELS, plan(20), trials).contrasts().getFirst();
        assertThat(only.better()).isEqualTo(B);
        assertThat(only.distinguishable()).isFalse();
        assertThat(only.paired().needed()).isGreaterThan(20);
    }

    @Test
    void onlyItemsThatBothHaveAnsweredAreHeldAgainstEachOther() {
        Ranking ranking =
                Ranking.of(
                        LABELS, plan(4), List.of(trial(A, 0, 1), trial(A, 1, 1), trial(B, 1, 0)));
        assertThat(ranking.standings().getFirst().items()).isEqualTo(2);
        assertThat(ranking.contrasts().getFirst().paired().n()).isEqualTo(1);
        assertThat(Ranking.of(LABELS, plan(4), List.of(trial(A, 0, 1))).contrasts()).isEmpty();
    }

    @Test
    void textsAreRankedByTheirMeanScore() {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            trials.add(trial(A, i, 0.30 + 0.01 * i));
            trials.add(trial(B, i, 0.20 + 0.012 * i));
        }
        Ranking ranking = Ranking.of(TEXTS, plan(10), trials);
        assertThat(ranking.standings().getFirst().score().estimate()).isBetween(0.34, 0.35);
        assertThat(ranking.contrasts().getFirst().better()).isEqualTo(A);
        assertThat(ranking.contrasts().getFirst().distinguishable()).isTrue();
    }
}
