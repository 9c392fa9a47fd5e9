package exemplar.ui.shell;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import exemplar.ui.control.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the program remembers of the person between starts: window, theme, zoom, dividers, recent
/// studies. Losing it loses nothing of value, so a damaged file is started afresh.
public final class Preferences implements Memory {
    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_RECENT = 12;

    private final Optional<Path> file;
    private final ObjectNode values;

    private Preferences(Optional<Path> file, ObjectNode values) {
        this.file = file;
        this.values = values;
    }

    /// Those kept in that folder.
    public static Preferences in(Path folder) {
        Path file = folder.resolve("window.json");
        ObjectNode values = JSON.createObjectNode();
        try {
            if (Files.isRegularFile(file) && JSON.readTree(file.toFile()) instanceof ObjectNode n) {
                values = n;
            }
        } catch (IOException e) {
            LOG.info("starting with fresh window settings: {}", e.getMessage());
        }
        return new Preferences(Optional.of(file), values);
    }

    /// Kept nowhere, for tests and pictures.
    public static Preferences none() {
        return new Preferences(Optional.empty(), JSON.createObjectNode());
    }

    public Optional<String> text(String key) {
        return values.path(key).isTextual()
                ? Optional.of(values.path(key).asText())
                : Optional.empty();
    }

    @Override
    public Optional<Double> number(String key) {
        return values.path(key).isNumber()
                ? Optional.of(values.path(key).asDouble())
                : Optional.empty();
    }

    public void put(String key, String value) {
        values.put(key, value);
        keep();
    }

    @Override
    public void put(String key, double value) {
        values.put(key, value);
        keep();
    }

    /// The folders opened lately, the latest first.
    public List<Path> recent() {
        List<Path> folders = new ArrayList<>();
        values.path("recent").forEach(n -> folders.add(Path.of(n.asText())));
        return folders;
    }

    void opened(Path folder) {
        List<Path> folders = new ArrayList<>(recent());
        folders.remove(folder.toAbsolutePath());
        folders.addFirst(folder.toAbsolutePath());
        ArrayNode kept = values.putArray("recent");
        folders.stream().limit(MOST_RECENT).forEach(f -> kept.add(f.toString()));
        keep();
    }

    private void keep() {
        file.ifPresent(f -> {
            try {
                Files.createDirectories(f.toAbsolutePath().getParent());
                Path fresh = f.resolveSibling("window.json.new");
                JSON.writeValue(fresh.toFile(), values);
                Files.move(fresh, f, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                LOG.info("window settings are not kept: {}", e.getMessage());
            }
        });
    }
}
