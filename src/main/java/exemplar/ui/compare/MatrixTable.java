package exemplar.ui.compare;

import exemplar.compare.Standing;
import exemplar.compare.Variant;
import exemplar.model.Example;
import exemplar.model.Task;
import exemplar.stats.Interval;
import exemplar.study.Study;
import exemplar.ui.control.Hint;
import exemplar.ui.control.LabelPill;
import exemplar.ui.control.Lettering;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The matrix: items down, variants across.
final class MatrixTable {
    private static final double ROW = 44;
    private static final double TWO_LINES = 38;

    private final CompareViewModel model;
    private final Workspace workspace;
    private final TableView<Example> table = new TableView<>();
    private final MatrixWidths widths = new MatrixWidths(table);
    private final Map<Variant, VariantHeader> headers = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Example>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean differences;

    MatrixTable(CompareViewModel model, Workspace workspace) {
        this.model = model;
        this.workspace = workspace;
        table.setId("compare-matrix");
        table.getStyleClass().add("matrix");
        table.setItems(model.rows());
        table.setFixedCellSize(ROW);
        table.setAccessibleText(Texts.of("pane.compare"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Label nothing = new Label(Texts.of("compare.norows"));
        nothing.getStyleClass().add("muted");
        table.setPlaceholder(nothing);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(item -> {
                    selected.set(Optional.ofNullable(item));
                    if (item != null) {
                        workspace.item().set(item.id());
                    }
                });
    }

    TableView<Example> view() {
        return table;
    }

    ReadOnlyObjectProperty<Optional<Example>> selected() {
        return selected.getReadOnlyProperty();
    }

    private Optional<Task> task() {
        return workspace.study().get().map(Study::task);
    }

    /// Makes the columns of the board on screen.
    void columns() {
        headers.clear();
        table.getColumns().clear();
        widths.clear();
        List<Variant> variants = model.variants();
        table.getColumns().add(widths.fixed(number(), MatrixWidths.NUMBER));
        table.getColumns().add(widths.text(input(), 3));
        table.getColumns()
                .add(
                        model.hasLabels()
                                ? widths.fixed(gold(), goldWidth())
                                : widths.text(gold(), 2));
        for (int i = 0; i < variants.size(); i++) {
            table.getColumns()
                    .add(
                            model.hasLabels()
                                    ? widths.answer(variant(i, variants.get(i)))
                                    : widths.text(variant(i, variants.get(i)), 2));
        }
        widths.spread();
        keepSelected();
    }

    /// An item is looked at as long as there is one.
    void keepSelected() {
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            int known =
                    table.getItems().stream()
                            .map(Example::id)
                            .toList()
                            .indexOf(workspace.item().get());
            table.getSelectionModel().select(Math.max(0, known));
            table.scrollTo(Math.max(0, known - 3));
        }
    }

    private double goldWidth() {
        return task().stream()
                .flatMap(t -> t.labels().stream())
                .mapToDouble(l -> new javafx.scene.text.Text(l.name()).getLayoutBounds().getWidth())
                .max()
                .stream()
                .map(w -> Math.clamp(w * 1.05 + 46, 90, 190))
                .findFirst()
                .orElse(110);
    }

    /// Shows the cells as they are now.
    void refresh() {
        table.refresh();
    }

    /// Shows answers by what differs from gold, or as they are.
    void showDifferences(boolean show) {
        differences = show;
        table.refresh();
    }

    boolean showsDifferences() {
        return differences;
    }

    /// Shows the scores.
    void show(Tally tally) {
        tally.ranking()
                .standings()
                .forEach(s ->
                        Optional.ofNullable(headers.get(s.variant())).ifPresent(h -> h.show(s)));
    }

    static String number(double share) {
        return String.format(Locale.ROOT, "%.2f", share);
    }

    /// An interval such as `.05–.22`, or nothing where nothing is known.
    static String interval(Standing s) {
        Interval i = s.score();
        return s.items() < 2 || Double.isInfinite(i.low())
                ? ""
                : number(i.low()) + "–" + number(i.high());
    }

    private TableColumn<Example, Example> number() {
        TableColumn<Example, Example> column = column("#");
        column.getStyleClass().add("number-column");
        column.setCellFactory(c ->
                new Cell() {
                    @Override
                    void show(Example item) {
                        setText(String.valueOf(model.position(item.id()) + 1));
                        getStyleClass().setAll("table-cell", "number", "faint");
                    }
                });
        return column;
    }

    private TableColumn<Example, Example> input() {
        TableColumn<Example, Example> column =
                column(task().map(t -> String.join(", ", t.inputs())).orElse(""));
        column.setCellFactory(c ->
                new TextCell() {
                    @Override
                    void show(Example item) {
                        words(String.join(" · ", item.fields().values()));
                    }
                });
        return column;
    }

    private TableColumn<Example, Example> gold() {
        TableColumn<Example, Example> column = column(Texts.of("compare.gold"));
        column.setCellFactory(c ->
                new TextCell() {
                    @Override
                    void show(Example item) {
                        int label = task().map(t -> t.labelIndex(item.gold())).orElse(-1);
                        if (label >= 0) {
                            LabelPill pill = new LabelPill(item.gold(), label);
                            Hint.set(pill, item.gold());
                            setGraphic(pill);
                        } else {
                            words(item.gold());
                        }
                    }
                });
        return column;
    }

    private TableColumn<Example, Example> variant(int index, Variant variant) {
        TableColumn<Example, Example> column = column("");
        VariantHeader header = new VariantHeader(CompareViewModel.letter(index), variant);
        headers.put(variant, header);
        column.setGraphic(header);
        column.setCellFactory(
                c -> new AnswerCell(model, variant, workspace.clock(), () -> differences));
        return column;
    }

    private static TableColumn<Example, Example> column(String title) {
        TableColumn<Example, Example> column = new TableColumn<>(title);
        column.setCellValueFactory(
                f -> new javafx.beans.property.SimpleObjectProperty<>(f.getValue()));
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /// A cell that shows something of an item.
    abstract static class Cell extends TableCell<Example, Example> {
        abstract void show(Example item);

        @Override
        protected void updateItem(Example item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(null);
            if (!empty && item != null) {
                show(item);
            }
        }
    }

    /// A cell of two lines of text; the mouse shows all of it.
    private abstract static class TextCell extends Cell {
        private final Label text = new Label();

        TextCell() {
            text.setWrapText(true);
            text.setMaxHeight(TWO_LINES);
        }

        void words(String words) {
            String flat = words.strip().replaceAll("\\s+", " ");
            text.setText(flat);
            Lettering.set(text, flat);
            Hint.set(this, words);
            setGraphic((Node) text);
        }
    }
}
