package exemplar.ui.demonstrations;

import exemplar.model.Example;
import exemplar.model.Task;
import exemplar.ui.control.LabelPill;
import exemplar.ui.control.Lettering;
import exemplar.ui.demonstrations.table.CellText;
import javafx.geometry.Side;
import javafx.scene.control.Label;

/// The gold output: a label's pill, which opens a menu of the labels, or the text where the task
/// has none.
final class GoldCell extends ExampleCell {
    private final RowActions actions;
    private final LabelPill pill = new LabelPill();
    private final Label text = new Label();

    GoldCell(Board board, RowActions actions) {
        super(board);
        this.actions = actions;
        getStyleClass().add("gold-cell");
        text.setWrapText(true);
    }

    @Override
    void show(Example example) {
        Task task = board().study().task();
        if (task.labels().isEmpty()) {
            text.setText(CellText.of(example.gold()));
            Lettering.set(text, text.getText());
            setGraphic(text);
        } else if (example.gold().isEmpty()) {
            text.setText("–");
            setGraphic(text);
        } else {
            pill.show(example.gold(), task.labelIndex(example.gold()));
            setGraphic(pill);
        }
    }

    @Override
    public void startEdit() {
        if (board().study().task().labels().isEmpty() || isEmpty()) {
            return;
        }
        GoldMenu.of(board(), actions).show(this, Side.BOTTOM, 0, 0);
    }
}
