package exemplar.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import exemplar.ui.fx.Jobs;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import javafx.css.Stylesheet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The base theme as the toolkit reads it fastest. Its text has a thousand rules, which take a
/// quarter of a second to parse at every start; in the toolkit's binary form they take a twentieth
/// of that. The binary form is made once, beside other things that can be made again.
final class Sheets {
    private static final Logger LOG = LoggerFactory.getLogger(Sheets.class);

    /// The text alone, for pictures and tests.
    static final Sheets AS_TEXT = new Sheets(Optional.empty());

    private final Optional<Path> folder;

    private Sheets(Optional<Path> folder) {
        this.folder = folder;
    }

    static Sheets keptIn(Path folder) {
        return new Sheets(Optional.of(folder));
    }

    /// Where to read the base theme from.
    String base(boolean dark) {
        return folder.map(f -> binary(f, dark))
                .filter(Files::isRegularFile)
                .map(f -> f.toUri().toString())
                .orElse(text(dark));
    }

    /// Makes the binary forms that are missing, in the background.
    void make(Jobs jobs) {
        folder.ifPresent(f -> {
            if (!Files.isRegularFile(binary(f, true)) || !Files.isRegularFile(binary(f, false))) {
                jobs.background(
                        () -> {
                            write(f, false);
                            write(f, true);
                            return true;
                        },
                        done -> {},
                        e -> LOG.info("the theme is read as text: {}", e.getMessage()));
            }
        });
    }

    private static void write(Path folder, boolean dark) throws IOException {
        Path binary = binary(folder, dark);
        Files.createDirectories(folder);
        Path text = Files.createTempFile(folder, "theme", ".css");
        Path made = Files.createTempFile(folder, "theme", ".bss");
        try (InputStream in = resource(dark).openStream()) {
            Files.copy(in, text, StandardCopyOption.REPLACE_EXISTING);
            Stylesheet.convertToBinary(text.toFile(), made.toFile());
            // What cannot be read back must not be found at the next start.
            Stylesheet read = Stylesheet.loadBinary(made.toUri().toURL());
            if (read == null || read.getRules().isEmpty()) {
                throw new IOException("the binary form cannot be read back");
            }
            Files.move(made, binary, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(text);
            Files.deleteIfExists(made);
        }
    }

    /// The name says what it was made from and for which toolkit.
    private static Path binary(Path folder, boolean dark) {
        String of =
                Optional.ofNullable(PrimerLight.class.getProtectionDomain().getCodeSource())
                        .map(source -> source.getLocation().getPath())
                        .map(path -> path.substring(path.lastIndexOf('/') + 1))
                        .orElse("theme");
        return folder.resolve(
                "%s-%s-%s.bss"
                        .formatted(
                                of.replace(".jar", ""),
                                dark ? "dark" : "light",
                                System.getProperty("javafx.runtime.version", "unknown")
                                        .replaceAll("[^\\w.]", "_")));
    }

    private static String text(boolean dark) {
        return dark
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet();
    }

    private static URL resource(boolean dark) throws IOException {
        return Optional.ofNullable(PrimerLight.class.getResource(text(dark)))
                .orElseThrow(() -> new IOException("the base theme is missing"));
    }
}
