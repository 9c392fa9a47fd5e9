package exemplar.ui.prompt;

import exemplar.prompt.Suggestions;
import exemplar.ui.control.Texts;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import org.fxmisc.richtext.CodeArea;

/// The words that fit at the caret, in a list below it. Comes up while a word is typed inside a tag
/// and on Ctrl+Space; Up, Down, Enter or Tab choose, Escape hides it.
final class CompletionPopup {
    private static final int ROWS = 9;
    private static final double ROW = 24;

    /// What fits at a place.
    @FunctionalInterface
    interface Source {
        Optional<Suggestions> at(String source, int caret);
    }

    private final CodeArea area;
    private final Source source;
    private final Popup popup = new Popup();
    private final ListView<Suggestions.Word> list = new ListView<>();
    private boolean composing;
    private boolean typed;
    private int from;

    CompletionPopup(CodeArea area, Source source) {
        this.area = area;
        this.source = source;
        list.getStyleClass().addAll("completion-list", "floating");
        list.setFixedCellSize(ROW);
        list.setPrefWidth(240);
        list.setFocusTraversable(false);
        list.setCellFactory(l -> new WordCell());
        list.setOnMouseClicked(e -> choose());
        popup.getContent().add(list);
        popup.setAutoFix(true);
        popup.setAutoHide(true);
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        area.addEventHandler(KeyEvent.KEY_TYPED, e -> typed = true);
        // While an input method composes a word, Enter and the arrows are its own.
        area.addEventFilter(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                e -> composing = !e.getComposed().isEmpty());
        area.caretPositionProperty().addListener((o, before, now) -> moved());
        area.focusedProperty()
                .addListener((o, before, focused) -> {
                    if (!focused) {
                        popup.hide();
                    }
                });
    }

    private void onKey(KeyEvent event) {
        typed = false;
        if (composing) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
            show(true);
            event.consume();
        } else if (popup.isShowing()) {
            switch (event.getCode()) {
                case DOWN -> select(1, event);
                case UP -> select(-1, event);
                case PAGE_DOWN -> select(ROWS - 1, event);
                case PAGE_UP -> select(1 - ROWS, event);
                case ENTER, TAB -> {
                    if (!event.isShortcutDown()) {
                        choose();
                        event.consume();
                    }
                }
                case ESCAPE -> {
                    popup.hide();
                    event.consume();
                }
                default -> typed = !event.getCode().isArrowKey() && !event.isShortcutDown();
            }
        } else {
            typed = !event.getCode().isNavigationKey() && !event.isShortcutDown();
        }
    }

    private void select(int by, KeyEvent event) {
        int n = list.getItems().size();
        int at = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, n - 1);
        list.getSelectionModel().select(at);
        list.scrollTo(Math.max(0, at - ROWS / 2));
        event.consume();
    }

    /// After every move of the caret: typing brings the list up once a letter of the word stands,
    /// other moves hide it.
    private void moved() {
        if (!area.isFocused() || !typed) {
            hide();
            return;
        }
        show(false);
    }

    private void show(boolean asked) {
        int caret = area.getCaretPosition();
        Optional<Suggestions> found = source.at(area.getText(), caret);
        boolean begun =
                found.map(s ->
                                s.from() < caret
                                        || caret > 0
                                                && ".|".indexOf(area.getText().charAt(caret - 1))
                                                        >= 0)
                        .orElse(false);
        Optional<Bounds> place = found.isEmpty() ? Optional.empty() : area.getCaretBounds();
        if (found.isEmpty() || place.isEmpty() || !asked && !begun) {
            hide();
            return;
        }
        from = found.get().from();
        list.getItems().setAll(found.get().words());
        list.getSelectionModel().select(0);
        list.scrollTo(0);
        list.setPrefHeight(Math.min(ROWS, list.getItems().size()) * ROW + 2);
        dress();
        popup.show(area, place.get().getMinX() - 10, place.get().getMaxY() + 4);
    }

    private void hide() {
        if (popup.isShowing()) {
            popup.hide();
        }
    }

    private void dress() {
        Scene window = area.getScene();
        Scene own = popup.getScene();
        own.setUserAgentStylesheet(window.getUserAgentStylesheet());
        own.getStylesheets().setAll(window.getStylesheets());
        String style = String.valueOf(getClass().getResource("/ui/prompt/prompt.css"));
        own.getStylesheets().add(style);
        own.getRoot().getStyleClass().remove("dark");
        if (window.getRoot().getStyleClass().contains("dark")) {
            own.getRoot().getStyleClass().add("dark");
        }
    }

    private void choose() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .ifPresent(word -> {
                    typed = false;
                    popup.hide();
                    area.replaceText(from, area.getCaretPosition(), word.text());
                });
        popup.hide();
    }

    private static String kind(Suggestions.Kind kind) {
        return switch (kind) {
            case FIELD -> Texts.of("prompt.word.field");
            case VARIABLE -> Texts.of("prompt.word.variable");
            case FILTER -> Texts.of("prompt.word.filter");
            case TEST -> Texts.of("prompt.word.test");
            case FUNCTION -> Texts.of("prompt.word.function");
            case TAG -> Texts.of("prompt.word.tag");
        };
    }

    private static final class WordCell extends ListCell<Suggestions.Word> {
        private final Label word = new Label();
        private final Label what = new Label();
        private final HBox box = new HBox(8, word, space(), what);

        WordCell() {
            word.getStyleClass().add("mono");
            what.getStyleClass().addAll("caption", "faint");
            box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        }

        private static Region space() {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            return space;
        }

        @Override
        protected void updateItem(Suggestions.Word item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : box);
            if (!empty && item != null) {
                word.setText(item.text());
                what.setText(kind(item.kind()));
            }
        }
    }
}
