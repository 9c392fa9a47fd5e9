package exemplar.ui.control;

import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.util.Duration;

/// A split whose dividers stand where the person left them, also after the next start.
public final class RememberedSplit extends SplitPane {
    private final Memory memory;
    private final String key;
    private final PauseTransition rest = new PauseTransition(Duration.millis(400));

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
        rest.setOnFinished(e -> keep());
        getDividers().forEach(d -> d.positionProperty().subscribe(this::moved));
    }

    private String key(int divider) {
        return "divider." + key + "." + divider;
    }

    /// Remembers once the mouse or the keyboard rests, and not while the window takes shape.
    private void moved() {
        if (isHover() || isFocusWithin()) {
            rest.playFromStart();
        }
    }

    private void keep() {
        double[] positions = getDividerPositions();
        IntStream.range(0, positions.length).forEach(i -> memory.put(key(i), positions[i]));
    }
}
