package exemplar.ui.demonstrations;

import exemplar.study.Examples;
import exemplar.study.Study;
import exemplar.study.line.Line;
import exemplar.ui.demonstrations.rows.Column;
import exemplar.ui.demonstrations.rows.Picked;
import exemplar.ui.demonstrations.rows.RowSort;
import exemplar.ui.demonstrations.rows.Shown;
import exemplar.ui.demonstrations.table.EdgeScroll;
import exemplar.ui.demonstrations.table.RowList;
import exemplar.ui.demonstrations.table.RowSelection;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.WeakHashMap;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.DragEvent;

/// The table of one side. Rows are 44 pixels high whatever stands in them, so that a million of
/// them scroll like ten.
final class ExampleTable extends TableView<Line> {
    /// Height of a row where text has its normal size of 13 pixels.
    private static final double ROW_HEIGHT = 44;

    private static final double NORMAL = 13;

    private final Board board;
    private final RowList rows = new RowList();
    private final RowSelection selection;
    private final WeakHashMap<TableRow<Line>, Boolean> live = new WeakHashMap<>();
    private final ColumnSet columns;
    private final Label ruler = new Label();
    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(1);
    private final EdgeScroll edges =
            new EdgeScroll(by -> flow().ifPresent(flow -> carryOn(flow, by)));
    private Optional<Examples> examples = Optional.empty();
    private boolean adopting;

    ExampleTable(Board board, RowActions actions, DetailViewModel detail, Remembered remembered) {
        this.board = board;
        setId("examples");
        getStyleClass().add("example-table");
        // Text of any size keeps its two lines.
        ruler.setManaged(false);
        ruler.setVisible(false);
        getChildren().add(ruler);
        setAccessibleText(board.words().text("title"));
        selection = new RowSelection(this);
        setSelectionModel(selection);
        setItems(rows);
        setEditable(true);
        setTableMenuButtonVisible(false);
        setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        columns = new ColumnSet(this, board, actions, remembered);
        ruler.fontProperty().subscribe(font -> scale(font.getSize() / NORMAL));
        setSortPolicy(table -> sort(table.getSortOrder()));
        setRowFactory(table -> {
            ExampleRow row = new ExampleRow(this, board, actions);
            live.put(row, true);
            return row;
        });
        new TableKeys(this, actions, detail).install();
        selection.onChange(this::picked);
        addEventFilter(DragEvent.DRAG_OVER, this::held);
        addEventFilter(DragEvent.DRAG_DROPPED, event -> edges.let());
        addEventHandler(DragEvent.DRAG_EXITED, event -> edges.let());
    }

    /// Rows held at an edge are carried on beyond it.
    private void held(DragEvent event) {
        if (ExampleRow.isRows(event)) {
            flow().ifPresent(flow -> {
                double top = flow.localToScene(0, 0).getY();
                edges.held(event.getSceneY(), top, top + flow.getHeight());
            });
        }
    }

    /// Size of the text as a multiple of the normal.
    ReadOnlyDoubleProperty scale() {
        return scale.getReadOnlyProperty();
    }

    private void scale(double size) {
        scale.set(size);
        setFixedCellSize(Math.rint(ROW_HEIGHT * size));
        columns.scale(size);
    }

    private void carryOn(VirtualFlow<?> flow, double by) {
        flow.scrollPixels(by);
        for (TableRow<Line> row : live.keySet()) {
            if (row instanceof ExampleRow example) {
                example.unmark();
            }
        }
    }

    /// Begins to follow the board.
    void attach() {
        show(board.shownProperty().get());
        pick(board.pickedProperty().get());
    }

    /// The columns of the task.
    void use(Study study) {
        columns.use(study.task());
    }

    ColumnSet columns() {
        return columns;
    }

    /// Shows these rows.
    void show(Shown shown) {
        // After an edit the board says what is selected now; until then nothing is to be scrolled
        // to.
        boolean edited = examples.filter(before -> before != shown.examples()).isPresent();
        examples = Optional.of(shown.examples());
        adopting = true;
        try {
            boolean moved = rows.show(shown.examples(), shown.rows());
            if (moved) {
                refresh();
            } else {
                readAgain();
            }
        } finally {
            adopting = false;
        }
        pick(board.pickedProperty().get(), !edited);
    }

    /// Reads what is on the screen again; rows whose line is the same object are left alone.
    private void readAgain() {
        List<TableRow<Line>> onScreen = new ArrayList<>(live.keySet());
        for (TableRow<Line> row : onScreen) {
            if (row.getIndex() >= 0 && row.getIndex() < rows.size()) {
                row.updateIndex(row.getIndex());
            }
        }
    }

