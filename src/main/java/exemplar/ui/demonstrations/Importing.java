package exemplar.ui.demonstrations;

import exemplar.ui.demonstrations.rows.Side;
import exemplar.ui.shell.Workspace;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Window;

/// How examples come in from outside. The sheet that asks how to read them belongs to others; this
/// is all the pane knows of it.
public interface Importing {
    /// Asks for a file and how to read it.
    void choose(Workspace workspace, Side side, Window owner);

    /// Asks how to read these files.
    void files(Workspace workspace, Side side, Window owner, List<Path> files);

    /// Asks how to read rows from the clipboard.
    void text(Workspace workspace, Side side, Window owner, String text);
}
