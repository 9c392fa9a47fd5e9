package exemplar.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.study.Sample;
import exemplar.study.Study;
import exemplar.study.folder.OpenStudy;
import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.FolderSession;
import exemplar.ui.shell.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class ImportPaneTest extends ApplicationTest {
    @TempDir Path temp;
    private Workspace workspace;
    private ImportPane pane;
    private Scene scene;

    @Override
    public void start(Stage stage) throws IOException {
        Path folder = temp.resolve("study");
        OpenStudy.create(folder, Study.of("moods", Sample.task())).close();
        workspace = ImportViewModelTest.workspace(temp, Jobs.sameThread());
        workspace.open(FolderSession.open(folder).session());
        pane = new ImportPane(workspace);
        scene = new Scene(new VBox(new Button("elsewhere"), pane.view()), 900, 600);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        interact(workspace::close);
    }

    private Node focused() {
        WaitForAsyncUtils.waitForFxEvents();
        return scene.getFocusOwner();
    }

    @Test
    void theFocusGoesFromTheButtonThatIsGoneToThePreviewAndNotElsewhere() {
        interact(pane::activate);
        interact(() -> pane.home().orElseThrow().requestFocus());
        assertThat(focused()).isInstanceOf(Button.class);
        assertThat(focused().getStyleClass()).contains("primary");
        interact(() -> workspace.go(new Workspace.Place.ImportText("text\temotion\nhm\tjoy\n")));
        assertThat(focused().getId()).isEqualTo("import-preview");
    }
}
