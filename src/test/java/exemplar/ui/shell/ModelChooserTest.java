package exemplar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Abilities;
import exemplar.backend.Places;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.KeySource;
import exemplar.backend.gateway.Machine;
import exemplar.backend.gateway.Opener;
import exemplar.backend.gateway.Preset;
import exemplar.backend.gateway.RetryPolicy;
import exemplar.ui.fx.Jobs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

class ModelChooserTest extends ApplicationTest {
    @TempDir static Path folder;
    private Workspace workspace;
    private Gateway gateway;

    @Override
    public void start(Stage stage) throws IOException {
        gateway =
                Machine.gateway(
                        new Places(folder.resolve("config"), folder.resolve("cache")),
                        List.of(),
                        target -> new Opener.Unavailable("no files here"),
                        RetryPolicy.OFF);
        register("nearness", true);
        register("writer", false);
        workspace =
                new Workspace(
                        Jobs.sameThread(), () -> gateway, Clock.systemUTC(), Preferences.none());
        workspace.open(new Gallery.InMemory(Gallery.study(), Optional.empty()));
        stage.setScene(
                new Scene(new StackPane(new ModelChooser(workspace, Optional.empty()).view())));
        stage.show();
    }

    @Override
    public void stop() {
        gateway.close();
    }

    private void register(String name, boolean vectorsOnly) throws IOException {
        gateway.registry()
                .put(
                        Preset.named("openai-compatible")
                                .orElseThrow()
                                .register(
                                        name,
                                        Optional.of(URI.create("http://127.0.0.1:9/v1")),
                                        "m",
                                        Optional.of(new KeySource.None()))
                                .withAbilities(
                                        new Abilities(
                                                !vectorsOnly,
                                                !vectorsOnly,
                                                false,
                                                false,
                                                0,
                                                false,
                                                true,
                                                false,
                                                512),
                                        Instant.EPOCH));
    }

    @Test
    void aModelThatGivesVectorsOnlyIsGreyedWithTheReason() {
        MenuButton chooser = lookup("#model-chooser").queryAs(MenuButton.class);
        interact(chooser::show);
        assertThat(item(chooser, "nearness").isDisable()).isTrue();
        assertThat(item(chooser, "nearness").getText()).contains("vectors of texts only");
        assertThat(item(chooser, "writer").isDisable()).isFalse();
        assertThat(item(chooser, "writer").getText()).doesNotContain("vectors");
        interact(chooser::hide);
        // Where a study names it all the same, the reason is at the name.
        interact(() -> workspace.model().set("nearness"));
        assertThat(chooser.getAccessibleText()).contains("nearness", "vectors of texts only");
        assertThat(lookup(".state-dot.away").queryAll()).hasSize(1);
        interact(() -> workspace.model().set("writer"));
        assertThat(chooser.getAccessibleText()).doesNotContain("vectors");
        assertThat(lookup(".state-dot.ready").queryAll()).hasSize(1);
    }

    private static MenuItem item(MenuButton chooser, String model) {
        return chooser.getItems().stream()
                .filter(i -> i.getText() != null && i.getText().startsWith(model + " "))
                .findFirst()
                .orElseThrow();
    }
}
