package exemplar.ui.prompt;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// Marks and copies in a [ReadingArea] by mouse and keyboard, and tells where the mouse rests.
final class ReadingHand {
    private final ReadingArea area;
    private final PauseTransition resting = new PauseTransition(Duration.millis(350));
    private final AnimationTimer dragging =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    drag();
                }
            };
    private Point2D mouse = Point2D.ZERO;
    private Point2D onScreen = Point2D.ZERO;
    private Marked begun = Marked.NOTHING;
    private double column = -1;
    private boolean told;

    /// @param rests gets the character the mouse rests on, and where that is on the screen
    /// @param leaves runs when the mouse moves on
    ReadingHand(ReadingArea area, BiConsumer<Integer, Point2D> rests, Runnable leaves) {
        this.area = area;
        area.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        area.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        area.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> dragging.stop());
        area.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        resting.setOnFinished(e ->
                area.characterAt(mouse.getX(), mouse.getY())
                        .ifPresent(c -> {
                            told = true;
                            rests.accept(c, onScreen);
                        }));
        area.addEventHandler(
                MouseEvent.MOUSE_MOVED,
                e -> {
                    mouse = new Point2D(e.getX(), e.getY());
                    onScreen = new Point2D(e.getScreenX(), e.getScreenY());
                    leave(leaves);
                    resting.playFromStart();
                });
        area.addEventHandler(
                MouseEvent.MOUSE_EXITED,
                e -> {
                    resting.stop();
                    leave(leaves);
                });
    }

    private void leave(Runnable leaves) {
        if (told) {
            told = false;
            leaves.run();
        }
    }

    // --- Mouse -----------------------------------------------------------------------------------

    private void press(MouseEvent event) {
        resting.stop();
        area.requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        column = -1;
        int place = area.placeAt(event.getX(), event.getY());
        begun =
                switch (event.getClickCount()) {
                    case 1 -> new Marked(place, place);
                    case 2 ->
                            Marked.word(
                                    area.text(),
                                    area.characterAt(event.getX(), event.getY()).orElse(place));
                    default -> Marked.line(area.text(), place);
                };
        area.mark(
                event.isShiftDown() && event.getClickCount() == 1
                        ? area.marked().to(place, true)
                        : begun);
        if (event.isShiftDown()) {
            begun = new Marked(area.marked().anchor(), area.marked().anchor());
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            mouse = new Point2D(event.getX(), event.getY());
            drag();
            if (mouse.getY() < 0 || mouse.getY() > area.getHeight()) {
                dragging.start();
            } else {
                dragging.stop();
            }
            event.consume();
        }
    }

    /// Marks up to the mouse; beyond an edge the text goes by.
    private void drag() {
        double beyond =
                mouse.getY() < 0 ? mouse.getY() : Math.max(0, mouse.getY() - area.getHeight());
        if (beyond != 0) {
            area.scroll(Math.clamp(beyond / 3, -40, 40));
            area.layout();
        }
        int place = area.placeAt(mouse.getX(), Math.clamp(mouse.getY(), 0, area.getHeight()));
        area.mark(
                place < begun.start()
                        ? new Marked(begun.end(), place)
                        : new Marked(begun.start(), Math.max(place, begun.end())));
    }

    // --- Keys ------------------------------------------------------------------------------------

    private void key(KeyEvent event) {
        boolean known =
                event.isAltDown() || event.isMetaDown() && !event.isShortcutDown()
                        ? false
                        : event.isShortcutDown() && shortcut(event.getCode())
                                || move(event).map(p -> go(p, event.isShiftDown())).orElse(false);
        if (known) {
            if (event.getCode() != KeyCode.UP
                    && event.getCode() != KeyCode.DOWN
                    && event.getCode() != KeyCode.PAGE_UP
                    && event.getCode() != KeyCode.PAGE_DOWN) {
                column = -1;
            }
            event.consume();
        }
    }

    private boolean shortcut(KeyCode code) {
        switch (code) {
            case A -> area.mark(new Marked(0, area.text().length()));
            case C, INSERT -> copy();
            default -> {
                return false;
            }
        }
        return true;
    }

    void copy() {
        if (!area.marked().isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(area.markedText());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private boolean go(int place, boolean grow) {
        area.mark(area.marked().to(place, grow));
        area.reveal(place);
        return true;
    }

    /// Where a key moves the caret.
    private Optional<Integer> move(KeyEvent event) {
        String text = area.text();
        int caret = area.marked().caret();
        boolean all = event.isShortcutDown();
        return Optional.ofNullable(
                switch (event.getCode()) {
                    case LEFT, KP_LEFT -> Marked.previous(text, caret, all);
                    case RIGHT, KP_RIGHT -> Marked.next(text, caret, all);
                    case HOME -> all ? 0 : area.row().start();
                    case END -> all ? text.length() : area.row().end();
                    case UP, KP_UP -> vertical(-1, 0);
                    case DOWN, KP_DOWN -> vertical(1, 0);
                    case PAGE_UP -> vertical(-1, area.pageHeight());
                    case PAGE_DOWN -> vertical(1, area.pageHeight());
                    default -> null;
                });
    }

    /// The place above or below the caret.
    ///
    /// @param page how many pixels the text is moved first; 0 for one row
    private int vertical(int way, double page) {
        Rectangle2D caret = area.caretBounds();
        if (column < 0) {
            column = caret.getMinX();
        }
        double middle = (caret.getMinY() + caret.getMaxY()) / 2;
        if (page > 0) {
            area.scroll(way * page);
            area.layout();
            return area.placeAt(column, middle);
        }
        double there = middle + way * (caret.getHeight() + 3);
        if (there < 0 || there > area.getHeight()) {
            area.scroll(way * (caret.getHeight() + 6));
            area.layout();
            Rectangle2D moved = area.caretBounds();
            there = (moved.getMinY() + moved.getMaxY()) / 2 + way * (moved.getHeight() + 3);
        }
        return area.placeAt(column, there);
    }
}
