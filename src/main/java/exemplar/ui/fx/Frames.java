package exemplar.ui.fx;

import com.sun.javafx.scene.NodeHelper;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one change of a scene to one frame.
///
/// A node that is made while a frame is laid out, as every list and editor does that makes its rows
/// as they come into sight, gets its styles in a frame of its own that comes after. Nothing else
/// changed by then, and the toolkit (JavaFX 26) paints the whole window where it finds no place
/// that changed: each letter typed paid for that. Here such styles are applied in the frame that
/// made the node. The call for it is one of the toolkit's own; see ADR 31.
public final class Frames {
    private static final Logger LOG = LoggerFactory.getLogger(Frames.class);

    /// Marks a scene that is looked after.
    private static final Object MARK = Frames.class;

    private Frames() {}

    /// Looks after a scene from now on; asked again it does nothing more. On the toolkit's thread.
    public static void keepWhole(Scene scene) {
        if (scene.getProperties().putIfAbsent(MARK, true) == null) {
            scene.addPostLayoutPulseListener(new Styling(scene));
        }
    }

    private record Styling(Scene scene) implements Runnable {
        @Override
        public void run() {
            try {
                NodeHelper.processCSS(scene.getRoot());
            } catch (LinkageError e) {
                scene.removePostLayoutPulseListener(this);
                LOG.warn("Windows are painted more often than they need to be", e);
            }
        }
    }
}
