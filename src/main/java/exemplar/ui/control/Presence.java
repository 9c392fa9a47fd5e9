package exemplar.ui.control;

import javafx.scene.Node;

/// Whether a node is there: seen, and with room of its own, or neither.
public final class Presence {
    private Presence() {}

    /// Shows a node, or takes it out of sight and out of the layout.
    public static void set(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
