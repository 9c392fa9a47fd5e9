package exemplar.ui.demonstrations;

import exemplar.model.Example;
import exemplar.study.line.Line;
import java.util.BitSet;
import javafx.scene.control.TableCell;

/// A cell that shows something of an example. Cells are reused: whatever is shown once has to be
/// taken back by the next.
abstract class ExampleCell extends TableCell<Line, Line> {
    private final Board board;

    ExampleCell(Board board) {
        this.board = board;
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        if (empty || line == null) {
            setGraphic(null);
            clear();
        } else {
            show(line.example());
        }
    }

    abstract void show(Example example);

    /// The cell shows nothing now.
    void clear() {}

    final Board board() {
        return board;
    }

    /// The position of the example in the list.
    final int position() {
        return ((ExampleTable) getTableView()).rows().position(getIndex());
    }

    /// What an action on this cell is about: the selected rows where it is one of them, else its
    /// row.
    final BitSet meant() {
        int position = position();
        BitSet picked = board.pickedProperty().get().rows();
        if (picked.get(position)) {
            return picked;
        }
        BitSet one = new BitSet();
        one.set(position);
        return one;
    }
}
