package exemplar.ui.demonstrations;

import exemplar.model.Label;
import exemplar.ui.demonstrations.rows.Column;
import exemplar.ui.demonstrations.table.RowSelection;
import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of the table. They come before the toolkit's own, which know nothing of a selection of
/// a million rows.
final class TableKeys {
    private final ExampleTable table;
    private final RowActions actions;
    private final DetailViewModel detail;

    TableKeys(ExampleTable table, RowActions actions, DetailViewModel detail) {
        this.table = table;
        this.actions = actions;
        this.detail = detail;
    }

    void install() {
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent key) {
        if (key.getTarget() instanceof TextInputControl) {
            return;
        }
        boolean done =
                key.isAltDown() ? alt(key) : key.isShortcutDown() ? shortcut(key) : plain(key);
        if (done) {
            key.consume();
        }
    }

    private boolean alt(KeyEvent key) {
        switch (key.getCode()) {
            case UP -> actions.up();
            case DOWN -> actions.down();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean shortcut(KeyEvent key) {
        switch (key.getCode()) {
            case A -> table.selection().selectAll();
            case D -> actions.duplicate();
            case HOME -> go(0, key.isShiftDown());
            case END -> go(table.rows().size() - 1, key.isShiftDown());
            case UP -> go(lead() - 1, key.isShiftDown());
            case DOWN -> go(lead() + 1, key.isShiftDown());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent key) {
        switch (key.getCode()) {
            case UP -> go(lead() - 1, key.isShiftDown());
            case DOWN -> go(lead() + 1, key.isShiftDown());
            case PAGE_UP -> go(lead() - table.page(), key.isShiftDown());
            case PAGE_DOWN -> go(lead() + table.page(), key.isShiftDown());
            case HOME -> go(0, key.isShiftDown());
            case END -> go(table.rows().size() - 1, key.isShiftDown());
            case SPACE -> actions.toggleEnabled();
            case P -> actions.togglePinned();
            case DELETE -> actions.delete();
            case INSERT -> actions.add();
            case F2 -> edit();
            case G -> chooseGold();
            default -> {
                return digit(key.getCode());
            }
        }
        return true;
    }

    private boolean digit(KeyCode code) {
        List<Label> labels = table.columns().labels();
        int index =
                code.isDigitKey() ? code.getName().charAt(code.getName().length() - 1) - '1' : -1;
        if (index < 0 || index >= labels.size() || detail.example().isEmpty()) {
            return false;
        }
        actions.gold(labels.get(index).name());
        return true;
    }

    private void edit() {
        table.columns().written().stream()
                .findFirst()
                .ifPresent(column -> table.edit(lead(), column));
    }

    /// The labels to choose from, or the gold output to write where the task has none.
    private void chooseGold() {
        table.getColumns().stream()
                .filter(column -> column.getUserData() == Column.Fixed.GOLD && column.isVisible())
                .findFirst()
                .ifPresent(column -> table.edit(lead(), column));
    }

    private int lead() {
        return table.selection().getSelectedIndex();
    }

    private void go(int wanted, boolean extend) {
        int size = table.rows().size();
        if (size == 0) {
            return;
        }
        int row = Math.clamp(wanted, 0, size - 1);
        RowSelection selection = table.selection();
        if (extend) {
            selection.extendTo(row);
        } else {
            selection.clearAndSelect(row);
        }
    }
}
