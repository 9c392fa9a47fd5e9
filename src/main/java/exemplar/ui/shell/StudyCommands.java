package exemplar.ui.shell;

import exemplar.study.Study;
import exemplar.study.folder.OpenStudy;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import exemplar.ui.fx.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What can be done with a study as a whole: make, open, save, close, undo, redo. Files are touched
/// in jobs only.
public final class StudyCommands {

    /// Told while a study is being opened, on any thread.
    public interface Watcher {
        /// How much is read, in [0, 1].
        void share(double read);

        /// The first rows of a large study, to look at meanwhile. Returns when they were drawn, or
        /// could not be in time.
        void firstRows(Session preview);
    }

    /// Opens a study folder. Blocking.
    @FunctionalInterface
    public interface Opener {
        Opened open(Path folder, Watcher watcher) throws IOException;
    }

    /// A study that was opened.
    ///
    /// @param restored what was brought back after a crash, for the person
    public record Opened(Session session, Optional<String> restored) {}

    /// Asks the person for a folder; empty when they think better of it.
    @FunctionalInterface
    public interface FolderChooser {
        Optional<Path> choose(String title);
    }

    /// Work that ends with an open study. Blocking.
    private interface Source {
        Opened open(Watcher watcher) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(StudyCommands.class);

    /// The longest reading waits for the first rows to be drawn.
    private static final Duration PAINTING = Duration.ofSeconds(2);

    private final Workspace workspace;
    private final Opener opener;
    private final FolderChooser chooser;
    private final Preferences preferences;
    private final List<Path> samples;
    private final Path studiesFolder;
    private final Banners banners = new Banners();
    private final DiskWatch disk;

    /// @param samples the sample studies that ship with the program
    /// @param studiesFolder where copies of samples and new studies go
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
        disk = new DiskWatch(workspace, banners);
        workspace
                .session()
                .subscribe(session -> {
                    banners.clear();
                    session.flatMap(Session::readOnly)
                            .ifPresent(why -> banners.show("readonly-banner", why, List.of()));
                });
    }

    Banners banners() {
        return banners;
    }

    /// Opens the folder in a job.
    public void open(Path folder) {
        Path wanted = folder.toAbsolutePath().normalize();
        if (workspace.folder().map(f -> f.toAbsolutePath().normalize().equals(wanted)).orElse(false)
                && workspace.readOnly().isEmpty()) {
            return;
        }
        start(folder.getFileName(), watcher -> opener.open(wanted, watcher));
    }

    private void start(Path name, Source source) {
        workspace
                .jobs()
                .start(
                        Texts.of("job.open", String.valueOf(name)),
                        reporter -> source.open(watcher(reporter)),
                        this::take,
                        e -> workspace.tell(Notice.problem(String.valueOf(e.getMessage()))));
    }

    private Watcher watcher(Job.Reporter reporter) {
        return new Watcher() {
            @Override
            public void share(double read) {
                reporter.at(new Job.Progress(Math.round(read * 100), 100, Job.Unit.SHARES, ""));
            }

            @Override
            public void firstRows(Session preview) {
                CountDownLatch painted = new CountDownLatch(1);
                Screen screen = workspace.jobs().screen();
                screen.run(() -> {
                    workspace.open(preview);
                    screen.afterPaint(painted::countDown);
                });
                await(painted);
            }
        };
    }

