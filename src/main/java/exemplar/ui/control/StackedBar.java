package exemplar.ui.control;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// Shares of a whole as one bar of coloured parts, always in the given order.
public final class StackedBar extends Region {

    /// A part of the bar.
    ///
    /// @param share in any unit; the bar shows it relative to the total
    /// @param category colour index, see [Palette]; -1 for none, -2 for the accent
    /// @param words what a screen reader and a hint say
    public record Part(double share, int category, String words) {}

    private static final double GAP = 1;
    private double total;
    private List<Part> parts = List.of();

    public StackedBar() {
        getStyleClass().add("stacked-bar");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinHeight(6);
        setPrefHeight(8);
    }

    /// Shows the parts as shares of their sum.
    public void show(List<Part> shown) {
        show(shown, shown.stream().mapToDouble(Part::share).sum());
    }

    /// Shows the parts as shares of a total that may be larger than their sum.
    public void show(List<Part> shown, double whole) {
        List<Integer> before = parts.stream().map(Part::category).toList();
        parts = List.copyOf(shown);
        total = Math.max(whole, shown.stream().mapToDouble(Part::share).sum());
        // Where only the shares changed the pieces stay: making them anew costs styles and layout.
        if (!before.equals(parts.stream().map(Part::category).toList())) {
            getChildren().setAll(parts.stream().map(StackedBar::piece).toList());
        }
        for (int i = 0; i < parts.size(); i++) {
            Hint.set(getChildren().get(i), parts.get(i).words());
        }
        setAccessibleText(String.join(", ", parts.stream().map(Part::words).toList()));
        requestLayout();
    }

    private static Region piece(Part part) {
        Region piece = new Region();
        piece.getStyleClass()
                .addAll(
                        "bar-part",
                        part.category() == -2
                                ? "accent-part"
                                : Palette.styleClass(part.category()));
        return piece;
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        double width = getWidth();
        for (int i = 0; i < parts.size(); i++) {
            double w = total <= 0 ? 0 : width * parts.get(i).share() / total;
            getChildren().get(i).resizeRelocate(x, 0, Math.max(0.5, w - GAP), getHeight());
            x += w;
        }
    }
}
