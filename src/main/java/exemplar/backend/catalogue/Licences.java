package exemplar.backend.catalogue;

import exemplar.backend.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which licences the person has accepted: asked once for each model whose makers want it.
///
/// @param folder holds a file for each one accepted
public record Licences(Path folder) {

    /// Those of this machine.
    public static Licences in(Places places) {
        return new Licences(places.config());
    }

    /// Whether a person has to be asked before the model is fetched.
    public boolean mustAsk(Entry entry) {
        return entry.mustAccept() && !Files.exists(file(entry));
    }

    /// The person has seen the terms and accepts them.
    public void accept(Entry entry) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file(entry), entry.terms() + "\n");
    }

    private Path file(Entry entry) {
        return folder.resolve("accepted-" + entry.name());
    }
}
