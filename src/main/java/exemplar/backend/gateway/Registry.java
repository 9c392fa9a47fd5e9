package exemplar.backend.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import exemplar.backend.Places;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The models registered on this machine: a JSON file of the person's own. Holds no key, and no
/// study can write it. Read afresh each time it is asked, so that the window and the command line
/// see each other's changes. Safe for any number of threads.
public final class Registry {
    private static final int SCHEMA = 1;
    private static final String DEFAULT = "default_model";
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A change by another process is seen after this time at the latest.
    private static final long LOOK_AGAIN_NANOS = 100_000_000;

    private final Path file;
    private long lookedAt;
    private Optional<Remembered> remembered = Optional.empty();

    /// What the file said when it was last looked at; a file whose time or size differs is read
    /// again.
    private record Remembered(FileTime changed, long size, List<Registration> all) {}

    private Registry(Path file) {
        this.file = file;
    }

    /// The registry of this machine.
    public static Registry in(Places places) {
        return at(places.config().resolve("models.json"));
    }

    /// The registry in that file, which need not exist yet.
    public static Registry at(Path file) {
        return new Registry(file);
    }

    /// All registered models in the order they were added.
    ///
    /// @throws IOException with a sentence for a person when the file cannot be read
    public synchronized List<Registration> all() throws IOException {
        long time = System.nanoTime();
        if (remembered.isPresent() && time - lookedAt < LOOK_AGAIN_NANOS) {
            return remembered.get().all();
        }
        Optional<BasicFileAttributes> now = attributes();
        lookedAt = time;
        if (now.isPresent()
                && remembered.isPresent()
                && remembered.get().changed().equals(now.get().lastModifiedTime())
                && remembered.get().size() == now.get().size()) {
            return remembered.get().all();
        }
        List<Registration> all = parse();
        remembered =
                Optional.of(
                        now.map(a -> new Remembered(a.lastModifiedTime(), a.size(), all))
                                .orElseGet(() -> new Remembered(FileTime.fromMillis(0), -1, all)));
        return all;
    }

    private Optional<BasicFileAttributes> attributes() {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<Registration> parse() throws IOException {
        List<Registration> all = new ArrayList<>();
        JsonNode models = read().path("models");
        for (int i = 0; i < models.size(); i++) {
            try {
                all.add(RegistrationJson.read(models.get(i)));
            } catch (IllegalArgumentException e) {
                throw new IOException(
                        file + ": model " + (i + 1) + " cannot be read: " + e.getMessage() + ".",
                        e);
            }
        }
        return List.copyOf(all);
    }

    /// The model of that name.
    public Optional<Registration> find(String name) throws IOException {
        return all().stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /// Adds a model, or replaces the one of that name.
    public synchronized void put(Registration registration) throws IOException {
        ObjectNode root = read();
        ArrayNode models = root.withArray("models");
        ObjectNode written = RegistrationJson.write(registration, JSON);
        int at = indexOf(models, registration.name());
        if (at >= 0) {
            models.set(at, written);
        } else {
            models.add(written);
        }
        write(root);
    }

    /// Puts a model in the place of another, which may have had another name. Where there is none
    /// of that name it is added.
    public synchronized void replace(String name, Registration now) throws IOException {
        ObjectNode root = read();
        ArrayNode models = root.withArray("models");
        int at = indexOf(models, name);
        ObjectNode written = RegistrationJson.write(now, JSON);
        if (at < 0) {
            models.add(written);
        } else {
            models.set(at, written);
        }
        if (!name.equals(now.name()) && root.path(DEFAULT).asText().equals(name)) {
            root.put(DEFAULT, now.name());
        }
        write(root);
    }

    /// Adds a model at a place of the list, such as the one it was removed from.
    public synchronized void insert(int at, Registration registration) throws IOException {
        ObjectNode root = read();
        ArrayNode models = root.withArray("models");
        models.insert(Math.clamp(at, 0, models.size()), RegistrationJson.write(registration, JSON));
        write(root);
    }

    private static int indexOf(ArrayNode models, String name) {
        for (int i = 0; i < models.size(); i++) {
            if (models.get(i).path("name").asText().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /// The model to ask where neither study nor command names one, as the person chose it. Nothing
    /// may go by that name any more.
    public synchronized Optional<String> defaultModel() throws IOException {
        return Optional.of(read().path(DEFAULT).asText("")).filter(n -> !n.isEmpty());
    }

    /// Chooses it; empty for none.
    public synchronized void setDefaultModel(Optional<String> name) throws IOException {
        ObjectNode root = read();
        name.ifPresentOrElse(n -> root.put(DEFAULT, n), () -> root.remove(DEFAULT));
        write(root);
    }

    /// Forgets a model; whether there was one.
    public synchronized boolean remove(String name) throws IOException {
        ObjectNode root = read();
        ArrayNode models = root.withArray("models");
        int at = indexOf(models, name);
        if (at < 0) {
            return false;
        }
        models.remove(at);
        write(root);
        return true;
    }

    /// Whether requests may go to that address: to this machine itself, to the usual host of a
    /// preset, or to a host the person has confirmed. A study cannot confirm one.
    public synchronized boolean allows(URI address) throws IOException {
        String host = host(address);
        if (onThisMachine(address)) {
            return true;
        }
        for (Preset preset : Preset.all()) {
            if (preset.baseUrl().filter(u -> host(u).equals(host)).isPresent()) {
                return true;
            }
        }
        for (JsonNode confirmed : read().path("confirmed_hosts")) {
            if (confirmed.asText().equals(host)) {
                return true;
            }
        }
        return false;
    }

    /// Whether an address is one of this machine itself.
    static boolean onThisMachine(URI address) {
        String host = host(address);
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    /// The person has seen the address and wants requests to go to its host.
    public synchronized void confirm(URI address) throws IOException {
        if (!allows(address)) {
            ObjectNode root = read();
            root.withArray("confirmed_hosts").add(host(address));
            write(root);
        }
    }

    private static String host(URI address) {
        return Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
    }

    private ObjectNode read() throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            return JSON.createObjectNode().put("schema", SCHEMA);
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
        try {
            if (!(JSON.readTree(text) instanceof ObjectNode root)
                    || !root.path("models").isArray() && root.has("models")) {
                throw new IOException(file + " is no list of models. Mend it or move it away.");
            }
            if (root.path("schema").asInt(SCHEMA) > SCHEMA) {
                throw new IOException(file + " was written by a newer version of this program.");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new IOException(
                    file
                            + ", line "
                            + e.getLocation().getLineNr()
                            + ": not JSON. Mend it or move it away.",
                    e);
        }
    }

    private void write(ObjectNode root) throws IOException {
        remembered = Optional.empty();
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is no file.");
        }
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, "models", ".tmp");
        try {
            String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
            try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                out.write(StandardCharsets.UTF_8.encode(text));
                out.force(true);
            }
            Files.move(
                    temporary,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
