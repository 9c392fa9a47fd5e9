package exemplar.ui.shell;

import exemplar.study.History;
import exemplar.study.Study;
import exemplar.ui.control.Texts;
import java.nio.file.Path;
import java.util.Optional;

/// The first rows of a large study, to look at while the rest is being read.
final class PreviewSession implements Session {
    private final Path folder;
    private final History history;

    PreviewSession(Path folder, Study study) {
        this.folder = folder;
        this.history = History.of(study);
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Optional<String> readOnly() {
        return Optional.of(Texts.of("opening.readonly"));
    }

    @Override
    public boolean partial() {
        return true;
    }

    @Override
    public boolean dirty() {
        return false;
    }

    @Override
    public void save() {}

    @Override
    public void close() {}
}
