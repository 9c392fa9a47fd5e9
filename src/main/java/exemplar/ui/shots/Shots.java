package exemplar.ui.shots;

import exemplar.ui.shell.Preferences;
import exemplar.ui.shell.Shell;
import exemplar.ui.shell.StudyCommands;
import exemplar.ui.shell.Theme;
import exemplar.ui.shell.WorkPane;
import exemplar.ui.shell.Workspace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Takes a picture of every pane of a study. The panes live in a scene of their own that is never
/// shown, so its size does not depend on a screen.
public final class Shots {
    /// Frames that must pass without a change before a pane counts as settled.
    private static final int QUIET_FRAMES = 8;

    private static final int MOST_FRAMES = 1200;

    /// What to take.
    public record Wanted(Path out, Theme theme, int width, int height, List<String> panes) {}

    /// Makes a workspace with the study opened, on the toolkit's thread.
    @FunctionalInterface
    public interface Opening {
        Workspace open() throws IOException;
    }

    private Shots() {}

    /// Takes the pictures and gives their files. Starts the toolkit where it does not run yet; call
    /// from any other thread.
    ///
    /// @throws IOException with a sentence for a person
    public static List<Path> take(Opening opening, List<WorkPane.Definition> panes, Wanted wanted)
            throws IOException, InterruptedException {
        Files.createDirectories(wanted.out());
        start();
        List<Path> files = new ArrayList<>();
        CompletableFuture<Studio> studio = new CompletableFuture<>();
        exemplar.ui.fx.Screen.TOOLKIT.later(() -> {
            try {
                studio.complete(new Studio(opening.open(), panes, wanted));
            } catch (IOException | RuntimeException e) {
                studio.completeExceptionally(e);
            }
        });
        Studio made = await(studio);
        try {
            for (WorkPane.Definition pane : panes) {
                if (wanted.panes().isEmpty() || wanted.panes().contains(pane.id())) {
                    CompletableFuture<WritableImage> image = new CompletableFuture<>();
                    exemplar.ui.fx.Screen.TOOLKIT.later(() -> made.show(pane.id(), image));
                    String name =
                            "%s-%s-%dx%d.png"
                                    .formatted(
                                            pane.id(),
                                            wanted.theme() == Theme.DARK ? "dark" : "light",
                                            wanted.width(),
                                            wanted.height());
                    Path file = wanted.out().resolve(name);
                    write(await(image), file);
                    files.add(file);
                }
            }
        } finally {
            CompletableFuture<Boolean> closed = new CompletableFuture<>();
            exemplar.ui.fx.Screen.TOOLKIT.later(() -> {
                made.workspace.close();
                closed.complete(true);
            });
            await(closed);
        }
        return files;
    }

    private static void start() throws InterruptedException, IOException {
        CompletableFuture<Boolean> up = new CompletableFuture<>();
        try {
            Platform.startup(() -> up.complete(true));
            Platform.setImplicitExit(false);
        } catch (IllegalStateException alreadyRunning) {
            up.complete(true);
        }
        await(up);
    }

    private static <T> T await(CompletableFuture<T> future)
            throws InterruptedException, IOException {
        try {
            return future.get(120, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(
                    "the picture could not be taken: "
                            + Optional.ofNullable(e.getCause())
                                    .map(Throwable::getMessage)
                                    .orElse("unknown"),
                    e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("the pane did not come to rest within two minutes", e);
        }
    }

    private static void write(WritableImage image, Path file) throws IOException {
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        int[] pixels = new int[w * h];
        image.getPixelReader()
                .getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
        BufferedImage picture = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, w, h, pixels, 0, w);
        if (!ImageIO.write(picture, "png", file.toFile())) {
            throw new IOException("no writer for PNG files in this JDK");
        }
    }

    /// A scene that holds the shell and is looked at frame by frame.
    private static final class Studio {
        private final Workspace workspace;
        private final Shell shell;
        private final Scene scene;

        Studio(Workspace workspace, List<WorkPane.Definition> panes, Wanted wanted) {
            this.workspace = workspace;
            StudyCommands studies =
                    new StudyCommands(
                            workspace,
                            (folder, watcher) -> {
                                throw new IOException("a picture opens no further study");
                            },
                            title -> Optional.empty(),
                            Preferences.none(),
                            List.of(),
                            wanted.out());
            shell = new Shell(workspace, panes, studies, List.of());
            scene = new Scene(shell.view(), wanted.width(), wanted.height());
            wanted.theme().dress(scene, 1);
        }

        void show(String pane, CompletableFuture<WritableImage> image) {
            shell.show(pane);
            new AnimationTimer() {
                private int quiet;
                private int frames;

                @Override
                public void handle(long now) {
                    shell.view().applyCss();
                    shell.view().layout();
                    boolean settled =
                            workspace.jobs().atRest()
                                    && shell.shown().get().map(p -> p.settled().get()).orElse(true);
                    quiet = settled ? quiet + 1 : 0;
                    frames++;
                    if (quiet >= QUIET_FRAMES || frames >= MOST_FRAMES) {
                        stop();
                        image.complete(scene.snapshot(null));
                    }
                }
            }.start();
        }
    }
}
