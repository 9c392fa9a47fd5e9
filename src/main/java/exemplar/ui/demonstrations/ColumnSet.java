package exemplar.ui.demonstrations;

import exemplar.model.Label;
import exemplar.model.Task;
import exemplar.study.line.Line;
import exemplar.ui.demonstrations.rows.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The columns of the table: which there are for a task, how wide, and whether they are shown.
/// Widths and hidden columns are remembered; what is left of the window goes to the input fields.
/// Widths are told for text of its normal size, and grow with it.
final class ColumnSet {
    private static final double NARROW = 30;
    private static final int LOOKED_AT = 500;

    private final TableView<Line> table;
    private final Board board;
    private final RowActions actions;
    private final Remembered remembered;
    private List<String> inputs = List.of();
    private boolean written;
    private boolean laying;
    private double scale = 1;

    ColumnSet(TableView<Line> table, Board board, RowActions actions, Remembered remembered) {
        this.table = table;
        this.board = board;
        this.actions = actions;
        this.remembered = remembered;
        table.widthProperty().addListener(width -> spread());
    }

    /// Makes the columns for a task, unless they are there already.
    void use(Task task) {
        if (task.inputs().equals(inputs)
                && task.labels().isEmpty() == written
                && !table.getColumns().isEmpty()) {
            return;
        }
        inputs = task.inputs();
        written = task.labels().isEmpty();
        List<TableColumn<Line, ?>> all = new ArrayList<>();
        all.add(column(Column.Fixed.ENABLED, "", NARROW, () -> new EnabledCell(board, actions)));
        all.add(column(Column.Fixed.PINNED, "", 26, () -> new PinnedCell(board, actions)));
        all.add(
                column(
                        Column.Fixed.NUMBER,
                        text("number"),
                        numberWidth(),
                        () -> new NumberCell(board)));
        all.add(column(Column.Fixed.ID, text("id"), 90, () -> PlainCell.id(board)));
        for (String input : inputs) {
            Column.Field field = new Column.Field(input);
            all.add(
                    column(
                            field,
                            input,
                            240,
                            () -> new FieldCell(board, actions, new WrittenText.Field(input))));
        }
        all.add(
                column(
                        Column.Fixed.GOLD,
                        text("gold"),
                        goldWidth(task),
                        () ->
                                written
                                        ? new FieldCell(board, actions, new WrittenText.Gold())
                                        : new GoldCell(board, actions)));
        all.add(
                column(
                        Column.Fixed.LANGUAGE,
                        text("language"),
                        80,
                        () -> PlainCell.language(board)));
        all.add(column(Column.Fixed.TAGS, text("tags"), 110, () -> PlainCell.tags(board)));
        all.add(column(Column.Fixed.FLAGS, text("flags"), 180, () -> new FlagsCell(board)));
        TableColumn<Line, Line> tokens =
                column(Column.Fixed.TOKENS, text("tokens"), 64, () -> new TokensCell(board));
        // To sort by tokens all texts of the study would have to be cut.
        tokens.setSortable(false);
        all.add(tokens);
        all.add(column(Column.Fixed.LENGTH, text("length"), 64, () -> new LengthCell(board)));
        all.add(column(Column.Fixed.NOTE, text("note"), 140, () -> PlainCell.note(board)));
        all.add(column(Column.Fixed.SOURCE, text("source"), 140, () -> PlainCell.source(board)));
        table.getColumns().setAll(all);
        spread();
    }

    /// The labels of the task, in their order.
    List<Label> labels() {
        return board.study().task().labels();
    }

    /// The shown columns whose texts are written in place, from left to right.
    List<TableColumn<Line, ?>> written() {
        List<TableColumn<Line, ?>> columns = new ArrayList<>();
        for (TableColumn<Line, ?> column : table.getColumns()) {
            boolean text =
                    column.getUserData() instanceof Column.Field
                            || (written && column.getUserData() == Column.Fixed.GOLD);
            if (column.isVisible() && text) {
                columns.add(column);
            }
        }
        return columns;
    }

    private String text(String column) {
        return board.words().text("column." + column);
    }

