package exemplar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.study.Edit;
import exemplar.ui.fx.Jobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class ShellTest extends ApplicationTest {
    @TempDir static Path folder;
    private Workspace workspace;
    private StudyCommands studies;
    private Shell shell;
    private Gallery.InMemory session;

    @Override
    public void start(Stage stage) {
        workspace = Gallery.workspace(folder, Jobs.onToolkit());
        studies =
                new StudyCommands(
                        workspace,
                        (path, watcher) -> {
                            throw new IOException("There is no study at " + path + ".");
                        },
                        title -> Optional.of(Path.of("nowhere")),
                        Preferences.none(),
                        List.of(),
                        folder);
        shell = new Shell(workspace, Gallery.panes(), studies, List.of());
        Scene scene = new Scene(shell.view(), 980, 700);
        Theme.LIGHT.dress(scene, 1);
        stage.setScene(scene);
        stage.show();
        session = new Gallery.InMemory(Gallery.study(), Optional.empty());
        workspace.open(session);
    }

    private <T extends Node> T node(String id, Class<T> type) {
        return lookup("#" + id).queryAs(type);
    }

    @Test
    void aSessionThatEndedInTheEngineIsToldWithWhatToDoWhicheverStudyIsOpen() throws Exception {
        Path cache = folder.resolve("engine-cache");
        Path running = cache.resolve("engine").resolve("running");
        java.nio.file.Files.createDirectories(running);
        for (int i = 0; i < 2; i++) {
            java.nio.file.Files.writeString(
                    running.resolve("999999999-1.running"),
                    "model=/models/tiny.gguf\ndoing=evaluating a prompt\n");
            new exemplar.backend.llama.Engines(cache).close();
        }
        java.nio.file.Files.createDirectories(cache.resolve("engine").resolve("libraries"));
        java.nio.file.Files.writeString(
                cache.resolve("engine").resolve("libraries").resolve("used"), "mine\n");
        try (exemplar.backend.llama.Engines engines = new exemplar.backend.llama.Engines(cache)) {
            interact(() -> EngineBanner.watch(studies.banners(), engines, workspace));
            interact(() -> workspace.open(new Gallery.InMemory(Gallery.study(), Optional.empty())));
            assertThat(lookup("#engine-banner .label").queryAs(Label.class).getText())
                    .contains("Two sessions in a row")
                    .contains("mine");
            assertThat(engines.blocks()).isTrue();
            clickOn("Ask it again");
            until(() -> !engines.blocks());
            assertThat(lookup("#engine-banner").queryAll()).isEmpty();
            interact(() -> EngineBanner.watch(studies.banners(), engines, workspace));
            assertThat(lookup("#engine-banner").queryAll()).isEmpty();
        }
    }

    @Test
    void thatTheChosenEngineLibraryCannotBeUsedIsToldWhenItIsFoundOut() throws Exception {
        Path cache = folder.resolve("fallen-cache");
        Path mine = cache.resolve("engine").resolve("libraries").resolve("mine");
        java.nio.file.Files.createDirectories(mine);
        java.nio.file.Files.writeString(mine.resolve("libllama.so"), "this is no library");
        java.nio.file.Files.writeString(mine.resolveSibling("used"), "mine\n");
        Path file = java.nio.file.Files.writeString(folder.resolve("m.gguf"), "any");
        try (exemplar.backend.llama.Engines engines = new exemplar.backend.llama.Engines(cache);
                var backend =
                        new exemplar.backend.llama.LlamaBackend(
                                () -> java.util.Map.of("m", file), engines)) {
            interact(() -> EngineBanner.watch(studies.banners(), engines, workspace));
            assertThat(lookup("#" + EngineBanner.FALLEN).queryAll()).isEmpty();
            backend.identity("m");
            until(() -> !lookup("#" + EngineBanner.FALLEN).queryAll().isEmpty());
            assertThat(lookup("#" + EngineBanner.FALLEN + " .label").queryAs(Label.class).getText())
                    .contains("mine")
                    .contains("could not be loaded");
            clickOn("Use the bundled engine");
            until(() -> engines.libraries().chosen().equals("bundled"));
            assertThat(lookup("#" + EngineBanner.FALLEN).queryAll()).isEmpty();
        }
    }

    private void until(java.util.concurrent.Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("did not come true within ten seconds", e);
        }
    }

    @Test
    void theRailShowsThePanesThatExistAndTheKeysLeadToThem() {
        assertThat(lookup(".rail-button").queryAll()).hasSize(3);
        assertThat(node("rail-demonstrations", ToggleButton.class).isSelected()).isTrue();
        press(KeyCode.CONTROL, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.CONTROL);
        until(() -> shell.shownId().get().equals("compare"));
        assertThat(node("rail-compare", ToggleButton.class).isSelected()).isTrue();
        clickOn("#rail-prompt");
        until(() -> shell.shownId().get().equals("prompt"));
    }

    @Test
    void aPaneIsActiveOnlyWhileItIsShown() {
        Gallery.Controls first = (Gallery.Controls) shell.shown().get().orElseThrow();
        interact(() -> shell.show("compare"));
        interact(() -> shell.show("demonstrations"));
        assertThat(shell.shown().get()).containsSame(first);
        assertThat(first.log).containsExactly("activate", "deactivate", "activate");
        interact(() -> workspace.close());
        assertThat(first.log.getLast()).isEqualTo("deactivate");
        assertThat(lookup(".empty-headline").tryQuery()).isPresent();
    }

    @Test
    void thePaletteFindsACommandByAFewLettersAndEscapeGivesTheFocusBack() {
        clickOn("#rail-demonstrations");
        press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        until(() -> node("palette-field", TextField.class).isFocused());
        write("go comp");
        until(() ->
                ((Command)
                                node("palette-list", ListView.class)
                                        .getSelectionModel()
                                        .getSelectedItem())
                        .id()
                        .equals("go.compare"));
        type(KeyCode.ENTER);
        until(() -> shell.shownId().get().equals("compare"));
        press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        until(() -> lookup("#palette-field").tryQuery().isPresent());
        type(KeyCode.ESCAPE);
        until(() -> lookup("#palette-field").tryQuery().isEmpty());
        assertThat(node("rail-demonstrations", ToggleButton.class).isFocused()).isTrue();
    }

    @Test
    void theTopBarLeavesOutDetailsBeforeItCutsTheNameOfTheStudy() throws Exception {
        String name = "Messages to a housing co-op";
        interact(() -> session.history().apply(Edit.of("rename", s -> s.withName(name))));
        for (double width : List.of(1600.0, 1366.0, 1290.0, 1000.0, 820.0, 640.0)) {
            interact(() -> shell.view().getScene().getWindow().setWidth(width));
            WaitForAsyncUtils.waitForFxEvents();
            javafx.scene.control.MenuButton study =
                    node("study-menu", javafx.scene.control.MenuButton.class);
            Button search = node("search", Button.class);
            Button primary = node("primary", Button.class);
            if (width > 900) {
                assertThat(study.getText()).isEqualTo(name);
            }
            Button undo = node("undo", Button.class);
            assertThat(undo.getWidth())
                    .as("undo at %.0f", width)
                    .isGreaterThanOrEqualTo(Math.min(undo.prefWidth(-1), 240) - 1);
            assertThat(name).startsWith(study.getText().replace("…", ""));
            assertThat(from(search).lookup(".icon").queryAll()).isNotEmpty();
            double end = primary.localToScene(primary.getBoundsInLocal()).getMaxX();
            assertThat(end).as("at %.0f", width).isLessThanOrEqualTo(width);
            assertThat(primary.getWidth()).isGreaterThanOrEqualTo(primary.prefWidth(-1) - 1);
        }
    }

    @Test
    void theUndoButtonNamesWhatItTakesBack() {
        Button undo = node("undo", Button.class);
        assertThat(undo.isDisabled()).isTrue();
        interact(() -> workspace.apply(Edit.of("rename", s -> s.withName("other"))));
        assertThat(undo.getText()).isEqualTo("Undo rename");
        assertThat(node("saved", Label.class).getText()).contains("ournal");
        press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        until(undo::isDisabled);
        assertThat(workspace.study().get().orElseThrow().name()).isEqualTo("emotions-in-tweets");
    }

    @Test
    void thePrimaryActionIsThePanesOwnAndHasItsKey() {
        Gallery.Controls pane = (Gallery.Controls) shell.shown().get().orElseThrow();
        assertThat(node("primary", Button.class).getAccessibleText()).isEqualTo("Run on item");
        press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        until(() -> pane.log.contains("run"));
    }

    @Test
    void thePrimaryActionIsPossibleInTheMomentThePaneIsUpToDate() {
        Gallery.Controls pane = (Gallery.Controls) shell.shown().get().orElseThrow();
        Button primary = node("primary", Button.class);
        List<Boolean> possible = new ArrayList<>();
        interact(() -> {
            for (boolean can : List.of(false, true)) {
                pane.settled.set(false);
                pane.possible = can;
                pane.settled.set(true);
                possible.add(!primary.isDisabled());
            }
        });
        assertThat(possible).containsExactly(false, true);
    }

    @Test
    void aPaneWithoutOneOffersToRunTheItemInThePromptPane() {
        interact(() -> shell.show("compare"));
        ((Gallery.Controls) shell.shown().get().orElseThrow()).hasPrimary = false;
        assertThat(shell.primary().orElseThrow().id()).isEqualTo("item.run");
        interact(() -> shell.perform("item.run"));
        assertThat(shell.shownId().get()).isEqualTo("prompt");
        assertThat(((Gallery.Controls) shell.shown().get().orElseThrow()).log).contains("run");
    }

    @Test
    void aJobIsListedWithHowFarItIsAndCanBeStopped() {
        CountDownLatch stopped = new CountDownLatch(1);
        interact(() ->
                workspace
                        .jobs()
                        .start(
                                "Run 14",
                                reporter -> {
                                    reporter.at(171, 240, "$0.00");
                                    try {
                                        Thread.sleep(java.time.Duration.ofMinutes(5));
                                    } catch (InterruptedException e) {
                                        stopped.countDown();
                                        throw e;
                                    }
                                    return 0;
                                },
                                n -> {},
                                e -> {}));
        until(() ->
                lookup(".status-bar .label").queryAllAs(Label.class).stream()
                        .anyMatch(l -> l.getText().startsWith("171 of 240")));
        clickOn("Cancel");
        until(() -> stopped.getCount() == 0);
        until(() -> lookup(".job-title").tryQuery().isEmpty());
    }

    @Test
    void whatCannotBeOpenedIsSaidAndStaysUntilItIsRead() {
        interact(() -> shell.perform("study.open"));
        until(() ->
                lookup("#notice .label").queryAllAs(Label.class).stream()
                        .anyMatch(l -> l.getText().startsWith("There is no study at")));
        assertThat(workspace.session().get()).isPresent();
    }

    @Test
    void aReadOnlyStudySaysSoAboveThePane() {
        interact(() ->
                workspace.open(
                        new Gallery.InMemory(
                                Gallery.study(), Optional.of("It is open elsewhere."))));
        assertThat(lookup("#readonly-banner .label").queryAs(Label.class).getText())
                .isEqualTo("It is open elsewhere.");
        assertThat(node("saved", Label.class).getText()).isEqualTo("Read only");
    }

    @Test
    void everythingThatCanBePressedHasAName() {
        List<String> nameless =
                lookup(n -> n instanceof javafx.scene.control.ButtonBase).queryAll().stream()
                        .map(javafx.scene.control.ButtonBase.class::cast)
                        .filter(b ->
                                (b.getText() == null || b.getText().isBlank())
                                        && (b.getAccessibleText() == null
                                                || b.getAccessibleText().isBlank()))
                        .map(b -> b.getStyleClass() + " " + b.getId())
                        .toList();
        assertThat(nameless).isEmpty();
    }

    @Test
    void theOfferToUndoAStepGoesWithTheNextStep() {
        interact(() -> workspace.apply(Edit.of("first", s -> s.withName("First"))));
        interact(() -> workspace.tellDone("Renamed"));
        until(() -> lookup("#notice").tryQuery().isPresent());
        interact(workspace::undo);
        assertThat(lookup("#notice").tryQuery()).isEmpty();
        interact(() -> workspace.tell(Notice.of("Something that stays true")));
        interact(workspace::redo);
        assertThat(lookup("#notice").tryQuery()).isPresent();
    }

    @Test
    void theKeysAreShownOnOneSheet() {
        press(KeyCode.F1).release(KeyCode.F1);
        until(() -> lookup("#help").tryQuery().isPresent());
        assertThat(lookup("#help .key-cap").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("Ctrl K", "Ctrl S", "Ctrl Shift Z");
        type(KeyCode.F1);
        until(() -> lookup("#help").tryQuery().isEmpty());
    }

    @Test
    void aStudyBesideTheOthersIsFoundInThePalette() throws Exception {
        Path beside = java.nio.file.Files.createDirectories(folder.resolve("s1m"));
        java.nio.file.Files.writeString(
                beside.resolve("study.json"), "{\"schema\": 1, \"name\": \"Many tweets\"}");
        press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        until(() -> lookup("#palette-field").tryQuery().isPresent());
        write("s1m");
        until(() ->
                ((ListView<?>) node("palette-list", ListView.class))
                        .getItems().stream()
                                .map(c -> ((Command) c).words())
                                .anyMatch(w -> w.startsWith("Open study Many tweets")));
        type(KeyCode.ENTER);
        until(() ->
                lookup("#notice .label").queryAllAs(Label.class).stream()
                        .anyMatch(l -> l.getText().endsWith("s1m.")));
    }

    @Test
    void aLargerTextIsLargerInTheTopBarAsWell() {
        Label caption = (Label) lookup("#design-chooser .caption").query();
        double before = caption.getFont().getSize();
        interact(() -> Theme.LIGHT.dress(shell.view().getScene(), 1.3));
        until(() -> Math.abs(caption.getFont().getSize() - 1.3 * before) < 0.1);
        for (String id : List.of("study-menu", "design-chooser", "search", "primary")) {
            until(() -> {
                Node control = node(id, Node.class);
                return ((javafx.scene.control.Labeled) control).getFont().getSize() > 16;
            });
        }
        until(() -> node("search", Button.class).getParent().getBoundsInLocal().getHeight() > 50);
    }
}
