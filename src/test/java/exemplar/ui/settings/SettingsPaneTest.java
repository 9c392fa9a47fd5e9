package exemplar.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.mock.MockFault;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.Command;
import exemplar.ui.shell.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The pane itself, against a loopback server.
@ExtendWith(ApplicationExtension.class)
class SettingsPaneTest {
    @TempDir Path folder;
    private SettingsBench bench;
    private SettingsPane pane;
    private Scene scene;

    @Start
    void start(Stage stage) throws Exception {
        bench = new SettingsBench(folder, Jobs.onToolkit());
        pane = new SettingsPane(bench.workspace, bench.machine());
        pane.activate();
        scene = new Scene(new StackPane(pane.view()), 1260, 900);
        Theme.LIGHT.dress(scene, 1);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            pane.deactivate();
            bench.close();
        });
    }

    private static boolean shown(Node node) {
        return node.isVisible() && (node.getParent() == null || shown(node.getParent()));
    }

    private <T extends Node> T node(Class<T> type, String id) {
        return type.cast(scene.lookup("#" + id));
    }

    /// Asked on the toolkit's thread, as nodes come and go there.
    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Command command(String id) {
        return pane.commands().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    private void selectPreset(FxRobot robot, String id) {
        robot.interact(() -> {
            ComboBox<?> presets = node(ComboBox.class, "settings-add-preset");
            for (int i = 0; i < presets.getItems().size(); i++) {
                if (presets.getItems().get(i).toString().contains("id=" + id + ",")) {
                    presets.getSelectionModel().select(i);
                }
            }
            presets.fireEvent(new javafx.event.ActionEvent());
        });
    }

    @Test
    void aModelIsAddedTestedEditedRemovedAndBroughtBack(FxRobot robot) throws Exception {
        try (MockServer server = MockServer.start(0, Trouble.NONE)) {
            until(() -> node(ListView.class, "settings-list").getItems().size() == 1);
            robot.interact(() -> command("settings.add").perform());
            selectPreset(robot, "openai-compatible");
            robot.interact(() ->
                    node(TextField.class, "settings-add-url").setText(server.base().toString()));
            until(() -> !node(Button.class, "settings-add-list").isDisabled());
            robot.interact(() -> node(Button.class, "settings-add-list").fire());
            ListView<?> ids = node(ListView.class, "settings-add-ids");
            until(() -> !ids.getItems().isEmpty());
            robot.interact(() -> ids.getSelectionModel().selectFirst());
            assertThat(node(TextField.class, "settings-add-name").getText()).isNotBlank();
            robot.interact(() -> node(TextField.class, "settings-add-name").setText("mine"));
            assertThat(pane.primary().orElseThrow().id()).isEqualTo("settings.add.commit");
            robot.interact(() -> pane.primary().orElseThrow().perform());
            until(() -> node(TextField.class, "settings-url") != null);
            assertThat(node(TextField.class, "settings-url").getText())
                    .isEqualTo(server.base().toString());

            until(() -> pane.primary().orElseThrow().enabled().getAsBoolean());
            robot.interact(() -> pane.primary().orElseThrow().perform());
            until(() ->
                    node(Label.class, "settings-trial-sentence")
                            .getText()
                            .startsWith("It answered"));
            assertThat(node(Label.class, "settings-sample").getText()).isNotBlank();
            assertThat(node(Node.class, "settings-ready").isVisible()).isTrue();

            server.behave(Trouble.of(MockFault.UNAUTHORIZED));
            until(() -> pane.primary().orElseThrow().enabled().getAsBoolean());
            robot.interact(() -> pane.primary().orElseThrow().perform());
            until(() -> node(Node.class, "settings-failed").isVisible());
            assertThat(node(Node.class, "settings-ready").isVisible()).isFalse();
            server.behave(Trouble.NONE);

            TextField temperature = node(TextField.class, "settings-parameter-temperature");
            robot.interact(() -> {
                temperature.requestFocus();
                temperature.setText("hot");
            });
            robot.type(KeyCode.ENTER);
            until(() -> node(Node.class, "settings-parameter-temperature-wrong").isVisible());
            robot.interact(() -> temperature.setText("0.3"));
            robot.type(KeyCode.ENTER);
            until(() -> saved("mine", 0.3));
            assertThat(node(Node.class, "settings-parameter-temperature-wrong").isVisible())
                    .isFalse();
            until(() -> node(Button.class, "settings-undo").getText().contains("Temperature"));

            robot.interact(() -> node(Button.class, "settings-default-make").fire());
            until(() -> bench.workspace.model().get().equals("mine"));
            robot.interact(() -> node(Button.class, "settings-remove").fire());
            until(() -> node(ListView.class, "settings-list").getItems().size() == 1);
            robot.interact(() -> command("settings.undo").perform());
            until(() -> saved("mine", 0.3));
        }
    }

    private boolean saved(String name, double temperature) {
        try {
            return bench.gateway.registry().find(name).stream()
                    .anyMatch(r -> r.defaults().temperature().orElse(-1) == temperature);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aKeyLeavesItsFieldWhenItIsKept(FxRobot robot) throws Exception {
        robot.interact(() -> command("settings.add").perform());
        selectPreset(robot, "mistral");
        robot.interact(() -> node(ButtonBase.class, "settings-key-stored").fire());
        until(() -> node(PasswordField.class, "settings-passphrase-again").isVisible());
        robot.interact(() -> {
            node(PasswordField.class, "settings-key-typed").setText("sk-0123456789");
            node(PasswordField.class, "settings-passphrase").setText("one");
            node(PasswordField.class, "settings-passphrase-again").setText("two");
            node(Button.class, "settings-key-keep").fire();
        });
        until(() -> node(Node.class, "settings-key-problem").isVisible());
        robot.interact(() -> {
            node(PasswordField.class, "settings-passphrase-again").setText("one");
            node(Button.class, "settings-key-keep").fire();
        });
        until(() -> node(Button.class, "settings-key-keep").getText().equals("Replace key"));
        assertThat(node(Node.class, "settings-key-problem").isVisible()).isFalse();
        assertThat(node(PasswordField.class, "settings-key-typed").getText()).isEmpty();
        assertThat(node(PasswordField.class, "settings-passphrase").getText()).isEmpty();
        assertThat(shown(node(PasswordField.class, "settings-passphrase"))).isFalse();
        robot.interact(() -> node(Button.class, "settings-key-forget").fire());
        assertThat(node(Button.class, "settings-key-forget-do").isVisible()).isTrue();
        robot.interact(() -> node(Button.class, "settings-key-forget-do").fire());
        until(() -> node(Button.class, "settings-key-keep").getText().equals("Keep key"));
    }

    @Test
    void everythingHasANameAndTheMachineIsShownApart(FxRobot robot) throws Exception {
        robot.interact(() -> command("settings.add").perform());
        assertThat(nameless()).isEmpty();
        robot.interact(() -> command("settings.machine").perform());
        until(() ->
                node(Label.class, "settings-cache-sum") instanceof Label sum
                        && sum.getText().startsWith("No answer"));
        until(() -> pane.settled().get());
        assertThat(node(Label.class, "settings-key-store").getText()).contains("keychain");
        assertThat(nameless()).isEmpty();
    }

    private List<String> nameless() {
        return scene.getRoot().lookupAll("*").stream()
                .filter(n -> n instanceof ButtonBase || n instanceof TextInputControl)
                .filter(n -> !n.getStyleClass().contains("arrow-button"))
                .filter(n -> blank(n.getAccessibleText()))
                .filter(n -> !(n instanceof ButtonBase b) || blank(b.getText()))
                .map(Node::toString)
                .toList();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
