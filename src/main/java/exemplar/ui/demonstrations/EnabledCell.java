package exemplar.ui.demonstrations;

import exemplar.model.Example;
import javafx.scene.control.CheckBox;

/// Whether selectors may choose the example.
final class EnabledCell extends ExampleCell {
    private static final class Box extends CheckBox implements CellControl {}

    private final Box box = new Box();

    EnabledCell(Board board, RowActions actions) {
        super(board);
        getStyleClass().add("check-cell");
        box.setFocusTraversable(false);
        box.setAccessibleText(board.words().text("column.enabled"));
        box.setOnAction(event -> actions.enable(meant(), box.isSelected()));
    }

    @Override
    void show(Example example) {
        box.setSelected(example.enabled());
        setGraphic(box);
    }
}
