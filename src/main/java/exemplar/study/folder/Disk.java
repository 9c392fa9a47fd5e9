package exemplar.study.folder;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/// Every step by which a study changes what is on the disk. There is one real one; tests have
/// others that fail or stop at each step.
interface Disk {
    /// Writes a whole file and returns when it is on the disk.
    void write(Path file, Content content) throws IOException;

    /// Puts a file in the place of another, or of none, at once.
    void rename(Path from, Path to) throws IOException;

    /// Removes a file if it is there.
    void delete(Path file) throws IOException;

    /// Returns when renamed and removed names of a folder are on the disk.
    void sync(Path folder) throws IOException;

    /// Opens a file, making it if it is not there, to write at its end.
    Appender appender(Path file) throws IOException;

    /// A lock that other processes and other windows of this one respect; empty when somebody else
    /// has it.
    ///
    /// @throws IOException when the file cannot be written
    Optional<Closeable> lock(Path file) throws IOException;

    /// What is written to a file.
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// A file that grows.
    interface Appender extends Closeable {
        /// Writes at that position. What stood behind is gone.
        void append(byte[] bytes, long position) throws IOException;

        /// Returns when everything is on the disk.
        void sync() throws IOException;
    }
}
