package exemplar.ui.shell;

import exemplar.study.Applied;
import exemplar.study.Finding;
import exemplar.study.History;
import exemplar.study.Study;
import exemplar.study.check.Check;
import exemplar.study.folder.Conflict;
import exemplar.study.folder.DiskCheck;
import exemplar.study.folder.OpenStudy;
import exemplar.study.folder.Opening;
import exemplar.study.folder.Restored;
import exemplar.study.folder.Saved;
import exemplar.study.folder.Side;
import exemplar.ui.control.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A session on a study folder.
public final class FolderSession implements Session {
    private static final Logger LOG = LoggerFactory.getLogger(FolderSession.class);

    /// A smaller pool is read before anyone could look at its first rows.
    private static final long LARGE = 16 << 20;

    private final OpenStudy open;
    private List<Finding> ofHead;

    /// Looks ids up among all examples, so not on the screen's thread.
    public FolderSession(OpenStudy open) {
        this.open = open;
        ofHead = Check.head(open.study());
    }

    /// Opens a study folder. Blocking.
    public static StudyCommands.Opened open(Path folder) throws IOException {
        return opened(OpenStudy.open(folder));
    }

    /// Opens a study folder and tells how far it is; of a large one the first rows come early.
    /// Blocking.
    public static StudyCommands.Opened open(Path folder, StudyCommands.Watcher watcher)
            throws IOException {
        boolean large = size(folder.resolve("pool.jsonl")) > LARGE;
        AtomicReference<Optional<Session>> shown = new AtomicReference<>(Optional.empty());
        AtomicReference<Optional<Opening>> opening = new AtomicReference<>(Optional.empty());
        Opening made =
                new Opening(
                        folder,
                        study -> {
                            opening.get().ifPresent(o -> watcher.share(o.progress()));
                            if (large && shown.get().isEmpty() && !study.pool().isEmpty()) {
                                Session preview = new PreviewSession(folder, study);
                                shown.set(Optional.of(preview));
                                watcher.firstRows(preview);
                            }
                        });
        opening.set(Optional.of(made));
        return opened(made.open());
    }

    /// Makes a study folder and opens it. Blocking.
    public static StudyCommands.Opened create(Path folder, Study study) throws IOException {
        return opened(OpenStudy.create(folder, study));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private static StudyCommands.Opened opened(OpenStudy open) {
        return new StudyCommands.Opened(
                new FolderSession(open), open.restored().map(FolderSession::sentence));
    }

    private static String sentence(Restored restored) {
        String words = Texts.of("banner.restored", restored.edits(), restored.lastLabel());
        return restored.exact() ? words : words + " " + Texts.of("banner.restored.partly");
    }

    @Override
    public History history() {
        return open.history();
    }

    @Override
    public Path folder() {
        return open.folder();
    }

    @Override
    public Optional<String> readOnly() {
        return open.readOnly();
    }

    @Override
    public List<String> findings() {
        return Stream.concat(open.findings().stream(), ofHead.stream())
                .map(Finding::sentence)
                .toList();
    }

    @Override
    public boolean dirty() {
        return open.dirty();
    }

    @Override
    public void save() throws IOException {
        heed(open.save());
    }

    @Override
    public void saveOver() throws IOException {
        heed(open.saveOver());
    }

    private static void heed(Saved saved) throws IOException {
        switch (saved) {
            case Saved.Done d -> {}
            case Saved.ChangedOnDisk(var files) ->
                    throw new IOException(Texts.of("save.changed", String.join(", ", files)));
            case Saved.Failed(String reason) -> throw new IOException(reason);
        }
    }

    @Override
    public DiskCheck checkDisk() {
        return open.checkDisk();
    }

    @Override
    public Applied merge(DiskCheck.Changed changed, Function<Conflict, Side> choose) {
        Applied applied = open.merge(changed, choose);
        ofHead = Check.head(open.study());
        return applied;
    }

    @Override
    public void close() {
        try {
            open.close();
        } catch (IOException e) {
            LOG.warn("closing {}: {}", open.folder(), e.getMessage());
        }
    }
}
