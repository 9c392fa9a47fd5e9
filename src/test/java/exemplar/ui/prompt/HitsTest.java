package exemplar.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HitsTest {

    @Test
    void wordsAreFoundCapitalOrSmallAndNeverWithinOneAnother() {
        Hits hits = Hits.of("Aa aAa", "aa");
        assertThat(hits.starts()).containsExactly(0, 3);
        assertThat(hits.marked(1)).isEqualTo(new Marked(3, 5));
    }

    @Test
    void theNextHitIsTheOneAtThePlaceOrBehindItAndAfterTheLastTheFirst() {
        Hits hits = Hits.of("ab ab ab", "AB");
        assertThat(hits.from(0)).isEqualTo(0);
        assertThat(hits.from(1)).isEqualTo(1);
        assertThat(hits.from(3)).isEqualTo(1);
        assertThat(hits.from(7)).isEqualTo(0);
    }

    @Test
    void lettersOfAnotherLengthWhenSmallMoveNoHit() {
        // The capital I with a dot is two characters when small.
        assertThat(Hits.of("\u0130\u0130 joy", "joy").starts()).containsExactly(3);
        assertThat(Hits.of("joy", "").count()).isZero();
    }

    @Test
    void manyHitsAreAllFound() {
        assertThat(Hits.of("e ".repeat(1000), "e").count()).isEqualTo(1000);
    }
}
