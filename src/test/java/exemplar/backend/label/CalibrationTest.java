package exemplar.backend.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final Offset<Double> FOUR = within(5e-5);

    @Test
    void fourEmotionsGiveTheirAmbiguousSetEntropyAndMargin() {
        LabelDistribution d =
                of(List.of("Joy", "Love", "Gratitude", "Admiration"), -.9, -1.2, -2.5, -3.0);
        assertThat(d.probabilities())
                .containsExactly(new double[] {.4842, .3587, .0978, .0593}, FOUR);
        assertThat(d.ambiguous(2)).containsExactly("Joy", "Love");
        assertThat(d.entropyBits()).isCloseTo(1.607, within(5e-4));
        assertThat(d.margin()).isCloseTo(.1255, FOUR);
        assertThat(d.normalizedEntropy()).isCloseTo(1.607 / 2, within(5e-4));
        assertThat(d.predicted()).isEqualTo("Joy");
    }

    @Test
    void contextualCalibrationFlipsThePrediction() {
        LabelDistribution raw = of(List.of("a", "b"), Math.log(.6), Math.log(.4));
        LabelDistribution empty = of(List.of("a", "b"), Math.log(.7), Math.log(.3));
        LabelDistribution calibrated = Calibration.contextual(raw, List.of(empty));
        assertThat(calibrated.probabilities()).containsExactly(new double[] {.3913, .6087}, FOUR);
        assertThat(calibrated.predicted()).isEqualTo("b");
        assertThat(calibrated.scores().getFirst().score()).isEqualTo(Math.log(.6));
        assertThat(raw.predicted()).isEqualTo("a");
    }

    @Test
    void thePriorIsTheMeanOfRawProbabilitiesAndThenMadeToAddUp() {
        // .2 + .1 and .05 + .25: the shares of the sums, not the mean of the shares.
        LabelDistribution first = of(List.of("a", "b"), Math.log(.2), Math.log(.05));
        LabelDistribution second = of(List.of("a", "b"), Math.log(.1), Math.log(.25));
        assertThat(Calibration.prior(List.of(first, second)))
                .containsExactly(new double[] {.5, .5}, within(1e-12));
        LabelDistribution tiny = of(List.of("a", "b"), -2000, -2001);
        assertThat(Calibration.prior(List.of(tiny))[0]).isCloseTo(.7311, FOUR);
        assertThatThrownBy(() -> Calibration.prior(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pmiPicksTheLabelThatThePromptMakesLikelierNotTheLikeliest() {
        LabelDistribution full = of(List.of("0", "1"), -2.0, -2.4);
        LabelDistribution domain = of(List.of("0", "1"), -1.0, -3.0);
        assertThat(full.predicted()).isEqualTo("0");
        LabelDistribution pmi = Calibration.pmi(full, domain);
        assertThat(pmi.predicted()).isEqualTo("1");
        // Softmax of (-1.0, .6).
        assertThat(pmi.probabilities()).containsExactly(new double[] {.1680, .8320}, FOUR);
    }

    @Test
    void domainTextsAreDrawnFromTheWordsOfTheDomainAtTheirMeanLengthAndOne() {
        List<String> texts = List.of("The cat Sat", "on  the mat today", "dogs");
        List<String> drawn = Calibration.domainTexts(texts, 7);
        assertThat(drawn).hasSize(20).isEqualTo(Calibration.domainTexts(texts, 7));
        assertThat(drawn).isNotEqualTo(Calibration.domainTexts(texts, 8));
        for (String text : drawn) {
            // int(8 words / 3 texts) + 1 = 3 words and the full stop.
            List<String> words = List.of(text.split(" "));
            assertThat(words).hasSize(4).last().isEqualTo(".");
            assertThat(words.subList(0, 3))
                    .isSubsetOf("the", "cat", "sat", "on", "mat", "today", "dogs");
        }
        assertThat(Calibration.domainTexts(List.of(" ", ""), 1)).isEmpty();
    }

    private static LabelDistribution of(List<String> labels, double... scores) {
        return LabelDistribution.of(
                labels,
                scores,
                new int[scores.length],
                new boolean[scores.length],
                Method.EXACT,
                "");
    }
}
