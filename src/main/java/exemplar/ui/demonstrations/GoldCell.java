package exemplar.ui.demonstrations;

import exemplar.model.Example;
import exemplar.model.Task;
import exemplar.ui.control.LabelPill;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The gold output of a task with labels: a pill, which opens a menu of the labels.
final class GoldCell extends ExampleCell {
    private final RowActions actions;
    private final LabelPill pill = new LabelPill();

    /// Lets a long label be cut where the column is narrow.
    private final HBox box = new HBox(pill);

    private final Label none = new Label("–");

    GoldCell(Board board, RowActions actions) {
        super(board);
        this.actions = actions;
        getStyleClass().add("gold-cell");
        pill.setMinWidth(0);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
    }

    @Override
    void show(Example example) {
        Task task = board().study().task();
        if (example.gold().isEmpty()) {
            setGraphic(none);
        } else {
            pill.show(example.gold(), task.labelIndex(example.gold()));
            setGraphic(box);
        }
    }

    /// The edit of the table ends where the menu begins: a table that goes on editing asks again
    /// with every change of the row.
    @Override
    public void startEdit() {
        getTableView().edit(-1, null);
        if (!isEmpty()) {
            GoldMenu.of(board(), actions).show(this, Side.BOTTOM, 0, 0);
        }
    }
}
