package exemplar.ui.shots;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.Galleries;
import exemplar.ui.shell.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void whatCannotBeOpenedIsASentence() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
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
