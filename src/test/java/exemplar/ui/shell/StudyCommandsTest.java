package exemplar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.ui.fx.Jobs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

class StudyCommandsTest extends ApplicationTest {
    @TempDir Path folder;

    @Override
    public void start(Stage stage) {
        // Banners are controls, which need a running toolkit and no window.
    }

    @Test
    void theFirstRowsOfALargeStudyAreOnScreenBeforeReadingGoesOnAndGiveWayToTheWhole() {
        Workspace workspace = Gallery.workspace(folder, Jobs.sameThread());
        Session whole = new Gallery.InMemory(Gallery.study(), Optional.empty());
        Session preview = new PreviewSession(whole.folder(), Gallery.study());
        List<Boolean> partly = new ArrayList<>();
        interact(() -> {
            StudyCommands studies =
                    new StudyCommands(
                            workspace,
                            (study, watcher) -> {
                                watcher.firstRows(preview);
                                partly.add(workspace.session().get().orElseThrow().partial());
                                return new StudyCommands.Opened(whole, Optional.empty());
                            },
                            title -> Optional.empty(),
                            Preferences.none(),
                            List.of(),
                            folder);
            studies.open(folder.resolve("large"));
        });
        assertThat(partly).containsExactly(true);
        assertThat(workspace.session().get()).containsSame(whole);
        assertThat(workspace.readOnly()).isEmpty();
    }
}
