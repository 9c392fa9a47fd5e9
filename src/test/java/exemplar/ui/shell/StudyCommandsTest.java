package exemplar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.study.Edit;
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

    @Test
    void undoAndRedoSayWhatTheyWouldTakeBack() {
        Workspace workspace = Gallery.workspace(folder, Jobs.sameThread());
        interact(() -> {
            StudyCommands studies =
                    new StudyCommands(
                            workspace,
                            (study, watcher) ->
                                    new StudyCommands.Opened(
                                            new Gallery.InMemory(Gallery.study(), Optional.empty()),
                                            Optional.empty()),
                            title -> Optional.empty(),
                            Preferences.none(),
                            List.of(),
                            folder);
            studies.open(folder.resolve("one"));
            List<Command> commands = studies.commands();
            assertThat(said(commands, "edit.undo")).isEqualTo("Undo");
            workspace.apply(Edit.of("change of name", study -> study.withName("other")));
            assertThat(said(commands, "edit.undo")).isEqualTo("Undo change of name");
            workspace.undo();
            assertThat(said(commands, "edit.redo")).isEqualTo("Redo change of name");
        });
    }

    private static String said(List<Command> commands, String id) {
        return commands.stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow()
                .now()
                .get();
    }
}
