package exemplar.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitsTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private final Waits waits = new Waits();

    private static Cell cell(String item) {
        return new Cell(new Variant("few", "far"), item, 0);
    }

    @Test
    void theReasonIsThatOfTheCellAskedAgainFirst() {
        waits.waiting(cell("a"), NOON.plusSeconds(9), "busy");
        waits.waiting(cell("b"), NOON.plusSeconds(4), "too many requests");
        assertThat(waits.at(NOON))
                .contains(new Waits.Waiting(2, NOON.plusSeconds(4), "too many requests"));
    }

    @Test
    void whatIsAskedAgainWaitsNoMore() {
        waits.waiting(cell("a"), NOON.plusSeconds(9), "busy");
        waits.waiting(cell("b"), NOON.plusSeconds(4), "too many requests");
        assertThat(waits.at(NOON.plusSeconds(4)))
                .contains(new Waits.Waiting(1, NOON.plusSeconds(9), "busy"));
        waits.text(cell("a"), "joy");
        assertThat(waits.at(NOON)).map(Waits.Waiting::cells).contains(1);
        waits.started(cell("b"));
        assertThat(waits.at(NOON)).isEmpty();
    }
}
