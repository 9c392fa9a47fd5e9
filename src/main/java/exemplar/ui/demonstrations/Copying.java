package exemplar.ui.demonstrations;

import exemplar.study.line.Line;
import exemplar.ui.demonstrations.rows.CopyFormat;

/// The selected rows as text.
final class Copying {
    private final Board board;
    private final RowActions actions;

    Copying(Board board, RowActions actions) {
        this.board = board;
        this.actions = actions;
    }

    String text(CopyFormat format) {
        return format.write(
                actions.selected(), board.study().task(), example -> Line.of(example).toString());
    }
}
