package exemplar.ui.settings;

import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Something that cannot be taken back: a link that first says what is lost, and does it only when
/// it is asked for once more.
final class Deliberate extends VBox {
    private final Button begin;
    private final Label words = Form.caption("");
    private final Button sure;
    private final HBox choice;

    /// @param link key of the link's words
    /// @param loss key of what is lost, as a sentence
    /// @param yes key of the words on the button that does it
    Deliberate(String link, String loss, String yes, Runnable action) {
        super(6);
        begin = Form.button(link, "link", () -> ask(true));
        words.setText(Texts.of(loss));
        sure =
                Form.button(
                        yes,
                        "danger",
                        () -> {
                            ask(false);
                            action.run();
                        });
        Button leave = Form.button("settings.deliberate.leave", "quiet", () -> ask(false));
        choice = new HBox(8, sure, leave);
        choice.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(begin, words, choice);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE && choice.isVisible()) {
                        ask(false);
                        e.consume();
                    }
                });
        ask(false);
    }

    private void ask(boolean asked) {
        boolean focused = isFocusWithin();
        Presence.set(begin, !asked);
        Presence.set(words, asked);
        Presence.set(choice, asked);
        if (asked) {
            sure.requestFocus();
        } else if (focused) {
            begin.requestFocus();
        }
    }

    /// Shows the link, or nothing.
    void offer(boolean offered) {
        if (!offered) {
            ask(false);
        }
        Presence.set(this, offered);
    }
}
