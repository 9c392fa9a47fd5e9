package exemplar.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Layout;
import exemplar.model.PromptForm;
import exemplar.model.Task;
import exemplar.study.Edit;
import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.Theme;
import exemplar.ui.shell.Workspace;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The pane itself, by its keys.
@ExtendWith(ApplicationExtension.class)
class PromptPaneTest {
    private Workspace workspace;
    private PromptPane pane;
    private Scene scene;

    @Start
    void start(Stage stage) {
        workspace = OpenedDesigns.workspace(Jobs.onToolkit(), OpenedDesigns.study());
        pane = new PromptPane(workspace);
        pane.activate();
        scene = new Scene(new StackPane(pane.view()), 980, 800);
        Theme.LIGHT.dress(scene, 1);
        stage.setScene(scene);
        stage.show();
    }

    private <T extends Node> T node(Class<T> type, String id) {
        return type.cast(scene.lookup(id));
    }

    private CodeArea part(String name) {
        return node(CodeArea.class, "#prompt-part-" + name);
    }

    private String shown() {
        return node(ReadingArea.class, "#prompt-text").text();
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private PromptForm.Parts parts() {
        return (PromptForm.Parts) workspace.currentDesign().orElseThrow().form();
    }

    @Test
    void aStudyWithoutLabelsIsColouredByDemonstration(FxRobot robot) throws Exception {
        assertThat(node(ToggleButton.class, "#prompt-by-label").isSelected()).isTrue();
        Task free =
                new Task(Task.Kind.GENERATE, List.of("text"), "emotion", List.of(), "", List.of());
        robot.interact(
                () -> workspace.open(OpenedDesigns.of(OpenedDesigns.study().withTask(free))));
        until(() -> node(ToggleButton.class, "#prompt-by-demonstration").isSelected());
        assertThat(node(ToggleButton.class, "#prompt-by-label").isVisible()).isFalse();
        robot.interact(() -> workspace.open(OpenedDesigns.of(OpenedDesigns.study())));
        until(() -> node(ToggleButton.class, "#prompt-by-label").isSelected());
    }

    @Test
    void aLetterTypedIsInThePromptAndUndoTakesItBack(FxRobot robot) throws Exception {
        robot.interact(() -> {
            part("query").requestFocus();
            part("query").end(org.fxmisc.richtext.NavigationActions.SelectionPolicy.CLEAR);
            part("query").moveTo(part("query").getLength());
        });
        robot.type(KeyCode.X);
        until(() -> shown().endsWith("E:x"));
        assertThat(parts().query()).endsWith("E:x");
        robot.interact(workspace::undo);
        until(() -> shown().endsWith("E:"));
        assertThat(part("query").getText()).endsWith("E:");
    }

    @Test
    void wordsThatFitAreOfferedAndTaken(FxRobot robot) throws Exception {
        robot.interact(() -> {
            part("query").requestFocus();
            part("query").replaceText("{{ te }}");
            part("query").moveTo(5);
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.SPACE).release(KeyCode.CONTROL);
        robot.type(KeyCode.ENTER);
        until(() -> part("query").getText().equals("{{ text }}"));
        until(() -> shown().endsWith("nearly true"));
    }

    @Test
    void aProblemLeadsToItsPlace(FxRobot robot) throws Exception {
        robot.interact(() -> part("demonstration").replaceText("T: {{ text }} {{ nope }}"));
        until(() -> scene.lookup("#prompt-problems .problem-link") != null);
        robot.interact(() -> node(Hyperlink.class, "#prompt-problems .problem-link").fire());
        assertThat(part("demonstration").getCaretPosition()).isEqualTo(17);
        assertThat(part("demonstration").isFocused()).isTrue();
    }

    @Test
    void demonstrationsAreMovedAndTakenOutByKey(FxRobot robot) throws Exception {
        ListView<?> list = node(ListView.class, "#prompt-demonstrations");
        until(() -> list.getItems().size() == 3);
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(0);
        });
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        until(() -> ids().equals(List.of("d-2", "d-1", "d-3")));
        until(() -> shown().indexOf("smelled") < shown().indexOf("third week"));
        robot.type(KeyCode.DELETE);
        until(() -> ids().equals(List.of("d-2", "d-3")));
        until(() -> !shown().contains("third week"));
    }

