package exemplar.backend.llama;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/// What was found out about model files and takes long to find out again, remembered in one file of
/// the cache until the model file changes. Safe for any number of threads; a fact that cannot be
/// remembered is found out again.
final class FileFacts {
    private final Path file;
    private Optional<Properties> read = Optional.empty();

    /// A model file as it is now.
    record Stamp(Path path, long bytes, long changed) {
        static Stamp of(Path path) throws IOException {
            Path real = path.toRealPath();
            return new Stamp(real, Files.size(real), Files.getLastModifiedTime(real).toMillis());
        }

        private String key(String name) {
            return name + " | " + bytes + " | " + changed + " | " + path;
        }
    }

    FileFacts(Path cache) {
        file = cache.resolve("engine").resolve("facts.properties");
    }

    synchronized Optional<String> find(Stamp stamp, String name) {
        return Optional.ofNullable(all().getProperty(stamp.key(name)));
    }

    synchronized void keep(Stamp stamp, String name, String value) {
        // Another program may have written meanwhile.
        read = Optional.empty();
        Properties all = all();
        all.setProperty(stamp.key(name), value);
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "facts", ".new");
            try (OutputStream out = Files.newOutputStream(fresh)) {
                all.store(out, "What was found out about model files; may be deleted.");
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // Then it is known until the program ends.
        }
    }

    private Properties all() {
        if (read.isEmpty()) {
            Properties properties = new Properties();
            try (InputStream in = Files.newInputStream(file)) {
                properties.load(in);
            } catch (IOException | IllegalArgumentException e) {
                // Nothing is known yet.
            }
            read = Optional.of(properties);
        }
        return read.get();
    }

    /// SHA-256 of a file's content, hexadecimal.
    String sha256(Path path) throws IOException {
        Stamp stamp = Stamp.of(path);
        Optional<String> known = find(stamp, "sha256");
        if (known.isPresent()) {
            return known.get();
        }
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 20];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            String hex = HexFormat.of().formatHex(digest.digest());
            keep(stamp, "sha256", hex);
            return hex;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
