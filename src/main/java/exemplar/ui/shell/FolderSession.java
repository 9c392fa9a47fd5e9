package exemplar.ui.shell;

import exemplar.study.Finding;
import exemplar.study.History;
import exemplar.study.folder.OpenStudy;
import exemplar.study.folder.Restored;
import exemplar.study.folder.Saved;
import exemplar.ui.control.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A session on a study folder.
public final class FolderSession implements Session {
    private static final Logger LOG = LoggerFactory.getLogger(FolderSession.class);
    private final OpenStudy open;

    public FolderSession(OpenStudy open) {
        this.open = open;
    }

    /// Opens a study folder for the shell. Blocking.
    public static StudyCommands.Opened open(Path folder) throws IOException {
        OpenStudy open = OpenStudy.open(folder);
        return new StudyCommands.Opened(
                new FolderSession(open),
                open.restored().map(FolderSession::sentence),
                open.findings().stream().map(Finding::sentence).toList());
    }

    private static String sentence(Restored restored) {
        return Texts.of("banner.restored", restored.edits(), restored.lastLabel());
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
    public boolean dirty() {
        return open.dirty();
    }

    @Override
    public void save() throws IOException {
        switch (open.save()) {
            case Saved.Done d -> {}
            case Saved.ChangedOnDisk(var files) ->
                    throw new IOException(Texts.of("save.changed", String.join(", ", files)));
            case Saved.Failed(String reason) -> throw new IOException(reason);
        }
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
