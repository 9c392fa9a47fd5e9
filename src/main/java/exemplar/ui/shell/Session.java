package exemplar.ui.shell;

import exemplar.study.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// An open study: its history and its files.
public interface Session extends AutoCloseable {
    History history();

    Path folder();

    /// Why nothing can be changed; empty when it can.
    Optional<String> readOnly();

    /// Whether there are edits that the files do not hold yet. They are in the journal.
    boolean dirty();

    /// Writes the files. Blocking; call from a job.
    void save() throws IOException;

    @Override
    void close();
}
