package exemplar.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/// A row of small things of which as many are shown as fit whole; what stands for the others, such
/// as `+2`, comes last. Where not even the first fits, it is shortened.
public final class FittingRow extends Region {
    private final double gap;
    private final Labeled more;
    private final List<Region> items = new ArrayList<>();
    private Consumer<List<Region>> told = hidden -> {};
    private int shown;

    /// @param more stands for what does not fit; its text is how many
    public FittingRow(double gap, Labeled more) {
        this.gap = gap;
        this.more = more;
        more.setMinWidth(USE_PREF_SIZE);
        setMinWidth(0);
    }

    /// Shows these in place of what was shown.
    public void show(List<? extends Region> wanted) {
        items.clear();
        items.addAll(wanted);
        shown = items.size();
        getChildren().setAll(items);
        if (more.getText().isEmpty()) {
            more.setText("+" + items.size());
        }
        more.setVisible(false);
        // A single one is shortened where it does not fit: nothing stands for it.
        if (items.size() > 1) {
            getChildren().add(more);
        }
        requestLayout();
    }

    /// Has somebody told what does not fit whenever that is worked out.
    public void whenCut(Consumer<List<Region>> told) {
        this.told = told;
    }

    /// What does not fit, in its order.
    public List<Region> hidden() {
        return List.copyOf(items.subList(shown, items.size()));
    }

    private double width(Node node) {
        return snapSizeX(node.prefWidth(-1));
    }

    /// How many fit whole into that width, beside what stands for the others. That is taken as wide
    /// as it is now: a text that is changed here in every layout would ask for another without end.
    private int fitting(double width) {
        if (computePrefWidth(-1) <= width) {
            return items.size();
        }
        double left = width - width(more);
        int count = 0;
        for (Region item : items) {
            left -= width(item) + gap;
            if (left < 0) {
                break;
            }
            count++;
        }
        return Math.min(items.size(), Math.max(1, count));
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        shown = fitting(getWidth());
        boolean cut = shown < items.size();
        more.setVisible(cut);
        String left = "+" + (items.size() - shown);
        if (cut && !more.getText().equals(left)) {
            more.setText(left);
        }
        double room = getWidth() - (cut ? width(more) + gap : 0);
        double x = 0;
        for (int i = 0; i < items.size(); i++) {
            Region item = items.get(i);
            item.setVisible(i < shown);
            if (i < shown) {
                double width = Math.max(0, Math.min(width(item), room - x));
                place(item, x, width, height);
                x += width + gap;
            }
        }
        if (cut) {
            place(more, x, width(more), height);
            told.accept(hidden());
        }
    }

    private void place(Region node, double x, double width, double height) {
        double own = Math.min(height, snapSizeY(node.prefHeight(-1)));
        node.resizeRelocate(x, snapPositionY((height - own) / 2), width, own);
    }

    @Override
    protected double computePrefWidth(double height) {
        double all = Math.max(0, items.size() - 1) * gap;
        for (Region item : items) {
            all += width(item);
        }
        return all;
    }

    @Override
    protected double computePrefHeight(double width) {
        return getChildren().stream().mapToDouble(c -> c.prefHeight(-1)).max().orElse(0);
    }
}
