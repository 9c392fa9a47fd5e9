package exemplar.ui.demonstrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import exemplar.model.Example;
import exemplar.study.Edit;
import exemplar.study.Examples;
import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.Workspace;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.fxmisc.richtext.StyleClassedTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The pane itself, by its keys.
@ExtendWith(ApplicationExtension.class)
class DemonstrationsPaneTest {
    private Workspace workspace;
    private Scene scene;

    @Start
    void start(Stage stage) {
        workspace =
                OpenedStudy.workspace(
                        Jobs.onToolkit(),
                        OpenedStudy.study(
                                "joy: the first",
                                "anger: not bad at all",
                                "sadness: the third {x}",
                                "joy: not again",
                                "anger: THE FIRST"));
        scene = OpenedStudy.pane(stage, workspace);
    }

    private <T extends Node> T node(Class<T> type, String id) {
        return type.cast(scene.lookup(id));
    }

    private Examples pool() {
        return workspace.study().get().orElseThrow().pool();
    }

    private List<String> ids() {
        return pool().stream().map(Example::id).toList();
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void inTable(FxRobot robot) {
        robot.interact(() -> node(TableView.class, "#examples").requestFocus());
    }

    @Test
    void whatIsTypedInTheDetailChangesTheStudyAndUndoGivesItBack(FxRobot robot) throws Exception {
        inTable(robot);
        robot.type(KeyCode.ENTER);
        TextArea area = node(TextArea.class, "#edit-text");
        robot.interact(area::end);
        robot.type(KeyCode.X);
        until(() -> pool().get(0).field("text").equals("the firstx"));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        until(() -> pool().get(0).field("text").equals("the first"));
        assertThat(area.getText()).isEqualTo("the first");
    }

    @Test
    void severalRowsAreRelabelledByOneDigitAsOneStep(FxRobot robot) throws Exception {
        inTable(robot);
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.type(KeyCode.DIGIT3);
        until(() -> pool().get(2).gold().equals("sadness"));
        assertThat(pool()).extracting(Example::gold).startsWith("sadness", "sadness", "sadness");
        robot.interact(workspace::undo);
        assertThat(pool()).extracting(Example::gold).startsWith("joy", "anger", "sadness");
        assertThat(workspace.undoLabel()).isEmpty();
    }

    @Test
    void aFilterLeavesItsRowsInTheTable(FxRobot robot) throws Exception {
        robot.clickOn("#filter-box");
        until(() -> scene.lookup("#filter").isFocused());
        StyleClassedTextField field = node(StyleClassedTextField.class, "#filter");
        robot.interact(() -> field.replaceText("label:joy"));
        until(() -> node(TableView.class, "#examples").getItems().size() == 2);
        assertThat(node(Label.class, "#filter-result").getText()).isEqualTo("2 of 5");
        robot.interact(() -> field.replaceText("text~zzz"));
        until(() -> scene.lookup("#empty").isVisible());
    }

    @Test
    void rowsAreMovedTurnedOffDuplicatedAndDeletedByKey(FxRobot robot) throws Exception {
        inTable(robot);
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        until(() -> ids().equals(List.of("d-2", "d-1", "d-3", "d-4", "d-5")));
        robot.type(KeyCode.SPACE);
        until(() -> !pool().get(1).enabled());
        robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        until(() -> pool().size() == 6);
        robot.type(KeyCode.DELETE);
        until(() -> pool().size() == 5);
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.type(KeyCode.P);
        until(() -> pool().stream().allMatch(Example::pinned));
    }

    @Test
    void aCellIsEditedInPlaceAndEscapeGivesItUp(FxRobot robot) throws Exception {
        inTable(robot);
        robot.type(KeyCode.F2).type(KeyCode.Q).type(KeyCode.ENTER);
        until(() -> pool().get(0).field("text").equals("q"));
        robot.type(KeyCode.F2).type(KeyCode.X).type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(pool().get(0).field("text")).isEqualTo("q");
    }

    @Test
    void tabEndsTheEditOfACellAndBeginsTheNext(FxRobot robot) throws Exception {
        inTable(robot);
        robot.type(KeyCode.F2).type(KeyCode.Q).type(KeyCode.TAB);
        until(() -> pool().get(0).field("text").equals("q"));
        robot.type(KeyCode.W).press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        until(() -> pool().get(1).field("text").equals("w"));
        robot.type(KeyCode.E).type(KeyCode.ENTER);
        until(() -> pool().get(0).field("text").equals("e"));
        robot.interact(workspace::undo);
        assertThat(pool().get(0).field("text")).isEqualTo("q");
    }

    @Test
    void theLabelsAreOfferedByKeyAndAProposalOfTheFilterIsTakenByTab(FxRobot robot)
            throws Exception {
        robot.interact(() -> scene.lookup("#filter-box").requestFocus());
        until(() -> scene.lookup("#filter") != null && scene.lookup("#filter").isFocused());
        StyleClassedTextField field = node(StyleClassedTextField.class, "#filter");
        robot.interact(() -> field.replaceText("label:an"));
        until(() -> robot.lookup("#proposal-0").tryQuery().isPresent());
        robot.type(KeyCode.TAB);
        until(() -> field.getText().equals("label:anger"));
        inTable(robot);
        robot.type(KeyCode.G);
        until(() -> robot.lookup("#gold-sadness").tryQuery().isPresent());
    }

    @Test
    void languagesAreOfferedByTheirNamesAndTheOneChosenIsTaken(FxRobot robot) throws Exception {
        inTable(robot);
        MenuButton menu = node(MenuButton.class, "#language");
        robot.interact(menu::show);
        assertThat(
                        menu.getItems().stream()
                                .filter(i -> i.getId() != null && i.getId().startsWith("language-"))
                                .map(MenuItem::getText))
                .startsWith("Arabic", "Chinese", "English", "French", "German")
                .isSorted();
        robot.interact(() -> {
            menu.getItems().stream()
                    .filter(i -> "language-zh".equals(i.getId()))
                    .forEach(MenuItem::fire);
            menu.hide();
        });
        until(() -> pool().get(0).language().equals("zh"));
    }

    @Test
    void everyHitIsShownAndReplacedInOneStep(FxRobot robot) throws Exception {
        inTable(robot);
        robot.press(KeyCode.CONTROL).type(KeyCode.H).release(KeyCode.CONTROL);
        robot.interact(() -> {
            node(TextField.class, "#find-text").setText("not");
            node(TextField.class, "#find-replacement").setText("so");
        });
        until(() -> node(Label.class, "#find-status").getText().equals("2 hits in 2 examples"));
        robot.interact(() -> node(Button.class, "#replace-all").fire());
        until(() -> pool().get(1).field("text").equals("so bad at all"));
        assertThat(pool().get(3).field("text")).isEqualTo("so again");
        robot.interact(workspace::undo);
        assertThat(pool().get(1).field("text")).isEqualTo("not bad at all");
    }

    @Test
    void theDeskShowsTheConflictAndAKeySettlesIt(FxRobot robot) throws Exception {
        until(() -> scene.lookup("#chip-conflict") != null);
        robot.interact(() -> node(Button.class, "#twins").fire());
        until(() -> scene.lookup("#desk") != null);
        robot.type(KeyCode.DIGIT1);
        until(() -> pool().get(4).gold().equals("joy"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !scene.lookup("#desk").isVisible());
    }

    @Test
    void aCheckBoxInARowTurnsItOff(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        CheckBox box = (CheckBox) scene.lookup(".check-cell .check-box");
        robot.interact(box::fire);
        until(() -> pool().stream().filter(e -> !e.enabled()).count() == 1);
    }

    @Test
    void aLabelIsChosenOnceAndTheMenuStaysAwayAfterwards(FxRobot robot) throws Exception {
        inTable(robot);
        robot.type(KeyCode.G);
        until(() -> robot.lookup("#gold-sadness").tryQuery().isPresent());
        robot.type(KeyCode.ENTER);
        until(() -> pool().get(0).gold().equals("anger"));
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        until(() -> ids().equals(List.of("d-2", "d-1", "d-3", "d-4", "d-5")));
        assertThat(robot.lookup("#gold-sadness").tryQuery()).isEmpty();
    }

    @Test
    void tabGoesFromWhatIsLookedForToWhatTakesItsPlaceAndABrokenPatternSaysWhere(FxRobot robot)
            throws Exception {
        inTable(robot);
        robot.press(KeyCode.CONTROL).type(KeyCode.H).release(KeyCode.CONTROL);
        TextField text = node(TextField.class, "#find-text");
        until(text::isFocused);
        robot.type(KeyCode.TAB);
        until(node(TextField.class, "#find-replacement")::isFocused);
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        until(text::isFocused);
        robot.interact(() -> {
            node(ToggleButton.class, "#finder-regex").setSelected(true);
            text.setText("no(t");
        });
        until(() -> node(Label.class, "#find-status").getText().endsWith("Character 5."));
        assertThat(text.getStyleClass()).contains("wrong");
        robot.interact(() -> text.setText("no(t)"));
        until(() -> node(Label.class, "#find-status").getText().equals("2 hits in 2 examples"));
        assertThat(text.getStyleClass()).doesNotContain("wrong");
    }

    @Test
    void aHitInALongTextStandsOnOneLineWithoutGaps(FxRobot robot) throws Exception {
        String text = "not bad at all, ".repeat(30);
        robot.interact(() ->
                workspace.apply(
                        Edit.of(
                                "long",
                                s ->
                                        s.withPool(
                                                s.pool()
                                                        .with(
                                                                0,
                                                                s.pool()
                                                                        .get(0)
                                                                        .withField(
                                                                                "text", text))))));
        inTable(robot);
        robot.press(KeyCode.CONTROL).type(KeyCode.H).release(KeyCode.CONTROL);
        robot.interact(() -> node(TextField.class, "#find-text").setText("bad"));
        until(() -> node(Label.class, "#find-status").getText().startsWith("31 hits"));
        List<TextFlow> lines =
                scene.getRoot().lookupAll(".hit-text").stream()
                        .map(TextFlow.class::cast)
                        .filter(line -> line.getScene() != null && line.getHeight() > 0)
                        .toList();
        assertThat(lines).isNotEmpty();
        for (TextFlow line : lines) {
            assertThat(line.getHeight()).isLessThan(24);
            double end = 0;
            for (Node piece : line.getChildren()) {
                assertThat(((Text) piece).getText()).isNotEmpty();
                assertThat(piece.getBoundsInParent().getMinX()).isCloseTo(end, within(3.0));
                end = piece.getBoundsInParent().getMaxX();
            }
        }
    }
}
