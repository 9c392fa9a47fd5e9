package exemplar.ui.shell;

import exemplar.ui.control.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done with a study as a whole: open, save, close, undo, redo. Files are touched in
/// jobs only.
public final class StudyCommands {

    /// Opens a study folder. Blocking.
    @FunctionalInterface
    public interface Opener {
        Opened open(Path folder) throws IOException;
    }

    /// A study that was opened.
    ///
    /// @param restored what was brought back after a crash, for the person
    /// @param findings sentences about what is wrong with the files
    public record Opened(Session session, Optional<String> restored, List<String> findings) {}

    /// Asks the person for a folder; empty when they think better of it.
    @FunctionalInterface
    public interface FolderChooser {
        Optional<Path> choose(String title);
    }

    private final Workspace workspace;
    private final Opener opener;
    private final FolderChooser chooser;
    private final Preferences preferences;
    private final List<Path> samples;
    private final Path studiesFolder;
    private Optional<String> restored = Optional.empty();

    /// @param samples the sample studies that ship with the program
    /// @param studiesFolder where copies of samples go
    public StudyCommands(
            Workspace workspace,
            Opener opener,
            FolderChooser chooser,
            Preferences preferences,
            List<Path> samples,
            Path studiesFolder) {
        this.workspace = workspace;
        this.opener = opener;
        this.chooser = chooser;
        this.preferences = preferences;
        this.samples = samples;
        this.studiesFolder = studiesFolder;
    }

    /// What was brought back after a crash when the open study was opened.
    Optional<String> restored() {
        return restored;
    }

    /// Opens the folder in a job.
    public void open(Path folder) {
        workspace
                .jobs()
                .start(
                        Texts.of("job.open", String.valueOf(folder.getFileName())),
                        r -> opener.open(folder),
                        this::take,
                        e -> workspace.tell(Notice.problem(String.valueOf(e.getMessage()))));
    }

    private void take(Opened opened) {
        restored = opened.restored();
        workspace.open(opened.session());
        preferences.opened(opened.session().folder());
        if (!opened.findings().isEmpty()) {
            workspace.tell(
                    Notice.problem(
                            opened.findings().getFirst()
                                    + (opened.findings().size() > 1
                                            ? " "
                                                    + Texts.of(
                                                            "open.more",
                                                            opened.findings().size() - 1)
                                            : "")));
        }
    }

    /// Asks for a folder and opens it.
    void choose() {
        chooser.choose(Texts.of("command.open")).ifPresent(this::open);
    }

    /// Opens the person's own copy of the first sample, making it where there is none.
    public void openSample() {
        if (samples.isEmpty()) {
            workspace.tell(Notice.problem(Texts.of("sample.missing")));
            return;
        }
        openSample(samples.getFirst());
    }

    private void openSample(Path sample) {
        Path copy = studiesFolder.resolve(String.valueOf(sample.getFileName()));
        workspace
                .jobs()
                .start(
                        Texts.of("job.open", String.valueOf(sample.getFileName())),
                        r -> {
                            if (!Files.exists(copy.resolve("study.json"))) {
                                copy(sample, copy);
                            }
                            return opener.open(copy);
                        },
                        this::take,
                        e -> workspace.tell(Notice.problem(String.valueOf(e.getMessage()))));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /// Writes the open study in a job.
    public void save() {
        workspace
                .session()
                .get()
                .ifPresent(session ->
                        workspace
                                .jobs()
                                .start(
                                        Texts.of("job.save"),
                                        r -> {
                                            session.save();
                                            return session;
                                        },
                                        s -> workspace.tell(Notice.of(Texts.of("saved"))),
                                        e ->
                                                workspace.tell(
                                                        Notice.problem(
                                                                String.valueOf(e.getMessage())))));
    }

    List<Command> commands() {
        return List.of(
                Command.of("study.open", Texts.of("command.open"), this::choose)
                        .onKeys("Shortcut+O"),
                Command.of("study.sample", Texts.of("command.sample"), this::openSample),
                Command.of("study.save", Texts.of("command.save"), this::save)
                        .onKeys("Shortcut+S")
                        .when(() -> workspace.session().get().isPresent()),
                Command.of("study.close", Texts.of("command.close"), workspace::close)
                        .onKeys("Shortcut+W")
                        .when(() -> workspace.session().get().isPresent()),
                Command.of("edit.undo", Texts.of("command.undo"), workspace::undo)
                        .onKeys("Shortcut+Z")
                        .when(() -> workspace.undoLabel().isPresent()),
                Command.of("edit.redo", Texts.of("command.redo"), workspace::redo)
                        .onKeys("Shift+Shortcut+Z")
                        .when(() -> workspace.redoLabel().isPresent()),
                Command.of("edit.redo.y", Texts.of("command.redo"), workspace::redo)
                        .onKeys("Shortcut+Y")
                        .when(() -> workspace.redoLabel().isPresent()));
    }

    /// The study menu of the top bar.
    List<MenuItem> menu() {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("command.open", this::choose));
        Menu recent = new Menu(Texts.of("menu.recent"));
        for (Path folder : preferences.recent()) {
            MenuItem item = new MenuItem(folder.toString());
            item.setMnemonicParsing(false);
            item.setOnAction(e -> open(folder));
            recent.getItems().add(item);
        }
        recent.setDisable(recent.getItems().isEmpty());
        items.add(recent);
        Menu shipped = new Menu(Texts.of("menu.samples"));
        for (Path sample : samples) {
            MenuItem item = new MenuItem(String.valueOf(sample.getFileName()));
            item.setOnAction(e -> openSample(sample));
            shipped.getItems().add(item);
        }
        items.add(shipped);
        items.add(new SeparatorMenuItem());
        items.add(item("command.save", this::save));
        items.add(item("command.close", workspace::close));
        return items;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.of(key));
        item.setOnAction(e -> action.run());
        return item;
    }
}
