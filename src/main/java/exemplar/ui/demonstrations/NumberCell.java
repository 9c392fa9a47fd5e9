package exemplar.ui.demonstrations;

import exemplar.model.Example;

/// The place of the example in the list, from 1.
final class NumberCell extends ExampleCell {
    NumberCell(Board board) {
        super(board);
        getStyleClass().add("number-cell");
    }

    @Override
    void show(Example example) {
        setText(Integer.toString(position() + 1));
    }
}
