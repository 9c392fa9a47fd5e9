package exemplar.ui.compare;

import exemplar.model.Example;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// How wide the columns of the matrix are: numbers and labels as wide as they need, answers evenly,
/// and what is left of the window goes to the texts. Where there is too little, the table scrolls.
final class MatrixWidths {
    static final double NUMBER = 44;
    private static final double ANSWER = 148;
    private static final double LEAST_TEXT = 150;
    private static final double BAR = 12;

    private final TableView<Example> table;
    private final Map<TableColumn<Example, Example>, Integer> texts = new LinkedHashMap<>();
    private final Map<TableColumn<Example, Example>, Double> others = new LinkedHashMap<>();

    MatrixWidths(TableView<Example> table) {
        this.table = table;
        table.widthProperty().subscribe(w -> spread());
    }

    void clear() {
        texts.clear();
        others.clear();
    }

    TableColumn<Example, Example> fixed(TableColumn<Example, Example> column, double width) {
        column.setMinWidth(Math.min(width, 40));
        others.put(column, width);
        return column;
    }

    TableColumn<Example, Example> answer(TableColumn<Example, Example> column) {
        column.setMinWidth(90);
        others.put(column, ANSWER);
        return column;
    }

    /// @param weight its part of what is left
    TableColumn<Example, Example> text(TableColumn<Example, Example> column, int weight) {
        column.setMinWidth(100);
        texts.put(column, weight);
        return column;
    }

    void spread() {
        if (table.getWidth() <= 0) {
            return;
        }
        others.forEach(TableColumn::setPrefWidth);
        double taken = others.values().stream().mapToDouble(Double::doubleValue).sum();
        double left = table.getWidth() - BAR - taken;
        int weights = texts.values().stream().mapToInt(Integer::intValue).sum();
        texts.forEach((column, weight) ->
                column.setPrefWidth(
                        Math.max(LEAST_TEXT, Math.floor(left * weight / Math.max(1, weights)))));
    }
}
