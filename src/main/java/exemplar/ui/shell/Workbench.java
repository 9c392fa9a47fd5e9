package exemplar.ui.shell;

import exemplar.backend.llama.Engines;
import exemplar.study.folder.OpenStudy;
import exemplar.ui.control.Icons;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Jobs;
import exemplar.ui.fx.ToolkitLog;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.DirectoryChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window of the program.
public final class Workbench extends Application {
    /// How often the files are looked at while the window has the focus.
    private static final Duration LOOK = Duration.seconds(3);

    /// What the window is made of.
    ///
    /// @param engines what runs model files in this process
    /// @param study the study to open; empty for the one of last time
    public record Parts(
            Workspace workspace,
            Engines engines,
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

    private static final AtomicReference<Optional<Assembly>> ASSEMBLY =
            new AtomicReference<>(Optional.empty());

    /// Opens the window and returns when it is closed.
    public static void open(Assembly assembly) {
        ASSEMBLY.set(Optional.of(assembly));
        // Takes its time at first and is needed for the first words; done while the toolkit starts.
        Thread.ofPlatform().daemon().name("texts").start(Texts::prepare);
        ToolkitLog.leaveOutPackaging();
        launch(Workbench.class);
    }

    /// Fonts and pictures take their time at first; they are found while the window is made.
    @Override
    public void init() {
        Thread.ofPlatform()
                .daemon()
                .name("fonts")
                .start(() -> {
                    Font.getDefault();
                    Icons.of(Feather.SEARCH);
                });
    }

    @Override
    public void start(Stage stage) {
        timing("toolkit started");
        Parts parts = ASSEMBLY.get().orElseThrow().assemble(Jobs.onToolkit());
        Preferences preferences = parts.preferences();
        StudyCommands studies =
                new StudyCommands(
                        parts.workspace(),
                        parts.opener(),
                        title -> chooseFolder(stage, title, parts.studiesFolder()),
                        preferences,
                        parts.samples(),
                        parts.studiesFolder());
        Looks looks = new Looks(preferences);
        // Begun before the window is made: the files are read meanwhile.
        begin(parts, studies);
        List<Command> commands = new ArrayList<>(looks.commands());
        commands.add(
                Command.of("window.quit", Texts.of("command.quit"), () -> askToClose(stage))
                        .onKeys("Shortcut+Q"));
        Shell shell = new Shell(parts.workspace(), parts.panes(), studies, commands);
        EngineBanner.watch(studies.banners(), parts.engines(), parts.workspace());
        preferences.text("pane").ifPresent(shell::show);
        WindowPlace place = place(preferences);
        Scene scene = new Scene(shell.view(), place.width(), place.height());
        looks.keep(scene);
        show(stage, scene, place, preferences);
        timing("window shown");
        title(stage, parts.workspace());
        // What is gone into for a while, such as importing, is no place to begin the next time.
        shell.shownId()
                .subscribe(id ->
                        parts.panes().stream()
                                .filter(WorkPane.Definition::onRail)
                                .filter(pane -> pane.id().equals(id))
                                .forEach(pane -> preferences.put("pane", id)));
        tellOfCache(studies.banners(), parts.workspace());
        watchDisk(stage, studies);
        stage.setOnCloseRequest(e -> leave(e, stage, parts));
        parts.workspace()
                .session()
                .subscribe(open ->
                        open.ifPresent(s ->
                                exemplar.ui.fx.Screen.TOOLKIT.afterPaint(
                                        () -> timing("study on screen"))));
    }

    /// A cache that cannot be used makes every question cost again: to be known before one is
    /// asked.
    private static void tellOfCache(Banners banners, Workspace workspace) {
        workspace
                .jobs()
                .background(
                        () -> workspace.gateway().cacheTrouble(),
                        trouble ->
                                trouble.ifPresent(
                                        words -> banners.keep("cache-banner", words, List.of())),
                        e -> log().warn("the models cannot be read: {}", e.getMessage()));
    }

    private static void begin(Parts parts, StudyCommands studies) {
        Optional<Path> wanted = parts.study();
        if (wanted.isPresent()) {
            studies.open(wanted.get());
            return;
        }
        parts.preferences().recent().stream()
                .findFirst()
                .filter(OpenStudy::isStudy)
                .ifPresentOrElse(studies::open, studies::openSample);
    }

    private static void show(Stage stage, Scene scene, WindowPlace place, Preferences preferences) {
        stage.setScene(scene);
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setMinWidth(WindowPlace.LEAST_WIDTH);
        stage.setMinHeight(WindowPlace.LEAST_HEIGHT);
        stage.setMaximized(preferences.text("maximised").map("true"::equals).orElse(false));
        stage.show();
    }

    private static void title(Stage stage, Workspace workspace) {
        Runnable show =
                () ->
                        stage.setTitle(
                                workspace
                                        .study()
                                        .get()
                                        .map(open ->
                                                (isDirty(workspace) ? "• " : "")
                                                        + open.name()
                                                        + " – Exemplar")
                                        .orElse("Exemplar"));
        workspace.study().subscribe(s -> show.run());
        workspace.session().subscribe(s -> show.run());
        workspace.saves().subscribe(n -> show.run());
    }

    private static boolean isDirty(Workspace workspace) {
        return workspace.session().get().map(Session::dirty).orElse(false);
    }

    private static void watchDisk(Stage stage, StudyCommands studies) {
        Timeline beat = new Timeline(new KeyFrame(LOOK, e -> studies.lookAtDisk()));
        beat.setCycleCount(Timeline.INDEFINITE);
        stage.focusedProperty()
                .subscribe(focused -> {
                    if (focused) {
                        studies.lookAtDisk();
                        beat.play();
                    } else {
                        beat.stop();
                    }
                });
    }

    /// How long starting took. On a busy machine the time on the processor says more.
    private static void timing(String what) {
        if (log().isInfoEnabled()) {
            ProcessHandle.Info process = ProcessHandle.current().info();
            // The system tells the start of a process in whole seconds only.
            long began = java.lang.management.ManagementFactory.getRuntimeMXBean().getStartTime();
            log().info(
                            "{} {} ms after the start, {} ms on the processor",
                            what,
                            System.currentTimeMillis() - began,
                            process.totalCpuDuration()
                                    .map(java.time.Duration::toMillis)
                                    .orElse(0L));
        }
    }

    private static WindowPlace place(Preferences preferences) {
        Rectangle2D primary = Screen.getPrimary().getVisualBounds();
        WindowPlace wanted =
                new WindowPlace(
                        preferences.number("x").orElse(Double.NEGATIVE_INFINITY),
                        preferences.number("y").orElse(Double.NEGATIVE_INFINITY),
                        preferences.number("width").orElse(Math.min(1440, primary.getWidth())),
                        preferences.number("height").orElse(Math.min(900, primary.getHeight())));
        List<WindowPlace> screens = new ArrayList<>();
        screens.add(placeOf(primary));
        Screen.getScreens().forEach(s -> screens.add(placeOf(s.getVisualBounds())));
        return WindowPlace.on(screens, wanted);
    }

    private static WindowPlace placeOf(Rectangle2D r) {
        return new WindowPlace(r.getMinX(), r.getMinY(), r.getWidth(), r.getHeight());
    }

    private static Optional<Path> chooseFolder(Stage stage, String title, Path usual) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (Files.isDirectory(usual)) {
            chooser.setInitialDirectory(usual.toFile());
        }
        return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
    }

