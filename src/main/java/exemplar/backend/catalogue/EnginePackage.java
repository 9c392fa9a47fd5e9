package exemplar.backend.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A build of llama.cpp as an npm package, for one kind of machine. Fetched with the machine's own
/// `npm`, so that its settings for registries and proxies hold.
///
/// @param platform such as `linux-x64` or `mac-arm64-metal`, as the package is named
public record EnginePackage(String platform) {
    /// The packages' version whose llama.cpp this program knows.
    public static final String VERSION = "3.22.1";

    /// The builds for graphics cards.
    public static final List<String> VARIANTS = List.of("cuda", "vulkan");

    private static final long PATIENCE_MINUTES = 15;

    /// The one for this machine.
    ///
    /// @param variant one of [#VARIANTS] for a graphics card; empty for the processor (on a Mac
    ///   with its graphics)
    /// @return empty where there is none
    public static Optional<EnginePackage> ofThisMachine(Optional<String> variant) {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), variant);
    }

    static Optional<EnginePackage> of(String system, String processor, Optional<String> variant) {
        String os = system.toLowerCase(Locale.ROOT);
        String arch = processor.toLowerCase(Locale.ROOT);
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        boolean x64 = arch.equals("amd64") || arch.equals("x86_64");
        if (!arm && !x64) {
            return Optional.empty();
        }
        String cpu = arm ? "arm64" : "x64";
        String end = variant.map(v -> "-" + v).orElse("");
        if (os.contains("mac")) {
            return variant.isPresent()
                    ? Optional.empty()
                    : Optional.of(new EnginePackage("mac-" + cpu + (arm ? "-metal" : "")));
        }
        if (os.contains("win")) {
            return Optional.of(new EnginePackage("win-" + cpu + end));
        }
        return os.contains("linux")
                ? Optional.of(new EnginePackage("linux-" + cpu + end))
                : Optional.empty();
    }

    /// The package's name with its version.
    public String name() {
        return "@node-llama-cpp/" + platform + "@" + VERSION;
    }

    /// What the library is called on this machine.
    public String library() {
        return platform + "-" + VERSION;
    }

    /// Fetches and unpacks the package.
    ///
    /// @param into an empty folder
    /// @return the folder with the shared libraries
    /// @throws IOException with a sentence for a person
    public Path fetch(Path into) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        run(
                into,
                "npm",
                windows ? "npm.cmd" : "npm",
                "pack",
                name(),
                "--pack-destination",
                into.toString());
        Path archive;
        try (Stream<Path> inside = Files.list(into)) {
            archive =
                    inside.filter(p -> p.toString().endsWith(".tgz"))
                            .findFirst()
                            .orElseThrow(() -> new IOException("npm fetched no package."));
        }
        run(into, "tar", "tar", "-xzf", archive.toString(), "-C", into.toString());
        try (Stream<Path> all = Files.walk(into.resolve("package"))) {
            return all.filter(p ->
                            String.valueOf(p.getFileName())
                                    .matches("(lib)?llama\\b.*\\.(so|dylib|dll)"))
                    .map(Path::getParent)
                    .findFirst()
                    .orElseThrow(() ->
                            new IOException("The package " + name() + " holds no llama.cpp."));
        }
    }

    private static void run(Path folder, String program, String... command)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "said", ".log");
        List<String> words = new ArrayList<>(List.of(command));
        Process process;
        try {
            process =
                    new ProcessBuilder(words)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
        } catch (IOException e) {
            throw new IOException(
                    "The program "
                            + program
                            + " is not on this machine. Install it, or name a folder with a llama.cpp build.",
                    e);
        }
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException(program + " did not end within a quarter of an hour.");
            }
            if (process.exitValue() != 0) {
                throw new IOException(
                        program
                                + " could not do it: "
                                + reason(Files.readString(log, StandardCharsets.UTF_8)));
            }
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(log);
        }
    }

    /// What a program said went wrong: its first line about an error that is more than a code, else
    /// the first with a code, else its last one.
    static String reason(String log) {
        List<String> lines = log.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        List<String> errors =
                lines.stream()
                        .filter(l -> l.contains("error") || l.contains("ERR"))
                        .map(l -> l.replaceFirst("^npm (error|ERR!)\\s*", ""))
                        .toList();
        return errors.stream()
                .filter(l -> !l.matches("(code|errno|syscall|type)\\b.*|\\S*"))
                .findFirst()
                .or(() -> errors.stream().findFirst())
                .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()))
                .orElse("it said nothing");
    }
}
