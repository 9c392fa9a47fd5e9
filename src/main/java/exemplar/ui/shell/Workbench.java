package exemplar.ui.shell;

import exemplar.ui.control.Texts;
import exemplar.ui.fx.Jobs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.DirectoryChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window of the program.
public final class Workbench extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

    /// What the window is made of.
    public record Parts(
            Workspace workspace,
            List<WorkPane.Definition> panes,
            StudyCommands.Opener opener,
            List<Path> samples,
            Path studiesFolder,
            Preferences preferences,
            Optional<Path> study) {}

    /// Makes the parts once the toolkit runs.
    @FunctionalInterface
    public interface Assembly {
        Parts assemble(Jobs jobs);
    }

    private static final AtomicReference<Assembly> ASSEMBLY = new AtomicReference<>();

    /// Opens the window and returns when it is closed.
    public static void open(Assembly assembly) {
        ASSEMBLY.set(assembly);
        launch(Workbench.class);
    }

    private Theme theme = Theme.SYSTEM;
    private double zoom = 1;

    @Override
    public void start(Stage stage) {
        Parts parts = ASSEMBLY.get().assemble(Jobs.onToolkit());
        Preferences preferences = parts.preferences();
        theme = preferences.text("theme").map(Theme::valueOf).orElse(Theme.SYSTEM);
        zoom = preferences.number("zoom").orElse(1.0);
        StudyCommands studies =
                new StudyCommands(
                        parts.workspace(),
                        parts.opener(),
                        title -> chooseFolder(stage, title),
                        preferences,
                        parts.samples(),
                        parts.studiesFolder());
        Shell shell =
                new Shell(parts.workspace(), parts.panes(), studies, commands(stage, preferences));
        Rectangle2D place = place(preferences);
        Scene scene = new Scene(shell.view(), place.getWidth(), place.getHeight());
        theme.dress(scene, zoom);
        Platform.getPreferences().colorSchemeProperty().subscribe(() -> theme.dress(scene, zoom));
        stage.setScene(scene);
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setMinWidth(720);
        stage.setMinHeight(480);
        stage.setMaximized(preferences.text("maximised").map("true"::equals).orElse(false));
        parts.workspace()
                .study()
                .subscribe(s ->
                        stage.setTitle(
                                s.map(open ->
                                                (dirty(parts) ? "• " : "")
                                                        + open.name()
                                                        + " – Exemplar")
                                        .orElse("Exemplar")));
        shell.shownId()
                .subscribe(id -> {
                    if (!id.isEmpty()) {
                        preferences.put("pane", id);
                    }
                });
        stage.setOnCloseRequest(e -> leave(stage, parts));
        Optional<Path> first =
                parts.study()
                        .or(() -> preferences.recent().stream().findFirst())
                        .filter(p -> java.nio.file.Files.exists(p.resolve("study.json")));
        stage.setOnShown(e -> {
            first.ifPresentOrElse(studies::open, studies::openSample);
            LOG.debug("window shown");
        });
        preferences.text("pane").ifPresent(shell::show);
        stage.show();
        if (Boolean.getBoolean("exemplar.timing")) {
            parts.workspace().study().subscribe(s -> s.ifPresent(x -> timing()));
        }
    }

    private static void timing() {
        exemplar.ui.fx.Screen.TOOLKIT.later(() ->
                LOG.info(
                        "usable {} ms after the start of the process",
                        System.currentTimeMillis()
                                - ProcessHandle.current()
                                        .info()
                                        .startInstant()
                                        .map(java.time.Instant::toEpochMilli)
                                        .orElse(0L)));
    }

    private static boolean dirty(Parts parts) {
        return parts.workspace().session().get().map(Session::dirty).orElse(false);
    }

    /// The place of last time, when a screen still holds it.
    private static Rectangle2D place(Preferences preferences) {
        double w = preferences.number("width").orElse(1440.0);
        double h = preferences.number("height").orElse(900.0);
        Rectangle2D primary = Screen.getPrimary().getVisualBounds();
        double x = preferences.number("x").orElse(primary.getMinX() + 40);
        double y = preferences.number("y").orElse(primary.getMinY() + 40);
        boolean held = !Screen.getScreensForRectangle(x + 40, y, Math.max(1, w - 80), 40).isEmpty();
        w = Math.min(w, primary.getWidth());
        h = Math.min(h, primary.getHeight());
        return held
                ? new Rectangle2D(x, y, w, h)
                : new Rectangle2D(primary.getMinX(), primary.getMinY(), w, h);
    }

    private List<Command> commands(Stage stage, Preferences preferences) {
        return List.of(
                Command.of(
                        "view.light",
                        Texts.of("command.light"),
                        () -> wear(stage, preferences, Theme.LIGHT)),
                Command.of(
                        "view.dark",
                        Texts.of("command.dark"),
                        () -> wear(stage, preferences, Theme.DARK)),
                Command.of(
                        "view.system",
                        Texts.of("command.system"),
                        () -> wear(stage, preferences, Theme.SYSTEM)),
                Command.of(
                                "view.larger",
                                Texts.of("command.larger"),
                                () -> zoom(stage, preferences, zoom + 0.1))
                        .onKeys("Shortcut+="),
                Command.of(
                                "view.smaller",
                                Texts.of("command.smaller"),
                                () -> zoom(stage, preferences, zoom - 0.1))
                        .onKeys("Shortcut+-"),
                Command.of(
                                "view.normal",
                                Texts.of("command.normal"),
                                () -> zoom(stage, preferences, 1))
                        .onKeys("Shortcut+0"));
    }

    private void wear(Stage stage, Preferences preferences, Theme chosen) {
        theme = chosen;
        preferences.put("theme", chosen.name());
        theme.dress(stage.getScene(), zoom);
    }

    private void zoom(Stage stage, Preferences preferences, double wanted) {
        zoom = Math.clamp(wanted, 0.7, 2.0);
        preferences.put("zoom", zoom);
        theme.dress(stage.getScene(), zoom);
    }

    private static Optional<Path> chooseFolder(Stage stage, String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(stage)).map(java.io.File::toPath);
    }

    private static void leave(Stage stage, Parts parts) {
        Preferences p = parts.preferences();
        if (!stage.isMaximized()) {
            p.put("x", stage.getX());
            p.put("y", stage.getY());
            p.put("width", stage.getScene().getWidth());
            p.put("height", stage.getScene().getHeight());
        }
        p.put("maximised", String.valueOf(stage.isMaximized()));
        parts.workspace().close();
    }
}