    private List<String> ids() {
        return workspace.currentDesign().orElseThrow().selection().ids();
    }

    @Test
    void tokensAreToldByPart(FxRobot robot) throws Exception {
        until(() -> node(Label.class, "#prompt-tokens").getText().contains("1,000,000"));
        robot.interact(() -> node(ToggleButton.class, "#prompt-by-tokens").fire());
        until(() -> pane.settled().get());
        String text = workspace.currentItem().orElseThrow().field("text");
        assertThat(shown()).contains(text);
    }

    /// The text on screen is changed line by line; it must never differ from the prompt.
    @Test
    void whateverChangesTheTextOnScreenIsThePrompt(FxRobot robot) throws Exception {
        Random random = new Random(7);
        String[] ends = {"", "\n", "\n\n", " ", "x", "{{ gold }}", "\nlast\n"};
        for (int round = 0; round < 60; round++) {
            String a = ends[random.nextInt(ends.length)];
            String b = ends[random.nextInt(ends.length)];
            int count = random.nextInt(5);
            Layout layout = Layout.values()[random.nextInt(3)];
            UnaryOperator<PromptForm.Parts> change =
                    p ->
                            new PromptForm.Parts(
                                    b,
                                    a + "{{ instruction }}",
                                    "T: {{ text }}" + a + "E: {{ gold }}" + b,
                                    "{{ gold }}",
                                    b + "\n",
                                    a + "T: {{ text }}" + b);
            robot.interact(() ->
                    workspace.apply(
                            Edit.of(
                                    "change",
                                    s ->
                                            s.withDesign(
                                                    OpenedDesigns.design(
                                                            "few",
                                                            change.apply(OpenedDesigns.PARTS),
                                                            layout,
                                                            count)))));
            until(() -> pane.settled().get());
            var made =
                    exemplar.prompt.Prompts.make(
                            workspace.currentDesign().orElseThrow(),
                            OpenedDesigns.TASK,
                            workspace.study().get().orElseThrow().pool(),
                            workspace.currentItem().orElseThrow());
            assertThat(shown()).isEqualTo(made.rendering().prompt().text());
        }
    }

    @Test
    void wordsAreFoundInThePromptOneAfterTheOther(FxRobot robot) throws Exception {
        until(() -> shown().endsWith("E:"));
        robot.interact(() -> perform("prompt.find"));
        robot.write("t: ");
        until(() -> node(Label.class, "#prompt-find-count").getText().equals("1 of 4"));
        robot.type(KeyCode.ENTER);
        ReadingArea area = node(ReadingArea.class, "#prompt-text");
        assertThat(area.markedText()).isEqualTo("T: ");
        assertThat(area.text().substring(area.marked().start())).startsWith("T: the street");
        robot.interact(() -> perform("prompt.find.before"));
        robot.interact(() -> perform("prompt.find.before"));
        assertThat(area.text().substring(area.marked().start())).startsWith("T: nearly true");
        robot.write("x");
        until(() -> node(Label.class, "#prompt-find-count").getText().equals("Nothing found"));
        robot.type(KeyCode.ESCAPE);
        until(() -> area.isFocused());
        assertThat(scene.lookup("#prompt-find").getParent().getParent().isVisible()).isFalse();
    }

    private void perform(String command) {
        pane.commands().stream()
                .filter(c -> c.id().equals(command))
                .findFirst()
                .orElseThrow()
                .perform();
    }

    @Test
    void aPartOfTheBudgetBarSaysWhatItIs(FxRobot robot) throws Exception {
        until(() -> scene.lookup("#prompt-budget .bar-part") != null);
        robot.moveTo(scene.lookup("#prompt-budget .bar-part"));
        robot.moveBy(2, 0);
        until(() ->
                robot.listWindows().stream()
                        .anyMatch(w ->
                                w instanceof Tooltip words
                                        && words.getText().startsWith("instruction:")));
    }
}