    /// Findings have changed: flags on the screen are read again.
    void readFlags() {
        for (TableRow<Line> row : new ArrayList<>(live.keySet())) {
            if (row instanceof ExampleRow example) {
                example.readFlags();
            }
        }
    }

    /// More tokens are known: those on the screen are read again.
    void readTokens() {
        for (TableRow<Line> row : new ArrayList<>(live.keySet())) {
            row.lookupAll(".tokens-cell")
                    .forEach(node -> {
                        if (node instanceof TokensCell cell) {
                            cell.readAgain();
                        }
                    });
        }
    }

    /// Selects these examples and shows the first of them.
    void pick(Picked picked) {
        pick(picked, true);
    }

    private void pick(Picked picked, boolean revealing) {
        if (adopting) {
            return;
        }
        adopting = true;
        try {
            BitSet selected = new BitSet();
            int lead = -1;
            if (picked.count() > 1) {
                for (int row = 0; row < rows.size(); row++) {
                    if (picked.rows().get(rows.position(row))) {
                        selected.set(row);
                    }
                }
                lead = rows.rowOf(picked.lead());
            } else if (!picked.isEmpty()) {
                lead = rows.rowOf(picked.lead());
                if (lead >= 0) {
                    selected.set(lead);
                }
            }
            if (lead < 0) {
                lead = selected.nextSetBit(0);
            }
            selection.adopt(selected, lead);
            if (revealing) {
                reveal(lead);
            }
        } finally {
            adopting = false;
        }
    }

    private void picked() {
        if (adopting) {
            return;
        }
        BitSet positions = new BitSet();
        selection.rows().stream().forEach(row -> positions.set(rows.position(row)));
        int lead = selection.getSelectedIndex();
        adopting = true;
        try {
            board.pick(
                    positions.isEmpty() || lead < 0
                            ? Picked.NOTHING
                            : new Picked(positions, rows.position(lead)));
        } finally {
            adopting = false;
        }
        reveal(lead);
    }

    /// Scrolls as little as needed to show the selection.
    void showPicked() {
        reveal(selection.getSelectedIndex());
    }

    /// Scrolls as little as needed to show a row.
    void reveal(int row) {
        if (row < 0 || row >= rows.size()) {
            return;
        }
        flow().ifPresent(flow -> {
            if (flow.getCellCount() != rows.size()) {
                // It hears of more rows when it is laid out, and would go no further than before.
                layout();
            }
            var first = flow.getFirstVisibleCell();
            var last = flow.getLastVisibleCell();
            if (first == null || last == null) {
                scrollTo(row);
            } else if (row <= first.getIndex() || row >= last.getIndex()) {
                flow.scrollTo(row);
                int shift = (int) (getHeight() / getFixedCellSize()) - 3;
                if (row >= last.getIndex() && row > shift) {
                    flow.scrollTo(row - shift);
                }
            }
        });
    }

    /// Edits the text beside that of a column, in the row above or below at the ends of a row.
    ///
    /// @param id the example whose text was edited
    void editBeside(String id, TableColumn<Line, ?> column, int by) {
        List<TableColumn<Line, ?>> texts = columns.written();
        int row = rows.rowOf(board.examples().indexOfId(id));
        int at = texts.indexOf(column) + by;
        int to = row + Math.floorDiv(at, texts.size());
        if (row < 0 || to < 0 || to >= rows.size()) {
            return;
        }
        selection.clearAndSelect(to);
        layout();
        edit(to, texts.get(Math.floorMod(at, texts.size())));
    }

    /// How many whole rows fit.
    int page() {
        return Math.max(1, (int) (getHeight() / getFixedCellSize()) - 2);
    }

    private Optional<VirtualFlow<?>> flow() {
        for (Node node : lookupAll(".virtual-flow")) {
            if (node instanceof VirtualFlow<?> flow) {
                return Optional.of(flow);
            }
        }
        return Optional.empty();
    }

    RowList rows() {
        return rows;
    }

    RowSelection selection() {
        return selection;
    }

    private boolean sort(List<TableColumn<Line, ?>> order) {
        Optional<RowSort> by = Optional.empty();
        if (!order.isEmpty() && order.getFirst().getUserData() instanceof Column column) {
            boolean descending = order.getFirst().getSortType() == TableColumn.SortType.DESCENDING;
            by = Optional.of(new RowSort(column, descending));
        }
        if (!by.equals(board.sortProperty().get())) {
            board.sort(by);
        }
        return true;
    }
}
