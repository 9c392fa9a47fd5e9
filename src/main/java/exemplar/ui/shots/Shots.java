package exemplar.ui.shots;

import exemplar.ui.fx.ToolkitLog;
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
import java.time.Duration;
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
import org.jspecify.annotations.Nullable;

/// Takes a picture of every pane of a study. The panes live in a scene of their own that is never
/// shown, so its size does not depend on a screen.
public final class Shots {
    /// Frames that must pass without a change before a pane counts as settled.
    private static final int QUIET_FRAMES = 8;

    /// How much longer than a pane may take the toolkit's thread is waited for.
    private static final Duration GRACE = Duration.ofSeconds(5);

    /// What to take.
    ///
    /// @param patience how long a pane may take to come to rest
    public record Wanted(
            Path out, Theme theme, int width, int height, List<String> panes, Duration patience) {

        /// With a minute for each pane.
        public Wanted(Path out, Theme theme, int width, int height, List<String> panes) {
            this(out, theme, width, height, panes, Duration.ofMinutes(1));
        }
    }

    /// Makes a workspace with the study opened, on the toolkit's thread.
    @FunctionalInterface
    public interface Opening {
        Workspace open() throws IOException;
    }

    private Shots() {}

    /// Takes the pictures and gives their files. Starts the toolkit where it does not run yet; call
    /// from any other thread. Ends with the first pane that fails: that throws, or does not come to
    /// rest in its time.
    ///
    /// @throws IOException with a sentence for a person, which names the pane
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
        Studio made = await(studio, "the study could not be shown", wanted.patience());
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
                    write(
                            await(
                                    image,
                                    "the picture of the pane '" + pane.id() + "' was not taken",
                                    wanted.patience()),
                            file);
                    files.add(file);
                }
            }
        } finally {
            CompletableFuture<Boolean> closed = new CompletableFuture<>();
            exemplar.ui.fx.Screen.TOOLKIT.later(() -> {
                made.close();
                closed.complete(true);
            });
            // A thread that is stuck in a pane is left behind: the pictures' failure is told.
            closed.completeOnTimeout(false, GRACE.toSeconds(), TimeUnit.SECONDS).join();
        }
        return files;
    }

    private static void start() throws InterruptedException, IOException {
        CompletableFuture<Boolean> up = new CompletableFuture<>();
        try {
            ToolkitLog.leaveOutPackaging();
            Platform.startup(() -> up.complete(true));
            Platform.setImplicitExit(false);
        } catch (IllegalStateException alreadyRunning) {
            up.complete(true);
        }
        await(up, "the toolkit did not start", Duration.ofMinutes(1));
    }

    private static <T> T await(CompletableFuture<T> future, String failure, Duration patience)
            throws InterruptedException, IOException {
        try {
            return future.get(patience.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(failure + ": " + reason(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException(failure + ": the window's thread does not answer", e);
        }
    }

    private static String reason(@Nullable Throwable failure) {
        if (failure instanceof IOException told && told.getMessage() != null) {
            return told.getMessage();
        }
        return failure == null ? "unknown" : failure.toString();
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
        private final Duration patience;
        private final Thread thread = Thread.currentThread();
        private final Thread.@Nullable UncaughtExceptionHandler usual =
                thread.getUncaughtExceptionHandler();
        private CompletableFuture<WritableImage> current = new CompletableFuture<>();

        Studio(Workspace workspace, List<WorkPane.Definition> panes, Wanted wanted) {
            this.workspace = workspace;
            patience = wanted.patience();
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
            // What a pane throws from a listener of its own ends no frame of ours.
            thread.setUncaughtExceptionHandler((t, e) -> current.completeExceptionally(e));
        }

        void close() {
            thread.setUncaughtExceptionHandler(usual);
            workspace.close();
        }

        void show(String pane, CompletableFuture<WritableImage> image) {
            current = image;
            try {
                shell.show(pane);
            } catch (RuntimeException | Error e) {
                image.completeExceptionally(e);
                return;
            }
            long start = System.nanoTime();
            new AnimationTimer() {
                private int quiet;

                @Override
                public void handle(long now) {
                    try {
                        look();
                    } catch (RuntimeException | Error e) {
                        image.completeExceptionally(e);
                    }
                    if (image.isDone()) {
                        stop();
                    }
                }

                private void look() {
                    shell.view().applyCss();
                    shell.view().layout();
                    quiet = settled() ? quiet + 1 : 0;
                    if (quiet >= QUIET_FRAMES) {
                        image.complete(scene.snapshot(null));
                    } else if (System.nanoTime() - start > patience.toNanos()) {
                        image.completeExceptionally(
                                new IOException(
                                        "it did not come to rest within %.0f s"
                                                .formatted(patience.toMillis() / 1000.0)));
                    }
                }
            }.start();
        }

        private boolean settled() {
            return workspace.jobs().atRest()
                    && shell.shown().get().map(p -> p.settled().get()).orElse(true);
        }
    }
}
