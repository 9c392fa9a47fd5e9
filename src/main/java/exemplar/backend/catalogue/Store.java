package exemplar.backend.catalogue;

import exemplar.backend.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// The model files of this machine, one folder: `NAME.gguf` is the model NAME.
public record Store(Path folder) {

    /// The store of this machine.
    public static Store in(Places places) {
        return new Store(places.cache().resolve("models"));
    }

    /// Where a model's file is, or would be.
    public Path file(String name) {
        return folder.resolve(name + ".gguf");
    }

    /// Bytes of a fetch that was cut and can go on; 0 for none.
    public long begun(String name) {
        try {
            return Files.size(part(name));
        } catch (IOException e) {
            return 0;
        }
    }

    /// Where a fetch keeps what has arrived.
    Path part(String name) {
        return folder.resolve(name + ".part");
    }

    /// Model files by name, sorted. A folder that is not there holds none.
    public Map<String, Path> models() {
        Map<String, Path> models = new LinkedHashMap<>();
        if (!Files.isDirectory(folder)) {
            return models;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(f -> f.toString().endsWith(".gguf"))
                    .sorted()
                    .forEach(f -> {
                        String name = f.getFileName().toString();
                        models.put(name.substring(0, name.length() - 5), f);
                    });
        } catch (IOException e) {
            // A folder that cannot be read holds nothing that could be loaded.
            return Map.of();
        }
        return models;
    }
}
