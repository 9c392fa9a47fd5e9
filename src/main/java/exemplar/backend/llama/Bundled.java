package exemplar.backend.llama;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// The native library that comes with this program: taken out of its jar once and kept in the cache
/// under its hash, so that a file another program changed is not loaded.
final class Bundled {
    private Bundled() {}

    /// The library for this machine, as a file.
    static Path extracted(Path cache) throws IOException, EngineFault {
        String resource = resource();
        byte[] bytes;
        try (InputStream in = Bundled.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new EngineFault(
                        "The built-in engine has no library for this machine (%s on %s)."
                                .formatted(os(), arch()));
            }
            bytes = in.readAllBytes();
        }
        String hash = sha256(bytes);
        Path folder = cache.resolve("engine").resolve(hash.substring(0, 16));
        Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        if (Files.exists(file) && sha256(Files.readAllBytes(file)).equals(hash)) {
            return file;
        }
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "library", ".new");
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    private static String resource() throws EngineFault {
        return switch (os()) {
            case "linux" ->
                    "de/kherud/llama/Linux/%s/libjllama.so"
                            .formatted(arch().equals("aarch64") ? "aarch64" : "x86_64");
            case "mac" ->
                    "de/kherud/llama/Mac/%s/libjllama.dylib"
                            .formatted(arch().equals("aarch64") ? "aarch64" : "x86_64");
            default ->
                    throw new EngineFault(
                            "On this system the engine library that comes with the program has no C"
                                    + " interface. Install another one with: exemplar models engine"
                                    + " install. Or use a server such as llama-server or Ollama.");
        };
    }

    private static String os() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "mac" : name.contains("linux") ? "linux" : "other";
    }

    private static String arch() {
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return arch.equals("arm64") ? "aarch64" : arch;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
