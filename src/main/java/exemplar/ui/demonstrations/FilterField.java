package exemplar.ui.demonstrations;

import exemplar.evidence.FlagKind;
import exemplar.study.Study;
import exemplar.study.filter.Completion;
import exemplar.study.filter.Completions;
import exemplar.ui.control.Later;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.StyleClassedTextField;

/// The filter as it is written, in colours and with proposals. A field of coloured text takes as
/// long to make as all else in its bar: until somebody writes there is only its box.
final class FilterField extends StackPane {
    private static final int MOST_PROPOSALS = 10;

    /// Width of the words proposed, so that what they mean stands in a column.
    private static final double PROPOSAL = 96;

    private final Board board;
    private final Consumer<String> told;
    private final Later<StyleClassedTextField> field = new Later<>(this::field);
    private final Label prompt = new Label();
    private final ContextMenu proposals = new ContextMenu();
    private Optional<Completions> known = Optional.empty();
    private Study readOf;
    private boolean filling;

    /// @param told what is written now, after every change a person makes
    FilterField(Board board, Consumer<String> told) {
        this.board = board;
        this.told = told;
        readOf = board.study();
        setId("filter-box");
        getStyleClass().add("filter-box");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(180);
        setPrefWidth(180);
        prompt.setText(board.words().text("filter.prompt"));
        prompt.getStyleClass().add("filter-prompt");
        prompt.setMouseTransparent(true);
        getChildren().add(prompt);
        setCursor(Cursor.TEXT);
        setAccessibleRole(AccessibleRole.TEXT_FIELD);
        setAccessibleText(board.words().text("filter.name"));
        setFocusTraversable(true);
        focusedProperty().subscribe(this::pass);
        addEventHandler(MouseEvent.MOUSE_PRESSED, press -> focus());
        proposals.setAutoHide(true);
        // A press beside the proposals does what it would do without them.
        proposals.setConsumeAutoHidingEvents(false);
        proposals.addEventFilter(KeyEvent.KEY_PRESSED, this::accept);
    }

    private StyleClassedTextField field() {
        StyleClassedTextField made = new StyleClassedTextField();
        made.setId("filter");
        made.getStyleClass().add("filter-field");
        made.setAccessibleText(board.words().text("filter.name"));
        made.textProperty().addListener((observed, before, now) -> written(now));
        made.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        prompt.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> made.getText().isEmpty(), made.textProperty()));
        setFocusTraversable(false);
        setAccessibleRole(AccessibleRole.PARENT);
        getChildren().addFirst(made);
        return made;
    }

    /// The keyboard that comes to the box is for the field.
    private void pass(boolean focused) {
        if (focused) {
            focus();
        }
    }

    /// Puts the caret into it.
    void focus() {
        field.get().requestFocus();
    }

    /// What is written in it.
    String text() {
        return field.made().map(StyleClassedTextField::getText).orElse("");
    }

    /// Writes as a person would.
    void write(String text) {
        replace(text);
        proposals.hide();
    }

    /// Shows what the filter is already.
    void show(FilterState state) {
        field.made()
                .ifPresent(made -> {
                    made.getStyleClass().remove("wrong");
                    if (state.problem().isPresent()) {
                        made.getStyleClass().add("wrong");
                    }
                });
        filling = true;
        replace(state.text());
        filling = false;
    }

    private void replace(String text) {
        if (!text.equals(text())) {
            field.get().replaceText(text);
        }
    }

    private void written(String text) {
        if (!filling) {
            told.accept(text);
        }
        if (!text.isEmpty()) {
            field.get()
                    .setStyleSpans(
                            0, FilterColours.of(text, board.filterProperty().get().problem()));
        }
        if (!filling) {
            propose(field.get());
        }
    }

    private void propose(StyleClassedTextField written) {
        proposals.hide();
        if (!written.isFocused() || written.getScene() == null) {
            return;
        }
        List<Completion> found = completions().at(written.getText(), written.getCaretPosition());
        List<MenuItem> items = new ArrayList<>();
        for (Completion each : found.subList(0, Math.min(MOST_PROPOSALS, found.size()))) {
            MenuItem item = new MenuItem("", proposal(each));
            item.setId("proposal-" + items.size());
            item.setOnAction(event -> written.replaceText(each.start(), each.end(), each.text()));
            items.add(item);
        }
        proposals.getItems().setAll(items);
        if (!items.isEmpty()) {
            proposals.show(written, Side.BOTTOM, 0, 4);
        }
    }

    private static HBox proposal(Completion each) {
        Label word = new Label(each.text());
        word.getStyleClass().add("mono");
        word.setMinWidth(PROPOSAL);
        Label about = new Label(each.about());
        about.getStyleClass().add("caption");
        HBox line = new HBox(word, about);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    /// What the examples use, read once for each version of the study that is asked about.
    private Completions completions() {
        if (known.isEmpty() || readOf != board.study()) {
            readOf = board.study();
            List<String> flags = board.counts().keySet().stream().map(FlagKind::word).toList();
            known = Optional.of(Completions.of(board.study(), flags));
        }
        return known.get();
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            if (proposals.isShowing()) {
                proposals.hide();
            } else {
                write("");
            }
        } else if (key.getCode() == KeyCode.ENTER) {
            key.consume();
            proposals.hide();
        }
    }

    /// Tab takes the first proposal. The open menu gets keys before the field.
    private void accept(KeyEvent key) {
        if (key.getCode() == KeyCode.TAB && !key.isShiftDown()) {
            key.consume();
            MenuItem first = proposals.getItems().getFirst();
            proposals.hide();
            first.fire();
        }
    }
}
