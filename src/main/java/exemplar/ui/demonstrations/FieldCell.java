package exemplar.ui.demonstrations;

import exemplar.model.Example;
import exemplar.ui.control.Lettering;
import exemplar.ui.demonstrations.rows.Directions;
import exemplar.ui.demonstrations.table.CellText;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The text of an input field, two lines of it; edited in place as one step. Enter ends an edit,
/// Shift+Enter makes a new line, Escape gives it up.
final class FieldCell extends ExampleCell {
    private final String field;
    private final RowActions actions;
    private final Label label = new Label();

    FieldCell(Board board, RowActions actions, String field) {
        super(board);
        this.field = field;
        this.actions = actions;
        getStyleClass().add("field-cell");
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMaxHeight(Double.MAX_VALUE);
    }

    @Override
    void show(Example example) {
        String text = CellText.of(example.field(field));
        label.setText(text);
        Lettering.set(label, text, Directions.of(example, field));
        setGraphic(label);
    }

    @Override
    public void startEdit() {
        super.startEdit();
        if (!isEditing() || getItem() == null) {
            return;
        }
        String id = getItem().id();
        String before = getItem().example().field(field);
        TextArea area = new TextArea(before);
        area.getStyleClass().add("cell-editor");
        area.setWrapText(true);
        Lettering.set(area, before, Directions.of(getItem().example(), field));
        area.textProperty().subscribe(now -> Lettering.font(area, now));
        area.setAccessibleText(field);
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ENTER && key.isShiftDown()) {
                        area.replaceSelection("\n");
                        key.consume();
                    } else if (key.getCode() == KeyCode.ENTER) {
                        key.consume();
                        commit(id, area.getText());
                    } else if (key.getCode() == KeyCode.ESCAPE) {
                        key.consume();
                        cancelEdit();
                        getTableView().requestFocus();
                    }
                });
        area.focusedProperty()
                .addListener((observed, was, focused) -> {
                    if (was && !focused && isEditing()) {
                        commit(id, area.getText());
                    }
                });
        setGraphic(area);
        area.requestFocus();
        area.selectAll();
    }

    private void commit(String id, String text) {
        cancelEdit();
        getTableView().requestFocus();
        actions.field(id, field, text);
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        setGraphic(label);
        if (getItem() != null) {
            show(getItem().example());
        }
    }
}
