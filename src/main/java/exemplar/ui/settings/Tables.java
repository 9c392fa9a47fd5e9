package exemplar.ui.settings;

import exemplar.ui.control.Texts;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/// Small tables to read.
final class Tables {
    private static final double ROW = 30;

    private Tables() {}

    static <T> TableView<T> of(String id, String name) {
        TableView<T> table = new TableView<>();
        table.setId(id);
        table.setAccessibleText(Texts.of(name));
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        // Seen for a moment only, before the first look; what is missing is said beside the table.
        table.setPlaceholder(new Region());
        return table;
    }

    /// As high as its rows need, up to a number of rows.
    static void fit(TableView<?> table, int most) {
        int rows = Math.clamp(table.getItems().size(), 1, most);
        table.setMinHeight(34 + rows * ROW);
        table.setPrefHeight(34 + rows * ROW);
        table.setMaxHeight(34 + rows * ROW);
    }

    /// @param number whether the column is read from the right
    static <T> TableColumn<T, String> column(
            String key, double width, boolean number, Function<T, String> words) {
        TableColumn<T, String> column = new TableColumn<>(Texts.of(key));
        column.setCellValueFactory(c -> new SimpleStringProperty(words.apply(c.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        if (number) {
            column.getStyleClass().add("number");
        }
        return column;
    }
}
