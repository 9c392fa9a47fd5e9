package exemplar.ui.control;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// What went wrong, said where it went wrong, with what can be done about it.
public final class InlineError extends HBox {
    private final Label words = new Label();

    /// Shows nothing until it is told something.
    public InlineError() {
        getStyleClass().add("inline-error");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Icons.of(Feather.ALERT_CIRCLE, 14), words);
        show("");
    }

    public InlineError(String sentence) {
        this();
        show(sentence);
    }

    /// Shows a sentence; an empty one hides all of it.
    public void show(String sentence) {
        words.setText(sentence);
        setAccessibleText(sentence);
        Presence.set(this, !sentence.isEmpty());
    }

    /// Offers a way out, such as trying again.
    public InlineError offer(String label, Runnable action) {
        Button button = new Button(label);
        button.getStyleClass().add("link");
        button.setOnAction(e -> action.run());
        getChildren().add(button);
        return this;
    }
}
