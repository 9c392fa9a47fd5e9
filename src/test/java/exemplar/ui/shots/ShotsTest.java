package exemplar.ui.shots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.ui.demonstrations.DemonstrationsPane;
import exemplar.ui.fx.Jobs;
import exemplar.ui.fx.Screen;
import exemplar.ui.prompt.PromptPane;
import exemplar.ui.shell.FolderSession;
import exemplar.ui.shell.Galleries;
import exemplar.ui.shell.Theme;
import exemplar.ui.shell.WorkPane;
import exemplar.ui.shell.Workspace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;

class ShotsTest {
    @TempDir Path folder;

    @Test
    void everyPaneGetsAPictureOfTheWantedSizeWithoutADisplay()
            throws IOException, InterruptedException {
        List<Path> files =
                Shots.take(
                        () -> Galleries.opened(folder, Jobs.onToolkit()),
                        Galleries.panes(),
                        new Shots.Wanted(folder, Theme.DARK, 1600, 1000, List.of()));
        assertThat(files)
                .extracting(f -> f.getFileName().toString())
                .containsExactly(
                        "demonstrations-dark-1600x1000.png",
                        "prompt-dark-1600x1000.png",
                        "compare-dark-1600x1000.png");
        BufferedImage picture = ImageIO.read(files.getFirst().toFile());
        assertThat(picture.getWidth()).isEqualTo(1600);
        assertThat(picture.getHeight()).isEqualTo(1000);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < 1600; x += 3) {
            for (int y = 0; y < 1000; y += 3) {
                colours.add(picture.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(50);
    }

    /// A pane that does something bad when it is laid out, or never comes to rest.
    private record Bad(Parent view, boolean rests) implements WorkPane {
        @Override
        public ReadOnlyBooleanProperty settled() {
            return new ReadOnlyBooleanWrapper(rests).getReadOnlyProperty();
        }

        static WorkPane.Definition named(String id, Runnable layout, boolean rests) {
            Region region =
                    new Region() {
                        @Override
                        protected void layoutChildren() {
                            layout.run();
                        }
                    };
            return new WorkPane.Definition(
                    id,
                    "pane.compare",
                    Feather.LIST,
                    10,
                    w -> new Bad(new StackPane(region), rests));
        }
    }

    private void takenWith(Duration patience, WorkPane.Definition... panes)
            throws IOException, InterruptedException {
        Shots.take(
                () -> Galleries.opened(folder, Jobs.onToolkit()),
                List.of(panes),
                new Shots.Wanted(folder, Theme.LIGHT, 800, 600, List.of(), patience));
    }

    @Test
    void aPaneThatThrowsWhenItIsLaidOutIsNamed() {
        assertThatThrownBy(() ->
                        takenWith(
                                Duration.ofMinutes(1),
                                Galleries.panes().getFirst(),
                                Bad.named(
                                        "broken",
                                        () -> {
                                            throw new IndexOutOfBoundsException("at -27");
                                        },
                                        true)))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("'broken'", "at -27");
        assertThat(folder.resolve("demonstrations-light-800x600.png")).exists();
    }

    @Test
    void aPaneThatThrowsFromAListenerIsNamed() {
        assertThatThrownBy(() ->
                        takenWith(
                                Duration.ofMinutes(1),
                                Bad.named(
                                        "broken",
                                        () ->
                                                Screen.TOOLKIT.later(() -> {
                                                    throw new IllegalStateException("too late");
                                                }),
                                        false)))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("'broken'", "too late");
    }

    @Test
    void aPaneThatNeverComesToRestIsNamedInTime() {
        assertThatThrownBy(() ->
                        takenWith(Duration.ofMillis(700), Bad.named("restless", () -> {}, false)))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("'restless'", "rest");
    }

    @Test
    void aSampleWithRightToLeftTextIsShownInANarrowWindow()
            throws IOException, InterruptedException {
        Path study = folder.resolve("co-op-messages");
        Files.createDirectories(study);
        Path sample = Path.of("samples/co-op-messages");
        Files.copy(sample.resolve("study.json"), study.resolve("study.json"));
        for (String file : List.of("pool.jsonl", "tests.jsonl")) {
            // In sight: first in the table, and part of the prompt.
            List<String> turned =
                    Files.readAllLines(sample.resolve(file)).stream()
                            .filter(line -> line.contains("\"rtl\""))
                            .map(line -> line.replaceFirst("}$", ",\"pinned\":true}"))
                            .toList();
            assertThat(turned).isNotEmpty();
            Files.write(study.resolve(file), turned);
        }
        List<Path> files =
                Shots.take(
                        () -> {
                            Workspace workspace = Galleries.opened(folder, Jobs.onToolkit());
                            workspace.open(FolderSession.open(study).session());
                            return workspace;
                        },
                        List.of(DemonstrationsPane.definition(), PromptPane.definition()),
                        new Shots.Wanted(folder, Theme.DARK, 1000, 700, List.of()));
        assertThat(files).hasSize(2).allSatisfy(f -> assertThat(f).isNotEmptyFile());
    }

    @Test
    void whatCannotBeOpenedIsASentence() {
        assertThatThrownBy(() ->
                        Shots.take(
                                () -> {
                                    throw new IOException("no study there");
                                },
                                Galleries.panes(),
                                new Shots.Wanted(folder, Theme.LIGHT, 800, 600, List.of())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no study there");
        assertThat(Files.exists(folder)).isTrue();
    }
}
