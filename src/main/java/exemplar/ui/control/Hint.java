package exemplar.ui.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Words that stand under the mouse, and that a screen reader gives as help.
///
/// A tooltip of the toolkit is a window with a scene of its own. The first screen has dozens of
/// hints, of which a person reads two; a tooltip is made when the mouse first comes.
public final class Hint {
    /// Longer words go on in the next line.
    private static final double WIDEST = 520;

    private final Node node;
    private String words = "";
    private Optional<Tooltip> tooltip = Optional.empty();

    private Hint(Node node) {
        this.node = node;
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, e -> ready());
    }

    /// Says what stands under the mouse on a node from now on.
    ///
    /// @param words nothing where they are empty
    public static void set(Node node, String words) {
        if (node.getProperties().get(Hint.class) instanceof Hint there) {
            there.say(words);
        } else if (!words.isEmpty()) {
            Hint made = new Hint(node);
            node.getProperties().put(Hint.class, made);
            made.say(words);
        }
    }

    /// What stands under the mouse on a node; empty where nothing does.
    public static String of(Node node) {
        return node.getProperties().get(Hint.class) instanceof Hint there ? there.words : "";
    }

    private void say(String now) {
        words = now;
        node.setAccessibleHelp(now);
        tooltip.ifPresent(shown -> {
            if (now.isEmpty()) {
                Tooltip.uninstall(node, shown);
                shown.hide();
                tooltip = Optional.empty();
            } else {
                write(shown);
            }
        });
        if (node.isHover()) {
            ready();
        }
    }

    private void ready() {
        if (tooltip.isEmpty() && !words.isEmpty()) {
            Tooltip made = new Tooltip();
            made.setWrapText(true);
            made.setMaxWidth(WIDEST);
            write(made);
            Tooltip.install(node, made);
            tooltip = Optional.of(made);
        }
    }

    private void write(Tooltip shown) {
        shown.setText(words);
        Lettering.font(shown, words);
    }
}