    private TableColumn<Line, Line> column(
            Column what, String title, double width, Supplier<TableCell<Line, Line>> cell) {
        TableColumn<Line, Line> column = new TableColumn<>(title);
        column.setUserData(what);
        column.setId("column-" + what.key().replace(':', '-'));
        column.getStyleClass().add("column-" + what.key().replaceAll(":.*", ""));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> cell.get());
        column.setReorderable(false);
        column.setMinWidth(Math.min(width, 60));
        double kept = number(what, "width").orElse(width);
        // Numbers cannot be made wider by hand, and there may be more of them than last time.
        double wanted = what == Column.Fixed.NUMBER ? Math.max(kept, width) : kept;
        column.setPrefWidth(Math.rint(wanted * scale));
        column.setVisible(
                remembered
                        .get(key(what, "shown"))
                        .map(Boolean::parseBoolean)
                        .orElse(isUsual(what) && isUsed(what)));
        boolean narrow = width <= NARROW;
        column.setResizable(!narrow);
        column.setSortable(!narrow);
        column.widthProperty()
                .addListener(w -> {
                    if (!laying && !(what instanceof Column.Field)) {
                        remembered.put(
                                key(what, "width"),
                                Long.toString(Math.round(column.getWidth() / scale)));
                        spread();
                    }
                });
        column.visibleProperty()
                .addListener(v -> {
                    remembered.put(key(what, "shown"), Boolean.toString(column.isVisible()));
                    spread();
                });
        return column;
    }

    private static boolean isUsual(Column what) {
        return switch (what) {
            case Column.Field field -> true;
            case Column.Fixed fixed ->
                    switch (fixed) {
                        case ENABLED, PINNED, NUMBER, GOLD, LANGUAGE, FLAGS, TOKENS -> true;
                        default -> false;
                    };
        };
    }

    /// A label is short; a text wants as much room as an input.
    private static double goldWidth(Task task) {
        int longest = task.labels().stream().mapToInt(l -> l.name().length()).max().orElse(0);
        return task.labels().isEmpty() ? 240 : Math.clamp(40 + 7 * longest, 120, 200);
    }

    /// Wide enough for the last row's number.
    private double numberWidth() {
        int digits = Integer.toString(board.examples().size()).length();
        return 44 + 9 * Math.max(0, digits - 3);
    }

    /// Nobody wants to look at a column of nothing: languages are shown where the first examples
    /// have some.
    private boolean isUsed(Column what) {
        return what != Column.Fixed.LANGUAGE
                || board.examples().stream()
                        .limit(LOOKED_AT)
                        .anyMatch(e -> !e.language().isEmpty());
    }

    private Optional<Double> number(Column what, String property) {
        try {
            return remembered.get(key(what, property)).map(Double::parseDouble);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String key(Column what, String property) {
        return "demonstrations.column." + what.key() + '.' + property;
    }

    /// Text has another size now: columns keep their place for as many letters.
    ///
    /// @param now size of text as a multiple of the normal
    void scale(double now) {
        double before = scale;
        scale = now;
        laying = true;
        for (TableColumn<Line, ?> column : table.getColumns()) {
            if (!(column.getUserData() instanceof Column.Field)) {
                column.setPrefWidth(Math.rint(column.getWidth() * now / before));
            }
        }
        laying = false;
        spread();
    }

    /// Gives the input fields what the other columns leave.
    private void spread() {
        double others = 0;
        List<TableColumn<Line, ?>> fields = new ArrayList<>();
        for (TableColumn<Line, ?> column : table.getColumns()) {
            if (!column.isVisible()) {
                continue;
            }
            if (column.getUserData() instanceof Column.Field) {
                fields.add(column);
            } else {
                others += Math.max(column.getWidth(), column.getPrefWidth());
            }
        }
        double left = table.getWidth() - others - 16;
        laying = true;
        for (TableColumn<Line, ?> field : fields) {
            field.setPrefWidth(Math.max(180 * scale, Math.floor(left / fields.size())));
        }
        laying = false;
    }

    /// A menu that shows and hides columns.
    ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        for (TableColumn<Line, ?> column : table.getColumns()) {
            String name =
                    column.getUserData() instanceof Column.Fixed fixed
                            ? text(fixed.key())
                            : column.getText();
            CheckMenuItem item = new CheckMenuItem(name);
            item.selectedProperty().bindBidirectional(column.visibleProperty());
            menu.getItems().add(item);
        }
        return menu;
    }
}