    private static void askToClose(Stage stage) {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    /// Writes what is not written yet, then closes. Where that fails the journal holds the edits.
    private static void leave(WindowEvent event, Stage stage, Parts parts) {
        event.consume();
        keepPlace(stage, parts.preferences());
        Workspace workspace = parts.workspace();
        Optional<Session> open = workspace.session().get().filter(s -> s.readOnly().isEmpty());
        if (open.isPresent() && open.get().dirty()) {
            workspace
                    .jobs()
                    .start(
                            Texts.of("job.save"),
                            r -> {
                                open.get().save();
                                return true;
                            },
                            done -> close(stage, workspace),
                            e -> {
                                log().warn("not saved on closing: {}", e.getMessage());
                                close(stage, workspace);
                            });
        } else {
            close(stage, workspace);
        }
    }

    private static void close(Stage stage, Workspace workspace) {
        List.copyOf(workspace.jobs().running()).forEach(exemplar.ui.fx.Job::cancel);
        workspace.close();
        stage.close();
    }

    /// Not kept in a field, as readying the log would hold the toolkit's start up.
    private static Logger log() {
        return LoggerFactory.getLogger(Workbench.class);
    }

    private static void keepPlace(Stage stage, Preferences p) {
        if (!stage.isMaximized() && !stage.isIconified()) {
            p.put("x", stage.getX());
            p.put("y", stage.getY());
            p.put("width", stage.getScene().getWidth());
            p.put("height", stage.getScene().getHeight());
        }
        p.put("maximised", String.valueOf(stage.isMaximized()));
    }
}
