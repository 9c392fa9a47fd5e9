package exemplar.ui.demonstrations;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.Theme;
import exemplar.ui.shell.Workspace;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The pane of a study in which nothing is yet.
@ExtendWith(ApplicationExtension.class)
class EmptyPoolTest {
    private Workspace workspace;
    private Scene scene;

    @Start
    void start(Stage stage) {
        workspace = OpenedStudy.workspace(Jobs.onToolkit(), OpenedStudy.study());
        scene = OpenedStudy.pane(stage, workspace);
    }

    @Test
    void rowsOfASpreadsheetArePastedWhereThereAreNoneYet(FxRobot robot) throws Exception {
        Node empty = scene.lookup("#empty");
        assertThat(empty.isVisible()).isTrue();
        String rows = "text\temotion\n\"two\nlines\"\tjoy\n";
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(rows);
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.clickOn(empty);
        robot.press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () ->
                        workspace
                                .place()
                                .get()
                                .filter(new Workspace.Place.ImportText(rows)::equals)
                                .isPresent());
    }

    @Test
    void columnsAreWiderWhereTextIsLarger(FxRobot robot) {
        TableView<?> table = (TableView<?>) scene.lookup("#examples");
        double before = width(table, "column-gold");
        robot.interact(() -> Theme.LIGHT.dress(scene, 1.5));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(width(table, "column-gold")).isBetween(before * 1.4, before * 1.6);
        robot.interact(() -> Theme.LIGHT.dress(scene, 1));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(width(table, "column-gold")).isEqualTo(before);
    }

    @Test
    void theToolbarOfANarrowWindowWithLargeTextHasRoomForAllOfIt(FxRobot robot) {
        robot.interact(() -> Theme.LIGHT.dress(scene, 1.3));
        WaitForAsyncUtils.waitForFxEvents();
        Bounds first = inScene(scene.lookup(".pane-title"));
        Bounds last = inScene(scene.lookup("#opening"));
        assertThat(first.getMinX()).isPositive();
        assertThat(last.getMaxX()).isLessThan(scene.getWidth());
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    private static double width(TableView<?> table, String id) {
        return table.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow()
                .getWidth();
    }
}
