package exemplar.ui.demonstrations;

import exemplar.text.Direction;
import exemplar.ui.control.Hint;
import exemplar.ui.control.Lettering;
import exemplar.ui.control.Presence;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
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
    private Optional<Direction> chosen = Optional.empty();
    private Consumer<Direction> turned = way -> {};
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
        Presence.set(marked, false);
        name.setMinWidth(Region.USE_PREF_SIZE);
        // Wraps where the detail is narrow: nothing of it is to be cut.
        FlowPane head = new FlowPane(5, 0, name, figures);
        head.setRowValignment(VPos.BASELINE);
        figures.setWrapText(true);
        head.widthProperty()
                .subscribe(width ->
                        figures.setMaxWidth(
                                width.doubleValue() > 0 ? width.doubleValue() : Double.MAX_VALUE));
        if (measured) {
            head.getChildren().addAll(direction, marks);
        }
        getChildren().addAll(head, area, marked);
    }

    /// Tells which way a person wants the text to run.
    FieldEditor turning(Consumer<Direction> told) {
        turned = told;
        return this;
    }

    /// Which way the text runs whatever it says itself.
    void direct(Optional<Direction> way) {
        chosen = way;
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
            measure();
        }
        orient(text);
        mark();
    }

    private void changed(String now) {
        if (!showing) {
            typed.accept(now);
        }
    }

    /// Says how long the text is, in characters and in tokens of the chosen model.
    void measure() {
        String text = area.getText();
        String characters =
                board.words().text("detail.characters", text.codePointCount(0, text.length()));
        OptionalInt tokens = board.tokens().of(text);
        figures.setText(
                characters
                        + (tokens.isPresent()
                                ? " · "
                                        + board.words()
                                                .text(
                                                        board.tokens().exact()
                                                                ? "detail.tokens"
                                                                : "detail.tokens.estimate",
                                                        tokens.getAsInt())
                                : "")
                        + " ·");
        Hint.set(
                figures,
                board.words()
                        .text(
                                board.tokens().exact()
                                        ? "detail.tokenizer"
                                        : "detail.tokenizer.estimate",
                                board.tokens().name()));
    }

    private void orient(String text) {
        Direction way = Direction.of(text, chosen);
        Lettering.set(area, text, way);
        marked.setNodeOrientation(Lettering.orientation(way));
        direction.setText(
                board.words().text(way == Direction.RIGHT_TO_LEFT ? "detail.rtl" : "detail.ltr"));
    }

    private void turn() {
        boolean left = area.getNodeOrientation() == NodeOrientation.LEFT_TO_RIGHT;
        turned.accept(left ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT);
    }

    private void mark() {
        Presence.set(marked, marks.isSelected());
        if (marks.isSelected()) {
            marked.show(area.getText());
        }
    }

    /// The field it edits.
    String field() {
        return field;
    }
}
