package exemplar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
    /// Bounds printed by `scipy.stats.binomtest(k, n).proportion_ci(method='wilson')`.
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.0, 0.27753279986288926",
        "10, 10, 0.7224672001371109, 1.0",
        "5, 10, 0.236593090512564, 0.7634069094874361",
        "29, 60, 0.36175049539732795, 0.6069218996740751",
        "1, 3, 0.06149194472039626, 0.7923403991979523",
        "412, 1000, 0.38188731127995784, 0.4427861982134999"
    })
    void theBoundsAreThoseOfSciPy(long k, long n, double low, double high) {
        Interval interval = Wilson.interval(k, n);
        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        assertThat(interval.high()).isCloseTo(high, within(1e-12));
    }

    @Test
    void nothingIsKnownWithoutTrials() {
        assertThat(Wilson.interval(0, 0)).isEqualTo(new Interval(Double.NaN, 0, 1));
    }

    @Test
    void moreSuccessesThanTrialsAreRefused() {
        assertThatThrownBy(() -> Wilson.interval(4, 3))
                .hasMessageContaining("4 successes out of 3");
    }
}
