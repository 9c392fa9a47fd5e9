package exemplar.ui.control;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Buttons of which one is chosen, moved through with the arrow keys. The toolkit marks the next
/// one as chosen without telling anybody; here what is marked is also done.
public final class Choices {
    private Choices() {}

    /// Lets the arrow keys choose the neighbours of a button in its group.
    public static void withArrows(ToggleButton button) {
        button.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    int step = step(event.getCode());
                    if (step == 0 || button.getToggleGroup() == null || isModified(event)) {
                        return;
                    }
                    event.consume();
                    neighbour(button, step);
                });
    }

    private static boolean isModified(KeyEvent event) {
        return event.isShortcutDown() || event.isAltDown() || event.isShiftDown();
    }

    private static int step(KeyCode code) {
        return switch (code) {
            case RIGHT, DOWN -> 1;
            case LEFT, UP -> -1;
            default -> 0;
        };
    }

    private static void neighbour(ToggleButton from, int step) {
        List<ToggleButton> all =
                from.getToggleGroup().getToggles().stream()
                        .filter(ToggleButton.class::isInstance)
                        .map(ToggleButton.class::cast)
                        .filter(b -> b.isVisible() && !b.isDisabled())
                        .toList();
        int at = all.indexOf(from) + step;
        if (at >= 0 && at < all.size()) {
            ToggleButton next = all.get(at);
            next.requestFocus();
            if (!next.isSelected()) {
                next.fire();
            }
        }
    }
}
