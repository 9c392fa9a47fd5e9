package exemplar.ui.compare;

import exemplar.compare.Summary;
import exemplar.compare.Variant;
import exemplar.model.Example;
import exemplar.model.Task;
import exemplar.study.Study;
import exemplar.text.Direction;
import exemplar.ui.control.LabelPill;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Workspace;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The matrix: items down, variants across.
final class MatrixTable {
    private static final double ROW = 44;

    private final CompareViewModel model;
    private final Workspace workspace;
    private final TableView<Example> table = new TableView<>();
    private final Map<Variant, Label> scores = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Example>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    MatrixTable(CompareViewModel model, Workspace workspace) {
        this.model = model;
        this.workspace = workspace;
        table.setId("compare-matrix");
        table.getStyleClass().add("matrix");
        table.setItems(model.rows());
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
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
        scores.clear();
        table.getColumns().clear();
        table.getColumns().add(number());
        table.getColumns().add(input());
        table.getColumns().add(gold());
        var variants =
                model.board().get().map(b -> b.plan().variants()).orElse(java.util.List.of());
        for (int i = 0; i < variants.size(); i++) {
            table.getColumns().add(variant(i, variants.get(i)));
        }
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }

    /// Shows the board and the scores as they are now.
    void update(Map<Variant, Summary> sums) {
        scores.forEach((variant, label) ->
                label.setText(
                        Optional.ofNullable(sums.get(variant))
                                .filter(s -> s.judged() > 0)
                                .map(MatrixTable::score)
                                .orElse("–")));
        table.refresh();
    }

    private static String score(Summary s) {
        return String.format(
                Locale.ROOT,
                "%.2f  %.2f–%.2f",
                s.accuracy().estimate(),
                s.accuracy().low(),
                s.accuracy().high());
    }

    private TableColumn<Example, Example> number() {
        TableColumn<Example, Example> column = column("#", 44);
        column.setMaxWidth(56);
        column.setCellFactory(c ->
                new Cell() {
                    @Override
                    void show(Example item) {
                        setText(String.valueOf(getIndex() + 1));
                        getStyleClass().setAll("table-cell", "number", "faint");
                    }
                });
        return column;
    }

    private TableColumn<Example, Example> input() {
        TableColumn<Example, Example> column =
                column(task().map(t -> String.join(", ", t.inputs())).orElse(""), 320);
        column.setMinWidth(160);
        column.setCellFactory(c ->
                new Cell() {
                    private final Label text = new Label();

                    {
                        text.setWrapText(true);
                        text.setMaxHeight(38);
                        text.getStyleClass().add("clamped");
                    }

                    @Override
                    void show(Example item) {
                        String words =
                                String.join(" · ", item.fields().values()).replaceAll("\\s+", " ");
                        text.setText(words);
                        text.setNodeOrientation(
                                Direction.of(words) == Direction.RIGHT_TO_LEFT
                                        ? NodeOrientation.RIGHT_TO_LEFT
                                        : NodeOrientation.LEFT_TO_RIGHT);
                        setGraphic(text);
                    }
                });
        return column;
    }

    private TableColumn<Example, Example> gold() {
        TableColumn<Example, Example> column = column(Texts.of("compare.gold"), 110);
        column.setCellFactory(c ->
                new Cell() {
                    @Override
                    void show(Example item) {
                        setGraphic(goldNode(item));
                    }
                });
        return column;
    }

    private javafx.scene.Node goldNode(Example item) {
        Optional<Task> task = task();
        if (task.isPresent() && task.get().labelIndex(item.gold()) >= 0) {
            return new LabelPill(item.gold(), task.get().labelIndex(item.gold()));
        }
        Label text = new Label(item.gold());
        text.setWrapText(true);
        text.setMaxHeight(38);
        return text;
    }

    private TableColumn<Example, Example> variant(int index, Variant variant) {
        TableColumn<Example, Example> column = column("", 170);
        column.setMinWidth(120);
        Label letter = new Label(CompareViewModel.letter(index));
        letter.getStyleClass().add("strong");
        Label design = new Label(variant.design());
        HBox first = new HBox(6, letter, design);
        first.setAlignment(Pos.CENTER_LEFT);
        Label modelName = new Label(variant.model());
        modelName.getStyleClass().add("caption");
        Label score = new Label("–");
        score.getStyleClass().addAll("strong", "variant-score");
        scores.put(variant, score);
        VBox header = new VBox(1, first, modelName, score);
        header.getStyleClass().add("variant-header");
        header.setAlignment(Pos.CENTER_LEFT);
        column.setGraphic(header);
        column.setCellFactory(c -> new AnswerCell(model, variant));
        return column;
    }

    private static TableColumn<Example, Example> column(String title, double width) {
        TableColumn<Example, Example> column = new TableColumn<>(title);
        column.setCellValueFactory(
                f -> new javafx.beans.property.SimpleObjectProperty<>(f.getValue()));
        column.setPrefWidth(width);
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
}
