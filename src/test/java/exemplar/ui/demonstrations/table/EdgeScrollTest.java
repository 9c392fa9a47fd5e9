package exemplar.ui.demonstrations.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EdgeScrollTest {
    @Test
    void nothingScrollsAwayFromTheEdges() {
        assertThat(EdgeScroll.speed(500, 100, 900)).isZero();
        assertThat(EdgeScroll.speed(136, 100, 900)).isZero();
        assertThat(EdgeScroll.speed(864, 100, 900)).isZero();
    }

    @Test
    void itGoesUpAtTheUpperEdgeAndDownAtTheLowerTheFasterTheNearer() {
        double far = EdgeScroll.speed(130, 100, 900);
        double near = EdgeScroll.speed(105, 100, 900);
        assertThat(far).isNegative();
        assertThat(near).isLessThan(far);
        assertThat(EdgeScroll.speed(870, 100, 900)).isPositive();
        assertThat(EdgeScroll.speed(895, 100, 900)).isEqualTo(-near);
    }

    @Test
    void beyondTheEdgeItIsNoFasterThanAtIt() {
        assertThat(EdgeScroll.speed(20, 100, 900)).isEqualTo(EdgeScroll.speed(100, 100, 900));
        assertThat(EdgeScroll.speed(999, 100, 900)).isEqualTo(EdgeScroll.speed(900, 100, 900));
    }
}
