package exemplar.ui.settings;

import exemplar.ui.control.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The pieces that forms of this pane are made of.
final class Form {
    private Form() {}

    /// Captions at the left, entries at the right.
    static GridPane grid() {
        GridPane grid = new GridPane(12, 8);
        grid.getStyleClass().add("settings-grid");
        ColumnConstraints captions = new ColumnConstraints();
        captions.setMinWidth(Region.USE_PREF_SIZE);
        captions.setPrefWidth(118);
        ColumnConstraints entries = new ColumnConstraints();
        entries.setHgrow(Priority.ALWAYS);
        entries.setMinWidth(0);
        grid.getColumnConstraints().setAll(captions, entries);
        return grid;
    }

    /// A line of a grid; its caption stands beside the first line of the entry.
    static void row(GridPane grid, int at, String key, Node entry) {
        Label caption = caption(Texts.of(key));
        // Beside a field it stands as low as the field's text.
        caption.getStyleClass()
                .add(entry instanceof Label ? "settings-caption-low" : "settings-caption");
        caption.setLabelFor(entry);
        GridPane.setValignment(caption, javafx.geometry.VPos.TOP);
        grid.addRow(at, caption, entry);
    }

    static Label caption(String words) {
        Label label = wrapped(words);
        label.getStyleClass().add("caption");
        return label;
    }

    /// Words that may need more than one line.
    static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Button button(String key, String look, Runnable action) {
        Button button = new Button(Texts.of(key));
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add(look);
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    /// A part of a detail, with its own padding.
    static VBox body(Node... nodes) {
        VBox box = new VBox(8, nodes);
        box.getStyleClass().add("settings-body");
        return box;
    }
}
