package exemplar.ui.demonstrations;

import exemplar.ui.demonstrations.table.CellText;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The editor of one text of an example: caption with its length, a text area as high as its text,
/// the direction with an override, and on request the text with everything invisible made visible.
final class FieldEditor extends VBox {
    private final String field;
    private final Board board;
    private final Consumer<String> typed;
    private final Label figures = new Label();
    private final Button direction = new Button();
    private final ToggleButton marks;
    private final GrowingText area;
    private final MarkedText marked = new MarkedText();
    private Optional<NodeOrientation> forced = Optional.empty();
    private boolean showing;

    /// @param typed told the whole text after every change made by hand
    FieldEditor(
            String field, String caption, boolean measured, Board board, Consumer<String> typed) {
        this.field = field;
        this.board = board;
        this.typed = typed;
        Wording words = board.words();
        getStyleClass().add("field-editor");
        area = new GrowingText(board);
        area.setId("edit-" + field);
        area.setAccessibleText(caption);
        area.textProperty().addListener((observed, before, now) -> changed(now));
        Label name = new Label(caption);
        name.getStyleClass().add("section-name");
        name.setLabelFor(area);
        figures.getStyleClass().add("caption");
        direction.getStyleClass().setAll("caption", "link");
        direction.setAccessibleText(words.text("detail.direction", caption));
        direction.setOnAction(event -> turn());
        marks = new ToggleButton("¶ " + words.text("detail.invisibles"));
        marks.setId("marks-" + field);
        marks.getStyleClass().setAll("caption", "link");
        marks.selectedProperty().addListener(on -> mark());
        marked.setVisible(false);
        marked.setManaged(false);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(5, name);
        head.setAlignment(Pos.BASELINE_LEFT);
        if (measured) {
            head.getChildren().addAll(figures, direction, gap, marks);
        } else {
            head.getChildren().add(figures);
        }
        getChildren().addAll(head, area, marked);
    }

    /// The text area.
    TextArea area() {
        return area;
    }

    /// Says something behind the name instead of figures.
    void hint(String text) {
        figures.setText(text);
    }

    /// Shows a text. What stands there already is left alone, with its caret and what an input
    /// method is composing.
    void show(String text, boolean measured) {
        if (!area.getText().equals(text)) {
            showing = true;
            try {
                area.replaceAll(text);
            } finally {
                showing = false;
            }
        }
        if (measured) {
            measure(text);
        }
        orient(text);
        mark();
    }

    private void changed(String now) {
        if (!showing) {
            typed.accept(now);
        }
    }

    private void measure(String text) {
        figures.setText(
                board.words().text("detail.characters", text.codePointCount(0, text.length()))
                        + " ·");
    }

    private void orient(String text) {
        NodeOrientation own =
                CellText.isRightToLeft(text)
                        ? NodeOrientation.RIGHT_TO_LEFT
                        : NodeOrientation.LEFT_TO_RIGHT;
        NodeOrientation now = forced.orElse(own);
        area.setNodeOrientation(now);
        marked.setNodeOrientation(now);
        direction.setText(
                board.words()
                        .text(now == NodeOrientation.RIGHT_TO_LEFT ? "detail.rtl" : "detail.ltr"));
    }

    private void turn() {
        boolean left = area.getNodeOrientation() == NodeOrientation.LEFT_TO_RIGHT;
        forced = Optional.of(left ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        orient(area.getText());
    }

    private void mark() {
        marked.setVisible(marks.isSelected());
        marked.setManaged(marks.isSelected());
        if (marks.isSelected()) {
            marked.show(area.getText());
        }
    }

    /// The field it edits.
    String field() {
        return field;
    }
}
