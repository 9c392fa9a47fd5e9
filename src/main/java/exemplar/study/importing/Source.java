package exemplar.study.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Where rows come from.
public sealed interface Source {

    /// A file on the disk.
    record OfFile(Path file) implements Source {
        @Override
        public String name() {
            return String.valueOf(file.getFileName());
        }

        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public InputStream open() throws IOException {
            if (Files.isDirectory(file)) {
                throw new ImportFault(name(), "is a folder", "name one of the files in it");
            }
            try {
                return Files.newInputStream(file);
            } catch (NoSuchFileException e) {
                throw fault("is not there", "check the path " + file, e);
            } catch (AccessDeniedException e) {
                throw fault("cannot be read", "you have no permission for it", e);
            }
        }

        private ImportFault fault(String what, String advice, IOException cause) {
            ImportFault fault = new ImportFault(name(), what, advice);
            fault.initCause(cause);
            return fault;
        }
    }

    /// A text, such as what was on the clipboard.
    ///
    /// @param name how the rows name their source, such as `clipboard`
    record OfText(String name, String text) implements Source {
        @Override
        public long size() {
            return text.length();
        }

        /// As UTF-8; half of a surrogate pair becomes a question mark.
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// The short name in messages and in the examples' `source`.
    String name();

    /// Number of bytes, about; for progress.
    long size() throws IOException;

    /// The bytes from the beginning.
    ///
    /// @throws ImportFault with a sentence, when there are none to be had
    InputStream open() throws IOException;
}
