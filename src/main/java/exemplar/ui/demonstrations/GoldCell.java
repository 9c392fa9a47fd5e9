package exemplar.ui.demonstrations;

import exemplar.model.Example;
import exemplar.model.Task;
import exemplar.ui.control.LabelPill;
import javafx.geometry.Side;
import javafx.scene.control.Label;

/// The gold output of a task with labels: a pill, which opens a menu of the labels.
final class GoldCell extends ExampleCell {
    private final RowActions actions;
    private final LabelPill pill = new LabelPill();
    private final Label none = new Label("–");

    GoldCell(Board board, RowActions actions) {
        super(board);
        this.actions = actions;
        getStyleClass().add("gold-cell");
    }

    @Override
    void show(Example example) {
        Task task = board().study().task();
        if (example.gold().isEmpty()) {
            setGraphic(none);
        } else {
            pill.show(example.gold(), task.labelIndex(example.gold()));
            setGraphic(pill);
        }
    }

    @Override
    public void startEdit() {
        if (!isEmpty()) {
            GoldMenu.of(board(), actions).show(this, Side.BOTTOM, 0, 0);
        }
    }
}
