package exemplar.ui.demonstrations.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReorderTest {
    private static final int[] ALL = {0, 1, 2, 3, 4};

    private static BitSet rows(int... rows) {
        BitSet set = new BitSet();
        for (int row : rows) {
            set.set(row);
        }
        return set;
    }

    private static void assertMove(Optional<Reorder.Move> move, int before, int... landed) {
        assertThat(move).isPresent();
        assertThat(move.orElseThrow().before()).isEqualTo(before);
        assertThat(move.orElseThrow().landed()).containsExactly(landed);
    }

    @Test
    void aRowMovesUpBeforeItsNeighbour() {
        assertMove(Reorder.up(ALL, rows(2)), 1, 1);
        assertThat(Reorder.up(ALL, rows(0))).isEmpty();
    }

    @Test
    void aRowMovesDownAfterItsNeighbour() {
        assertMove(Reorder.down(ALL, rows(2), 5), 4, 3);
        assertThat(Reorder.down(ALL, rows(4), 5)).isEmpty();
    }

    @Test
    void severalRowsMoveTogether() {
        assertMove(Reorder.up(ALL, rows(2, 4)), 1, 1, 2);
        assertMove(Reorder.down(ALL, rows(0, 1), 5), 3, 1, 2);
    }

    @Test
    void scatteredRowsAtTheEdgeGatherThere() {
        assertMove(Reorder.up(ALL, rows(0, 3)), 0, 0, 1);
        assertThat(Reorder.up(ALL, rows(0, 1))).isEmpty();
    }

    @Test
    void inAFilteredTableARowPassesTheNextShownOne() {
        int[] shown = {1, 5, 9};
        assertMove(Reorder.up(shown, rows(9)), 5, 5);
        assertMove(Reorder.down(shown, rows(1), 20), 6, 5);
    }

    @Test
    void aDropIntoAGapPutsTheRowsThere() {
        assertMove(Reorder.drop(ALL, rows(3, 4), 1), 1, 1, 2);
        assertMove(Reorder.drop(ALL, rows(0), 5), 5, 4);
        assertThat(Reorder.drop(ALL, rows(2), 2)).isEmpty();
        assertThat(Reorder.drop(ALL, rows(2), 3)).isEmpty();
    }
}
