package exemplar.ui.fx;

import java.util.logging.Logger;

/// What the toolkit says when it starts.
public final class ToolkitLog {
    /// Held here, as the platform forgets a logger that nobody holds.
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private ToolkitLog() {}

    /// Leaves out that the toolkit was found on the class path, which is how this program is
    /// started and nothing that whoever starts it can act on. To be called before the toolkit
    /// starts.
    public static void leaveOutPackaging() {
        TOOLKIT.setFilter(line ->
                line.getMessage() == null
                        || !line.getMessage().startsWith("Unsupported JavaFX configuration"));
    }
}
