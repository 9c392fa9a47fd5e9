package exemplar.ui.demonstrations.table;

import javafx.scene.control.Label;
import javafx.scene.shape.Circle;

/// A label of the task in its colour, with a dot so that colour is not the only sign, and its name.
public final class LabelPill extends Label {
    /// How many colours there are before they come round again.
    public static final int COLOURS = 8;

    private final Circle dot = new Circle(3);
    private String colour = "";

    public LabelPill() {
        getStyleClass().add("label-pill");
        dot.getStyleClass().add("dot");
        setGraphic(dot);
        setMinWidth(USE_PREF_SIZE);
    }

    /// Shows a label.
    ///
    /// @param index its position among the task's labels, -1 for one the task does not know
    public void show(String name, int index) {
        setText(name);
        String now = index < 0 ? "unknown" : "c" + (index % COLOURS + 1);
        if (!now.equals(colour)) {
            getStyleClass().remove(colour);
            getStyleClass().add(now);
            colour = now;
        }
    }
}
