package exemplar.ui.demonstrations;

import exemplar.model.Example;

/// How many characters the input fields have together.
final class LengthCell extends ExampleCell {
    LengthCell(Board board) {
        super(board);
        getStyleClass().add("number-cell");
    }

    @Override
    void show(Example example) {
        int length = 0;
        for (String input : board().study().task().inputs()) {
            String text = example.field(input);
            length += text.codePointCount(0, text.length());
        }
        setText(Integer.toString(length));
    }
}
