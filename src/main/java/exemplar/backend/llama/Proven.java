package exemplar.backend.llama;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// That the files of an engine library are those it was tried with: a library that was cut or
/// exchanged since then ends the process that loads it, so it is tried again in another one first.
///
/// @param folder the library's files, beside them what is remembered
record Proven(Path folder) {
    private static final String FILE = "tried";

    /// Remembers the files as they are now.
    void keep() throws IOException {
        Files.writeString(folder.resolve(FILE), files());
    }

    /// Whether the files are those that were remembered.
    boolean holds() {
        try {
            return Files.readString(folder.resolve(FILE)).equals(files());
        } catch (IOException e) {
            // Never remembered, or not to be read: then it is tried.
            return false;
        }
    }

    private String files() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.filter(LibraryFiles::isLibrary).sorted().toList()) {
                all.append(file.getFileName())
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file).toMillis())
                        .append('\n');
            }
        }
        return all.toString();
    }
}
