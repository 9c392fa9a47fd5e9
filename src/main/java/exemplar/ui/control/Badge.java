package exemplar.ui.control;

import javafx.scene.control.Label;

/// How much waits for a person; nothing at all when it is nothing.
public final class Badge extends Label {
    public Badge() {
        getStyleClass().add("badge");
        setMouseTransparent(true);
        show(0);
    }

    public void show(long waiting) {
        setText(waiting > 999 ? "999+" : Long.toString(waiting));
        setVisible(waiting > 0);
    }
}
