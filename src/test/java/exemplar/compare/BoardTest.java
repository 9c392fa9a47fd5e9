package exemplar.compare;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.compare.Judgement.Verdict;
import exemplar.model.Example;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardTest {
    private static final Variant A = new Variant("zero", "m");
    private static final Variant B = new Variant("few", "m");
    private static final Plan PLAN =
            new Plan(
                    List.of(A, B),
                    List.of(
                            Example.of("t-1", Map.of(), "joy"),
                            Example.of("t-2", Map.of(), "joy"),
                            Example.of("t-3", Map.of(), "joy")),
                    1);
    private final Board board = new Board(PLAN);

    @BeforeEach
    void twoItemsAreAnsweredAndOneIsNot() {
        board.queue(Set.of());
        board.ended(trial(A, "t-1", Trial.State.DONE, "joy", Verdict.RIGHT));
        board.ended(trial(B, "t-1", Trial.State.DONE, "anger", Verdict.WRONG));
        board.ended(trial(A, "t-2", Trial.State.DONE, "", Verdict.UNPARSED));
        board.ended(trial(B, "t-2", Trial.State.FAILED, "", Verdict.UNPARSED));
    }

    @Test
    void aStreamingCellShowsWhatHasArrivedUntilItEnds() {
        Cell cell = new Cell(A, "t-3", 0);
        assertThat(board.state(cell)).isEqualTo(new CellState.Queued());
        board.started(cell);
        board.text(cell, "jo");
        long before = board.version();
        board.text(cell, "y");
        assertThat(board.version()).isGreaterThan(before);
        assertThat(board.state(cell)).isEqualTo(new CellState.Streaming("joy"));
        board.ended(trial(A, "t-3", Trial.State.DONE, "joy", Verdict.RIGHT));
        assertThat(board.state(cell)).isInstanceOf(CellState.Ended.class);
        assertThat(board.endedCells()).isEqualTo(5);
    }

    @Test
    void aCellThatMustWaitSaysHowLongUntilTextComes() {
        Cell cell = new Cell(A, "t-3", 0);
        board.started(cell);
        board.waiting(cell, Instant.ofEpochSecond(7), "Too many requests.");
        assertThat(board.state(cell))
                .isEqualTo(new CellState.Waiting(Instant.ofEpochSecond(7), "Too many requests."));
        board.text(cell, "jo");
        assertThat(board.state(cell)).isEqualTo(new CellState.Streaming("jo"));
    }

    @Test
    void stoppingTakesBackOnlyWhatWasNeverSent() {
        board.unqueue();
        assertThat(board.state(A, "t-3")).isEqualTo(new CellState.Empty());
        assertThat(board.trials()).hasSize(4);
    }

    @Test
    void filtersFindTheRowsTheyName() {
        assertThat(rows(new RowFilter.All())).containsExactly("t-1", "t-2", "t-3");
        assertThat(rows(new RowFilter.Disagree())).containsExactly("t-1");
        assertThat(rows(new RowFilter.Wrong(A))).containsExactly("t-2");
        assertThat(rows(new RowFilter.Wrong(B))).containsExactly("t-1");
        assertThat(rows(new RowFilter.Unparsed())).containsExactly("t-2");
        assertThat(rows(new RowFilter.Failed())).containsExactly("t-2");
        assertThat(
                        rows(
                                new RowFilter.Changed(
                                        Map.of(
                                                new Cell(A, "t-1", 0), "joy",
                                                new Cell(B, "t-1", 0), "joy"))))
                .containsExactly("t-1");
    }

    private List<String> rows(RowFilter filter) {
        return PLAN.items().stream().map(Example::id).filter(id -> filter.test(board, id)).toList();
    }

    private static Trial trial(
            Variant variant, String item, Trial.State state, String predicted, Verdict verdict) {
        return ATrial.of(variant, item)
                .ended(state)
                .answered(predicted, verdict, 0)
                .tokens(-1, -1)
                .made();
    }
}
