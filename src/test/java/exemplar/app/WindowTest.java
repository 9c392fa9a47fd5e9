package exemplar.app;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.OtherJvm;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole program, begun as a person begins it, on a screen that nobody sees.
class WindowTest {
    @TempDir private Path home;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aFirstStartShowsACopyOfTheSampleStudyAndComplainsOfNothing() throws Exception {
        Process window =
                OtherJvm.of(
                                List.of(
                                        "-XX:TieredStopAtLevel=1",
                                        "--sun-misc-unsafe-memory-access=allow",
                                        "-Dglass.platform=Headless",
                                        "-Dprism.order=sw",
                                        "-Djava.awt.headless=true",
                                        "-Dexemplar.timing=true",
                                        "-Dexemplar.root=" + Path.of("").toAbsolutePath(),
                                        "-Dexemplar.home=" + home),
                                Main.class)
                        .redirectErrorStream(true)
                        .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out = window.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.contains("study on screen") || line.contains("Exception")) {
                    break;
                }
            }
        } finally {
            window.destroyForcibly().waitFor();
        }
        assertThat(said).noneMatch(line -> line.contains("Exception"));
        assertThat(said).last().asString().contains("study on screen");
        try (var files = Files.walk(home)) {
            assertThat(files.map(f -> String.valueOf(f.getFileName()))).contains("pool.jsonl");
        }
    }
}
