package exemplar.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;

/// A label's name with its dot, in the label's colour.
public final class LabelPill extends Label {
    /// The widest a pill gets, in heights of its text. What does not fit stands in a hint.
    private static final double WIDEST = 14;

    private String category = "cat-0";

    public LabelPill() {
        getStyleClass().addAll("label-pill", category);
        Circle dot = new Circle(3);
        dot.getStyleClass().add("dot");
        setGraphic(dot);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
    }

    public LabelPill(String name, int index) {
        this();
        show(name, index);
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.min(super.computePrefWidth(height), WIDEST * getFont().getSize());
    }

    /// Shows a label; index -1 for one the task does not have.
    public void show(String name, int index) {
        setText(name);
        Hint.set(this, name.length() > WIDEST ? name : "");
        getStyleClass().remove(category);
        category = Palette.styleClass(index);
        getStyleClass().add(category);
    }
}
