package exemplar.ui.demonstrations.table;

import exemplar.study.line.Line;
import java.util.BitSet;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;

/// Which rows of the table are selected: one bit a row, where the toolkit's own model keeps an
/// object for each and takes seconds to select a million. There is always a lead (the row whose
/// detail is shown) while anything is selected, and an anchor from which Shift extends.
@SuppressWarnings("rawtypes")
public final class RowSelection extends TableView.TableViewSelectionModel<Line> {
    private final BitSet selected = new BitSet();
    private final BitList indices = new BitList(selected);
    private final ObservableList<TablePosition> cells = FXCollections.observableArrayList();
    private final ObservableList<Line> items;
    private int anchor = -1;
    private Runnable listener = () -> {};

    public RowSelection(TableView<Line> table) {
        super(table);
        setSelectionMode(SelectionMode.MULTIPLE);
        ObservableList<Line> none = FXCollections.observableArrayList();
        this.items = FXCollections.unmodifiableObservableList(none);
    }

    /// Called after every change made here.
    public void onChange(Runnable listener) {
        this.listener = listener;
    }

    /// The selected rows of the table; a copy.
    public BitSet rows() {
        return (BitSet) selected.clone();
    }

    /// Selects these rows without telling the listener: the selection was decided elsewhere.
    public void adopt(BitSet rows, int lead) {
        selected.clear();
        selected.or(rows);
        anchor = lead;
        settle(lead);
    }

    /// Extends from the anchor to a row, dropping what was selected outside.
    public void extendTo(int row) {
        int from = anchor < 0 ? row : Math.min(anchor, getItemCount() - 1);
        selected.clear();
        selected.set(Math.min(from, row), Math.max(from, row) + 1);
        settle(row);
        listener.run();
    }

    /// Adds or takes away one row.
    public void toggle(int row) {
        selected.flip(row);
        anchor = row;
        settle(selected.get(row) ? row : selected.nextSetBit(0));
        listener.run();
    }

    private void settle(int lead) {
        setSelectedIndex(lead);
        setSelectedItem(lead < 0 || lead >= getItemCount() ? null : getModelItem(lead));
        indices.changed();
        if (lead >= 0) {
            focus(lead);
        }
    }

    @Override
    public ObservableList<Integer> getSelectedIndices() {
        return indices;
    }

    @Override
    public ObservableList<Line> getSelectedItems() {
        return items;
    }

    @Override
    public ObservableList<TablePosition> getSelectedCells() {
        return cells;
    }

    @Override
    public boolean isSelected(int row) {
        return row >= 0 && selected.get(row);
    }

    @Override
    public boolean isSelected(int row, TableColumn<Line, ?> column) {
        return isSelected(row);
    }

    @Override
    public boolean isSelected(int row, TableColumnBase<Line, ?> column) {
        return isSelected(row);
    }

    @Override
    public boolean isEmpty() {
        return selected.isEmpty();
    }

    @Override
    public void select(int row) {
        if (row >= 0 && row < getItemCount()) {
            selected.set(row);
            anchor = row;
            settle(row);
            listener.run();
        }
    }

    @Override
    public void select(Line line) {
        int row = getTableModel().indexOf(line);
        if (row >= 0) {
            select(row);
        }
    }

    @Override
    public void clearAndSelect(int row) {
        if (row >= 0 && row < getItemCount()) {
            selected.clear();
            select(row);
        }
    }

    @Override
    public void selectIndices(int row, int... rows) {
        selected.set(row);
        for (int other : rows) {
            selected.set(other);
        }
        settle(row);
        listener.run();
    }

    @Override
    public void selectRange(int start, int end) {
        selected.set(Math.min(start, end + 1), Math.max(start + 1, end));
        settle(start);
        listener.run();
    }

    @Override
    public void selectAll() {
        if (getItemCount() > 0) {
            selected.set(0, getItemCount());
            settle(Math.max(0, getSelectedIndex()));
            listener.run();
        }
    }

    @Override
    public void selectFirst() {
        clearAndSelect(0);
    }

    @Override
    public void selectLast() {
        clearAndSelect(getItemCount() - 1);
    }

    @Override
    public void clearSelection() {
        selected.clear();
        settle(-1);
        listener.run();
    }

    @Override
    public void clearSelection(int row) {
        selected.clear(row);
        settle(selected.nextSetBit(0));
        listener.run();
    }

    @Override
    public void select(int row, TableColumn<Line, ?> column) {
        select(row);
    }

    @Override
    public void select(int row, TableColumnBase<Line, ?> column) {
        select(row);
    }

    @Override
    public void clearAndSelect(int row, TableColumn<Line, ?> column) {
        clearAndSelect(row);
    }

    @Override
    public void clearAndSelect(int row, TableColumnBase<Line, ?> column) {
        clearAndSelect(row);
    }

    @Override
    public void clearSelection(int row, TableColumn<Line, ?> column) {
        clearSelection(row);
    }

    @Override
    public void clearSelection(int row, TableColumnBase<Line, ?> column) {
        clearSelection(row);
    }

    @Override
    public void selectLeftCell() {
        // Whole rows are selected.
    }

    @Override
    public void selectRightCell() {
        // Whole rows are selected.
    }

    @Override
    public void selectAboveCell() {
        selectPrevious();
    }

    @Override
    public void selectBelowCell() {
        selectNext();
    }

    @Override
    public void selectPrevious() {
        clearAndSelect(Math.max(0, getSelectedIndex() - 1));
    }

    @Override
    public void selectNext() {
        clearAndSelect(Math.min(getItemCount() - 1, getSelectedIndex() + 1));
    }
}
