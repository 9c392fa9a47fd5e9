package exemplar.backend.llama;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Sampling;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PiecesTest {
    @Test
    void halfACharacterIsHeldBackUntilTheRestArrives() {
        byte[] cat = "🐈".getBytes(StandardCharsets.UTF_8);
        Utf8Stream stream = new Utf8Stream();
        assertThat(stream.add(Arrays.copyOf(cat, 3))).isEmpty();
        assertThat(stream.add(Arrays.copyOfRange(cat, 3, 4))).isEqualTo("🐈");
        assertThat(stream.add(Arrays.copyOf(cat, 2))).isEmpty();
        assertThat(stream.end()).isEqualTo("\ufffd");
    }

    @Test
    void aStopTextIsFoundAcrossPiecesAndNeverShown() {
        StopText stop = new StopText(List.of("\n\n", "END"));
        assertThat(stop.add("joy E")).isEqualTo("joy ");
        assertThat(stop.add("N")).isEmpty();
        assertThat(stop.add("Z\n")).isEqualTo("ENZ");
        assertThat(stop.found()).isFalse();
        assertThat(stop.add("\nmore")).isEmpty();
        assertThat(stop.found()).isTrue();
    }

    @Test
    void whatLookedLikeAStopIsShownAtTheEnd() {
        StopText stop = new StopText(List.of("END"));
        assertThat(stop.add("the EN")).isEqualTo("the ");
        assertThat(stop.rest()).isEqualTo("EN");
    }

    @Test
    void greedyTakesTheLargestAndOfEqualOnesTheFirst() {
        assertThat(new Sampler(Sampling.greedy(1)).next(new float[] {1, 5, 5, 2})).isEqualTo(1);
    }

    @Test
    void samplingStaysWithinTopKAndTheNucleusAndRepeatsForASeed() {
        float[] logits = {0, 10, 9.5f, -3, 9};
        Sampler a = sampler(3, 0.5, 9);
        Sampler b = sampler(3, 0.5, 9);
        for (int i = 0; i < 200; i++) {
            int token = a.next(logits);
            assertThat(token).isEqualTo(b.next(logits)).isIn(1, 2);
        }
        assertThat(sampler(1, 1, 4).next(logits)).isEqualTo(1);
    }

    @Test
    void logSumIsStableForLargeLogits() {
        assertThat(Evaluation.logSum(new float[] {1000, 1000})).isEqualTo(1000 + Math.log(2));
    }

    private static Sampler sampler(int k, double p, long seed) {
        return new Sampler(
                new Sampling(
                        OptionalDouble.of(1),
                        OptionalDouble.of(p),
                        OptionalInt.of(k),
                        OptionalInt.empty(),
                        OptionalLong.of(seed),
                        List.of()));
    }
}
