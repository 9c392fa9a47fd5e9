package exemplar.ui.demonstrations;

import exemplar.model.Example;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Whether the example is part of every prompt; the pin of one that is not shows under the mouse.
final class PinnedCell extends ExampleCell {
    private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");

    private static final class Pin extends Button implements CellControl {
        Pin() {
            super("", new FontIcon(Feather.BOOKMARK));
        }
    }

    private final Pin pin = new Pin();
    private boolean pinned;

    PinnedCell(Board board, RowActions actions) {
        super(board);
        getStyleClass().add("pin-cell");
        pin.getStyleClass().setAll("pin");
        pin.setFocusTraversable(false);
        pin.setAccessibleText(board.words().text("column.pinned"));
        pin.setOnAction(event -> actions.pin(meant(), !pinned));
    }

    @Override
    void show(Example example) {
        pinned = example.pinned();
        pin.pseudoClassStateChanged(PINNED, pinned);
        setGraphic(pin);
    }
}
