package exemplar.ui.prompt;

import java.util.function.DoubleConsumer;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;

/// The scroll bar of a long text, in pixels of it. Tells what a person does with it, and nothing of
/// what it is told itself.
final class ReadingBar extends ScrollBar {
    private boolean told;

    /// @param moved hears how many pixels of the text are to be above the upper edge
    ReadingBar(DoubleConsumer moved) {
        setOrientation(Orientation.VERTICAL);
        setManaged(false);
        setFocusTraversable(false);
        valueProperty()
                .addListener((observed, before, now) -> {
                    if (!told) {
                        moved.accept(now.doubleValue());
                    }
                });
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }

    /// Shows where one is in the text; nothing where all of it is seen.
    ///
    /// @param above what is above the upper edge
    /// @param all height of the text
    /// @param seen height of what is seen of it
    /// @param row one row further
    /// @param page one page further
    void show(double above, double all, double seen, double row, double page) {
        double most = Math.max(0, all - seen);
        told = true;
        try {
            setVisible(most > 0);
            setMax(Math.max(most, 1));
            setVisibleAmount(getMax() * seen / Math.max(all, 1));
            setUnitIncrement(row);
            setBlockIncrement(page);
            setValue(Math.min(above, most));
        } finally {
            told = false;
        }
    }
}
