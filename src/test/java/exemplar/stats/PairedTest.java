package exemplar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairedTest {
    @Test
    void mcnemarIsTheExactBinomialTestOnThePairsThatDiffer() {
        // Of 10 pairs that differ 9 speak for the first: 2 · (1 + 10) / 2^10.
        assertThat(Paired.shares(30, 9, 1, 20).p()).isCloseTo(22.0 / 1024, within(1e-12));
        assertThat(Paired.shares(30, 5, 5, 20).p()).isEqualTo(1);
        assertThat(Paired.shares(30, 0, 0, 20).p()).isEqualTo(1);
    }

    @Test
    void theIntervalOfTwoSharesTurnsItsSignWhenTheyChangePlaces() {
        Interval one = Paired.shares(30, 9, 1, 20).difference();
        Interval two = Paired.shares(30, 1, 9, 20).difference();
        assertThat(one.estimate()).isCloseTo(8 / 60.0, within(1e-12));
        assertThat(two.low()).isCloseTo(-one.high(), within(1e-12));
        assertThat(two.high()).isCloseTo(-one.low(), within(1e-12));
        assertThat(one.low()).isPositive();
    }

    @Test
    void theIntervalOfTwoSharesHoldsTheTruthAboutNineteenTimesOutOfTwenty() {
        SplittableRandom random = new SplittableRandom(7);
        int held = 0;
        for (int run = 0; run < 2000; run++) {
            int[] cells = new int[4];
            for (int i = 0; i < 50; i++) {
                double u = random.nextDouble();
                cells[u < 0.3 ? 0 : u < 0.5 ? 1 : u < 0.6 ? 2 : 3]++;
            }
            Interval d = Paired.shares(cells[0], cells[1], cells[2], cells[3]).difference();
            held += d.low() <= 0.1 && 0.1 <= d.high() ? 1 : 0;
        }
        assertThat(held / 2000.0).isBetween(0.93, 0.985);
    }

    @Test
    void aMeanOfPairsHasStudentsInterval() {
        // mean 2, sd 1, n 4: half = 3.182446 / 2.
        Paired d = Paired.means(new double[] {1, 3, 1.1835034190722738, 2.816496580927726});
        assertThat(d.difference().estimate()).isCloseTo(2, within(1e-9));
        double sd = Math.sqrt(d.variance());
        assertThat(d.difference().high() - 2).isCloseTo(3.182446305 * sd / 2, within(1e-6));
        assertThat(d.p()).isBetween(0.0, 0.05);
        assertThat(Paired.means(new double[] {0, 0, 0}).p()).isEqualTo(1);
    }

    @Test
    void holmHoldsTheSmallestToAllAndKeepsTheOrder() {
        assertThat(Paired.holm(new double[] {0.04, 0.01, 0.03}))
                .containsExactly(new double[] {0.06, 0.03, 0.06}, within(1e-12));
        assertThat(Paired.holm(new double[] {0.9, 0.8})).containsExactly(1, 1);
    }

    @Test
    void aSmallDifferenceNeedsManyPairs() {
        assertThat(Paired.shares(30, 9, 1, 20).needed()).isBetween(50L, 90L);
        assertThat(Paired.shares(30, 5, 5, 20).needed()).isZero();
    }
}
