package exemplar;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Real data beside the project, for tests that are worth more with it. A test that asks for a file
/// that is not there is skipped with a reason.
public final class SharedData {
    private SharedData() {}

    /// The file or folder below `shared/data`, such as `jinja/cases.jsonl`.
    public static Path require(String path) {
        Path file = root().map(r -> r.resolve("data").resolve(path)).orElse(Path.of(path));
        Assumptions.assumeTrue(
                Files.exists(file), "no shared data beside this project: " + path + " is missing");
        return file;
    }

    private static Optional<Path> root() {
        String named = System.getenv("EXEMPLAR_SHARED");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        Path beside = Path.of("..", "shared");
        return Files.isDirectory(beside) ? Optional.of(beside) : Optional.empty();
    }
}
