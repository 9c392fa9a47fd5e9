package exemplar.backend.llama;

import exemplar.backend.gguf.Gguf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// What model files say of themselves, read again only when a file changed. Safe for any number of
/// threads.
final class Headers {
    private record Read(FileFacts.Stamp stamp, Gguf gguf) {}

    private final Map<Path, Read> read = new LinkedHashMap<>();

    /// @throws exemplar.backend.gguf.BadGguf with a sentence when it is no whole model
    synchronized Gguf of(Path file) throws IOException {
        FileFacts.Stamp stamp = FileFacts.Stamp.of(file);
        Read known = read.get(stamp.path());
        if (known == null || !known.stamp().equals(stamp)) {
            known = new Read(stamp, Gguf.read(file));
            read.put(stamp.path(), known);
        }
        return known.gguf();
    }
}
