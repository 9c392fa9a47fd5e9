package exemplar.ui.demonstrations;

import javafx.scene.TraversalDirection;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/// A text area as high as its text, within limits. Its own undo is off: Ctrl+Z takes back a step of
/// the study, wherever the caret is.
final class GrowingText extends TextArea {
    private static final double LINE = 20;
    private static final double FRAME = 18;
    private static final int LEAST = 2;
    private static final int MOST = 14;
    private static final int LONG = 20_000;
    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(
                    KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination REDO_TOO =
            new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

    private final Text ruler = new Text();

    GrowingText(Board board) {
        setWrapText(true);
        getStyleClass().add("growing-text");
        setContextMenu(menu(board.words()));
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (REDO.match(key) || REDO_TOO.match(key)) {
                        key.consume();
                        board.workspace().redo();
                    } else if (UNDO.match(key)) {
                        key.consume();
                        board.workspace().undo();
                    } else if (key.getCode() == KeyCode.TAB && !key.isShortcutDown()) {
                        key.consume();
                        leave(key.isShiftDown());
                    }
                });
        textProperty().addListener(text -> grow());
        widthProperty().addListener(width -> grow());
        fontProperty().addListener(font -> grow());
        grow();
    }

    /// Puts another text in place, changing only what differs, so that the caret stays where it
    /// can.
    void replaceAll(String text) {
        String now = getText();
        int most = Math.min(now.length(), text.length());
        int head = 0;
        while (head < most && now.charAt(head) == text.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head
                && now.charAt(now.length() - 1 - tail) == text.charAt(text.length() - 1 - tail)) {
            tail++;
        }
        replaceText(head, now.length() - tail, text.substring(head, text.length() - tail));
        if (!getText().equals(text)) {
            setText(text);
        }
        positionCaret(Math.min(getLength(), text.length() - tail));
    }

    private void leave(boolean back) {
        if (back) {
            requestFocusTraversal(TraversalDirection.PREVIOUS);
        } else {
            requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    private void grow() {
        if (getLength() > LONG) {
            setPrefHeight(MOST * LINE + FRAME);
            return;
        }
        ruler.setFont(getFont());
        ruler.setText(getText().isEmpty() ? " " : getText());
        ruler.setWrappingWidth(Math.max(80, getWidth() - 30));
        double lines = Math.ceil(ruler.getLayoutBounds().getHeight() / LINE);
        setPrefHeight(Math.clamp(lines, LEAST, MOST) * LINE + FRAME);
        setMinHeight(getPrefHeight());
    }

    private ContextMenu menu(Wording words) {
        return new ContextMenu(
                item(words.text("text.cut"), this::cut),
                item(words.text("text.copy"), this::copy),
                item(words.text("text.paste"), this::paste),
                item(words.text("text.all"), this::selectAll));
    }

    private static MenuItem item(String name, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setOnAction(event -> action.run());
        return item;
    }
}
