package exemplar.ui.demonstrations;

import exemplar.model.Example;
import exemplar.study.line.Line;
import exemplar.ui.demonstrations.table.RowSelection;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

/// A row on the screen: selected by the mouse, dragged to another place, faint when its example is
/// off.
final class ExampleRow extends TableRow<Line> {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("drop-below");

    /// What a drag of rows carries, so that no other drag is taken for one.
    static final String DRAG = "exemplar-rows";

    private final ExampleTable table;
    private final Board board;
    private final RowActions actions;
    private boolean settleOnRelease;

    ExampleRow(ExampleTable table, Board board, RowActions actions) {
        this.table = table;
        this.board = board;
        this.actions = actions;
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
        setOnDragDetected(this::dragged);
        setOnDragOver(this::over);
        setOnDragExited(event -> unmark());
        setOnDragDropped(this::dropped);
    }

    private void pressed(MouseEvent event) {
        if (isEmpty() || isControl(event)) {
            return;
        }
        RowSelection selection = table.selection();
        settleOnRelease = false;
        if (event.isShiftDown()) {
            selection.extendTo(getIndex());
        } else if (event.isShortcutDown()) {
            selection.toggle(getIndex());
        } else if (!selection.isSelected(getIndex())) {
            selection.clearAndSelect(getIndex());
        } else if (event.getButton() == MouseButton.PRIMARY) {
            settleOnRelease = true;
        }
        if (!event.isShiftDown() && !event.isShortcutDown() && event.getClickCount() == 2) {
            return;
        }
        table.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1) {
            event.consume();
        }
    }

    private boolean isControl(MouseEvent event) {
        Node node = event.getTarget() instanceof Node target ? target : this;
        while (node != null && node != this) {
            if (node instanceof CellControl || node instanceof TextInputControl) {
                return true;
            }
            node = node.getParent();
        }
        return false;
    }

    private void released(MouseEvent event) {
        if (settleOnRelease && event.isStillSincePress()) {
            table.selection().clearAndSelect(getIndex());
        }
        settleOnRelease = false;
    }

    private void dragged(MouseEvent event) {
        if (isEmpty() || !table.selection().isSelected(getIndex())) {
            return;
        }
        Dragboard drag = startDragAndDrop(TransferMode.MOVE);
        ClipboardContent content = new ClipboardContent();
        content.putString(DRAG);
        drag.setContent(content);
        event.consume();
    }

    private void over(DragEvent event) {
        if (isRows(event)) {
            event.acceptTransferModes(TransferMode.MOVE);
            boolean below = !isEmpty() && event.getY() > getHeight() / 2;
            mark(!below, below);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (isRows(event)) {
            int gap = isEmpty() ? table.rows().size() : getIndex();
            actions.drop(!isEmpty() && event.getY() > getHeight() / 2 ? gap + 1 : gap);
            event.setDropCompleted(true);
            event.consume();
        }
        unmark();
    }

    /// Whether rows of this table are dragged.
    static boolean isRows(DragEvent event) {
        return event.getGestureSource() instanceof ExampleRow
                && DRAG.equals(event.getDragboard().getString());
    }

    /// Nothing would be dropped here.
    void unmark() {
        mark(false, false);
    }

    private void mark(boolean above, boolean below) {
        pseudoClassStateChanged(ABOVE, above);
        pseudoClassStateChanged(BELOW, below);
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        boolean off = !empty && line != null && !line.enabled();
        pseudoClassStateChanged(OFF, off);
        setAccessibleText(empty || line == null ? "" : spoken(line.example()));
    }

    private String spoken(Example example) {
        Wording words = board.words();
        StringBuilder text = new StringBuilder();
        text.append(words.text("cell.row", table.rows().position(getIndex()) + 1)).append(", ");
        board.study().task().inputs().forEach(in -> text.append(example.field(in)).append(", "));
        text.append(example.gold().isEmpty() ? words.text("cell.nogold") : example.gold());
        text.append(", ").append(words.text(example.enabled() ? "cell.on" : "cell.off"));
        if (example.pinned()) {
            text.append(", ").append(words.text("cell.pinned"));
        }
        return text.toString();
    }

    /// Reads the flags again.
    void readFlags() {
        lookupAll(".flags-cell")
                .forEach(node -> {
                    if (node instanceof FlagsCell cell) {
                        cell.readAgain();
                    }
                });
    }
}
