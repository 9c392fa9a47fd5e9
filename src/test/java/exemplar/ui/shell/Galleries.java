package exemplar.ui.shell;

import exemplar.ui.fx.Jobs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The gallery, for tests of other rooms.
public final class Galleries {
    private Galleries() {}

    public static List<WorkPane.Definition> panes() {
        return Gallery.panes();
    }

    public static Workspace opened(Path folder, Jobs jobs) {
        Workspace workspace = Gallery.workspace(folder, jobs);
        workspace.open(new Gallery.InMemory(Gallery.study(), Optional.empty()));
        return workspace;
    }
}
