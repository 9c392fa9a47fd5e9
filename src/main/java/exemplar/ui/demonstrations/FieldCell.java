package exemplar.ui.demonstrations;

import exemplar.model.Example;
import exemplar.study.line.Line;
import exemplar.ui.control.Lettering;
import exemplar.ui.demonstrations.table.CellText;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A text of an example, two lines of it; edited in place as one step. Enter ends an edit, Tab ends
/// it and begins the next, Shift+Enter makes a new line, Escape gives it up.
final class FieldCell extends ExampleCell {
    private final WrittenText text;
    private final RowActions actions;
    private final Label label = new Label();

    FieldCell(Board board, RowActions actions, WrittenText text) {
        super(board);
        this.text = text;
        this.actions = actions;
        getStyleClass().add("field-cell");
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMaxHeight(Double.MAX_VALUE);
    }

    @Override
    void show(Example example) {
        String shown = CellText.of(text.of(example));
        label.setText(shown);
        Lettering.set(label, shown, text.direction(example));
        setGraphic(label);
    }

    @Override
    public void startEdit() {
        super.startEdit();
        if (!isEditing() || getItem() == null) {
            return;
        }
        String id = getItem().id();
        String before = text.of(getItem().example());
        TextArea area = new TextArea(before);
        area.getStyleClass().add("cell-editor");
        area.setWrapText(true);
        Lettering.set(area, before, text.direction(getItem().example()));
        area.textProperty().subscribe(now -> Lettering.font(area, now));
        area.setAccessibleText(text.name(board().words()));
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ENTER && key.isShiftDown()) {
                        area.replaceSelection("\n");
                        key.consume();
                    } else if (key.getCode() == KeyCode.ENTER) {
                        key.consume();
                        commit(id, area.getText());
                    } else if (key.getCode() == KeyCode.TAB && !key.isShortcutDown()) {
                        key.consume();
                        commitAndGoOn(id, area.getText(), key.isShiftDown() ? -1 : 1);
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

    private void commit(String id, String written) {
        cancelEdit();
        getTableView().requestFocus();
        actions.write(id, text, written);
    }

    private void commitAndGoOn(String id, String written, int by) {
        TableColumn<Line, ?> column = getTableColumn();
        commit(id, written);
        if (getTableView() instanceof ExampleTable table) {
            table.editBeside(id, column, by);
        }
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
