package exemplar.ui.importing;

import exemplar.study.importing.Column;
import exemplar.study.importing.ImportPlan;
import exemplar.study.importing.Target;
import exemplar.ui.control.Hint;
import exemplar.ui.control.Lettering;
import exemplar.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// The first rows, each column headed by its name and what it becomes.
final class PreviewTable {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass UNUSED = PseudoClass.getPseudoClass("unused");
    private static final double ROW = 44;
    private static final double LINE = 56;
    private static final double LEAST = 156;

    private final ImportViewModel model;
    private final TableView<ImportPlan.Previewed> table = new TableView<>();
    private List<Column> shown = List.of();

    PreviewTable(ImportViewModel model) {
        this.model = model;
        table.setFixedCellSize(ROW);
        table.setId("import-preview");
        table.getStyleClass().add("import-preview");
        table.setRowFactory(t -> new Row());
        table.widthProperty().subscribe(this::arrange);
        table.setPlaceholder(new Label(Texts.of("import.norows")));
    }

    TableView<ImportPlan.Previewed> view() {
        return table;
    }

    void show(ImportPlan plan) {
        List<TableColumn<ImportPlan.Previewed, String>> columns = new ArrayList<>();
        TableColumn<ImportPlan.Previewed, String> line = new TableColumn<>(Texts.of("import.line"));
        line.setCellValueFactory(
                c -> new ReadOnlyStringWrapper(Long.toString(c.getValue().line())));
        line.setCellFactory(c -> numbered());
        line.setPrefWidth(LINE);
        line.setSortable(false);
        line.setReorderable(false);
        columns.add(line);
        for (int i = 0; i < plan.columns().size(); i++) {
            columns.add(column(plan, i));
        }
        shown = plan.columns();
        table.getColumns().setAll(columns);
        table.getItems().setAll(plan.preview());
        arrange();
    }

    /// Shares the width among the columns by how much stands in them.
    private void arrange() {
        double free = Math.max(0, table.getWidth() - LINE - 16 - LEAST * shown.size());
        int total = shown.stream().mapToInt(PreviewTable::weight).sum();
        for (int i = 0; i < shown.size(); i++) {
            double part = free * weight(shown.get(i)) / Math.max(1, total);
            table.getColumns().get(i + 1).setPrefWidth(LEAST + part);
        }
    }

    private static int weight(Column column) {
        int longest = column.samples().stream().mapToInt(String::length).max().orElse(0);
        return longest > 24 ? Math.min(longest, 120) : 1;
    }

    private TableColumn<ImportPlan.Previewed, String> column(ImportPlan plan, int i) {
        Column of = plan.columns().get(i);
        TableColumn<ImportPlan.Previewed, String> column = new TableColumn<>();
        column.setSortable(false);
        column.setReorderable(false);
        column.setGraphic(heading(plan, of));
        column.setCellValueFactory(c ->
                new ReadOnlyStringWrapper(
                        i < c.getValue().cells().size() ? c.getValue().cells().get(i) : ""));
        column.setCellFactory(c -> new Words(!plan.mapping().uses(of.name())));
        return column;
    }

    private VBox heading(ImportPlan plan, Column column) {
        Label name = new Label(column.name());
        name.getStyleClass().add("import-column");
        Optional<Target> target = plan.mapping().target(column.name());
        MenuButton becomes =
                new MenuButton(
                        target.map(t -> Texts.of("import.becomes", words(t)))
                                .orElse(Texts.of("import.becomes.nothing")));
        becomes.getStyleClass().addAll("quiet", "import-becomes");
        becomes.pseudoClassStateChanged(UNUSED, target.isEmpty());
        becomes.setMnemonicParsing(false);
        becomes.setAccessibleText(column.name() + " " + becomes.getText());
        for (Target t : model.targets()) {
            add(becomes, words(t), () -> model.map(column.name(), Optional.of(t)));
        }
        becomes.getItems().add(new SeparatorMenuItem());
        add(
                becomes,
                Texts.of("import.becomes.field", column.name()),
                () -> model.map(column.name(), Optional.of(new Target.Field(column.name()))));
        add(
                becomes,
                Texts.of("import.becomes.nothing"),
                () -> model.map(column.name(), Optional.empty()));
        VBox box = new VBox(name, becomes);
        box.getStyleClass().add("import-heading");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static String words(Target target) {
        return target instanceof Target.Part part
                ? Texts.of("import.part." + part.word())
                : target.word();
    }

    private static void add(MenuButton menu, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        menu.getItems().add(item);
    }

    private static TableCell<ImportPlan.Previewed, String> numbered() {
        TableCell<ImportPlan.Previewed, String> cell =
                new TableCell<>() {
                    @Override
                    protected void updateItem(String text, boolean empty) {
                        super.updateItem(text, empty);
                        setText(empty ? "" : text);
                    }
                };
        cell.getStyleClass().add("import-line");
        return cell;
    }

    /// Two lines of text, then stop; all of it on hover.
    private static final class Words extends TableCell<ImportPlan.Previewed, String> {
        private static final int HOVER = 2_000;

        private final Label label = new Label();

        Words(boolean unused) {
            label.setWrapText(true);
            label.setMaxHeight(ROW - 4);
            pseudoClassStateChanged(UNUSED, unused);
            getStyleClass().add("import-cell");
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            if (empty || text.isEmpty()) {
                setGraphic(null);
                Hint.set(this, "");
                return;
            }
            String start = text.substring(0, Math.min(text.length(), HOVER));
            label.setText(start.replaceAll("\\R", " ⏎ "));
            Lettering.set(label, start);
            setGraphic(label);
            Hint.set(this, start);
        }
    }

    private static final class Row extends TableRow<ImportPlan.Previewed> {
        @Override
        protected void updateItem(ImportPlan.Previewed row, boolean empty) {
            super.updateItem(row, empty);
            Optional<String> problem = empty ? Optional.empty() : row.problem();
            pseudoClassStateChanged(REFUSED, problem.isPresent());
            Hint.set(this, problem.orElse(""));
        }
    }
}
