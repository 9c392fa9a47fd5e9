package exemplar.ui.shell;

import exemplar.study.Applied;
import exemplar.study.History;
import exemplar.study.folder.Conflict;
import exemplar.study.folder.DiskCheck;
import exemplar.study.folder.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// An open study: its history and its files.
public interface Session extends AutoCloseable {
    History history();

    Path folder();

    /// Why nothing can be changed; empty when it can.
    Optional<String> readOnly();

    /// Whether it holds the first rows only, until the rest is read and takes its place.
    default boolean partial() {
        return false;
    }

    /// What is wrong with its files, as sentences.
    default List<String> findings() {
        return List.of();
    }

    /// Whether there are edits that the files do not hold yet. They are in the journal.
    boolean dirty();

    /// Writes the files. Blocking; call from a job.
    ///
    /// @throws IOException with a sentence for a person
    void save() throws IOException;

    /// Writes the files over what another program did to them. Blocking.
    default void saveOver() throws IOException {
        save();
    }

    /// Looks whether another program changed the files. Blocking.
    default DiskCheck checkDisk() {
        return new DiskCheck.Same();
    }

    /// Takes over what another program changed, on the screen's thread.
    default Applied merge(DiskCheck.Changed changed, Function<Conflict, Side> choose) {
        return new Applied.Nothing();
    }

    @Override
    void close();
}