    /// Holds reading up until the first rows can be seen: on few cores both would take twice as
    /// long beside each other, and a person waits for the rows first.
    private static void await(CountDownLatch painted) {
        try {
            if (!painted.await(PAINTING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("the first rows took long to draw");
            }
        } catch (InterruptedException e) {
            // Reading goes on to its next look at the interrupt and ends there.
            Thread.currentThread().interrupt();
        }
    }

    private void take(Opened opened) {
        workspace.open(opened.session());
        preferences.opened(opened.session().folder());
        opened.restored()
                .ifPresent(what ->
                        banners.show(
                                "restored-banner",
                                what,
                                workspace.undoLabel().isPresent() && workspace.readOnly().isEmpty()
                                        ? List.of(
                                                new Notice.Action(
                                                        Texts.of("banner.restored.undo"),
                                                        workspace::undo))
                                        : List.of()));
        banners.findings(opened.session().findings());
    }

    /// Asks for a folder and opens it.
    void choose() {
        chooser.choose(Texts.of("command.open")).ifPresent(this::open);
    }

    /// Asks for a folder to put a new study into.
    Optional<Path> chooseParent() {
        return chooser.choose(Texts.of("new.where"));
    }

    /// Where new studies go unless the person says otherwise.
    Path usualParent() {
        return studiesFolder;
    }

    /// Makes a study in a job and opens it.
    void create(Path folder, Study study) {
        start(folder.getFileName(), watcher -> FolderSession.create(folder, study));
    }

    /// Opens the person's own copy of the first sample, making it where there is none.
    public void openSample() {
        if (samples.isEmpty()) {
            workspace.tell(Notice.problem(Texts.of("sample.missing")));
            return;
        }
        openSample(samples.getFirst());
    }

    void openSample(Path sample) {
        Path copy = studiesFolder.resolve(String.valueOf(sample.getFileName()));
        if (workspace.folder().filter(copy::equals).isPresent()) {
            return;
        }
        start(
                sample.getFileName(),
                watcher -> {
                    if (!OpenStudy.isStudy(copy)) {
                        copy(sample, copy);
                    }
                    return opener.open(copy, watcher);
                });
    }

    List<Path> samples() {
        return samples;
    }

    /// The folders opened lately that are still there, the open one left out.
    List<Path> recent() {
        return preferences.recent().stream()
                .filter(f -> !workspace.folder().map(f::equals).orElse(false))
                .filter(OpenStudy::isStudy)
                .toList();
    }

    /// Looks, in a job, for studies to go to: opened lately, beside the open one, among the
    /// person's own.
    void lookAround(Consumer<List<NearbyStudies.Nearby>> found) {
        List<Path> recent = preferences.recent();
        Optional<Path> open = workspace.folder();
        workspace
                .jobs()
                .background(
                        () -> NearbyStudies.of(recent, open, studiesFolder),
                        found,
                        e -> LOG.debug("no studies nearby", e));
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

    /// Looks whether another program changed the open study.
    public void lookAtDisk() {
        disk.look();
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
                                        s -> {
                                            workspace.saved();
                                            workspace.tell(Notice.of(Texts.of("saved")));
                                        },
                                        e -> {
                                            workspace.tell(
                                                    Notice.problem(String.valueOf(e.getMessage())));
                                            disk.look();
                                        }));
    }

    List<Command> commands() {
        return List.of(
                Command.of("study.open", Texts.of("command.open"), this::choose)
                        .onKeys("Shortcut+O")
                        .withIcon(Feather.FOLDER),
                Command.of("study.sample", Texts.of("command.sample"), this::openSample)
                        .when(() -> !samples.isEmpty())
                        .withIcon(Feather.BOOK_OPEN),
                Command.of("study.save", Texts.of("command.save"), this::save)
                        .onKeys("Shortcut+S")
                        .when(() -> canWrite())
                        .withIcon(Feather.SAVE),
                Command.of("study.close", Texts.of("command.close"), workspace::close)
                        .onKeys("Shortcut+W")
                        .when(() -> workspace.session().get().isPresent()),
                Command.of("edit.undo", Texts.of("command.undo"), workspace::undo)
                        .onKeys("Shortcut+Z")
                        .when(() -> workspace.undoLabel().isPresent())
                        .saying(() ->
                                named("top.undo.named", "command.undo", workspace.undoLabel()))
                        .withIcon(Feather.CORNER_UP_LEFT),
                Command.of("edit.redo", Texts.of("command.redo"), workspace::redo)
                        .onKeys("Shift+Shortcut+Z")
                        .alsoOnKeys("Shortcut+Y")
                        .when(() -> workspace.redoLabel().isPresent())
                        .saying(() ->
                                named("top.redo.named", "command.redo", workspace.redoLabel()))
                        .withIcon(Feather.CORNER_UP_RIGHT));
    }

    private static String named(String key, String nameless, Optional<String> step) {
        return step.map(label -> Texts.of(key, label)).orElseGet(() -> Texts.of(nameless));
    }

    private boolean canWrite() {
        return workspace.session().get().isPresent() && workspace.readOnly().isEmpty();
    }
}
