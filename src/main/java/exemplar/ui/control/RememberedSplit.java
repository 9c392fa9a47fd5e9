package exemplar.ui.control;

import java.util.stream.IntStream;
import javafx.event.EventTarget;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/// A split whose dividers stand where the person left them, also after the next start.
public final class RememberedSplit extends SplitPane {
    private final Memory memory;
    private final String key;
    private boolean dragged;

    /// @param key stable name, such as `prompt.template`
    /// @param usual positions in [0, 1] where nothing is remembered, one less than there are parts
    public RememberedSplit(
            Memory memory, String key, Orientation orientation, double[] usual, Node... parts) {
        super(parts);
        this.memory = memory;
        this.key = key;
        setOrientation(orientation);
        IntStream.range(0, usual.length)
                .forEach(i ->
                        setDividerPosition(
                                i,
                                memory.number(key(i))
                                        .filter(p -> p > 0 && p < 1)
                                        .orElse(usual[i])));
        addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> dragged |= isDivider(e.getTarget()));
        addEventFilter(MouseEvent.MOUSE_RELEASED, e -> released());
    }

    private String key(int divider) {
        return "divider." + key + "." + divider;
    }

    private static boolean isDivider(EventTarget target) {
        return target instanceof Node node
                && (node.getStyleClass().contains("split-pane-divider")
                        || node.getParent() instanceof Node parent
                                && parent.getStyleClass().contains("split-pane-divider"));
    }

    /// Remembers what a person has dragged, and not where dividers come to stand while the window
    /// takes shape.
    private void released() {
        if (dragged) {
            dragged = false;
            keep();
        }
    }

    private void keep() {
        double[] positions = getDividerPositions();
        IntStream.range(0, positions.length).forEach(i -> memory.put(key(i), positions[i]));
    }
}
