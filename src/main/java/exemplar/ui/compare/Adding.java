package exemplar.ui.compare;

import exemplar.compare.Board;
import exemplar.compare.RowFilter;
import exemplar.study.Study;
import exemplar.ui.shell.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Adds the board on screen up, behind the screen; while a run goes on what it has is a moment
/// behind. On the screen's thread.
final class Adding {
    private final Workspace workspace;
    private final ReadOnlyObjectProperty<Optional<Board>> board;
    private final ReadOnlyObjectWrapper<Tally> tally = new ReadOnlyObjectWrapper<>(Tally.NOTHING);
    private boolean busy;

    /// @param board the one on screen; with another nothing is known at first
    Adding(Workspace workspace, ReadOnlyObjectProperty<Optional<Board>> board) {
        this.workspace = workspace;
        this.board = board;
        board.subscribe(b -> tally.set(Tally.NOTHING));
    }

    ReadOnlyObjectProperty<Tally> tally() {
        return tally.getReadOnlyProperty();
    }

    /// Adds up, where there is anything new.
    ///
    /// @param filters how many rows pass each is counted as well
    void look(List<RowFilter> filters) {
        Optional<Board> shown = board.get();
        Optional<Study> open = workspace.study().get();
        if (busy
                || shown.isEmpty()
                || open.isEmpty()
                || shown.get().version() == tally.get().version()) {
            return;
        }
        busy = true;
        Board added = shown.get();
        workspace
                .jobs()
                .compute(
                        r -> Tally.of(added, open.get().task(), filters),
                        sum -> {
                            busy = false;
                            if (board.get().filter(b -> b == added).isPresent()) {
                                tally.set(sum);
                            }
                        },
                        e -> busy = false);
    }
}
