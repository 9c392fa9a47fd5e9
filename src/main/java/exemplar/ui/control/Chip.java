package exemplar.ui.control;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;

/// A filter or a choice with a live count, on or off.
public final class Chip extends ToggleButton {
    private static final PseudoClass WITHOUT_COUNT = PseudoClass.getPseudoClass("plain");
    private final Label count = new Label();

    public Chip(String words) {
        super(words);
        getStyleClass().setAll("chip");
        count.getStyleClass().add("chip-count");
        setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        pseudoClassStateChanged(WITHOUT_COUNT, true);
        setMinWidth(USE_PREF_SIZE);
        Choices.withArrows(this);
    }

    public Chip(String words, long n) {
        this(words);
        setCount(n);
    }

    /// Puts the number before the words, as in `412 demonstrations`.
    public Chip countFirst() {
        setContentDisplay(javafx.scene.control.ContentDisplay.LEFT);
        return this;
    }

    /// Shows a number after the words.
    public void setCount(long n) {
        count.setText(String.format("%,d", n));
        setGraphic(count);
        pseudoClassStateChanged(WITHOUT_COUNT, false);
        setAccessibleText(getText() + ", " + count.getText());
    }
}
