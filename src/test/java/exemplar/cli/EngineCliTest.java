package exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineCliTest {

    @Test
    void theLibraryThatComesWithTheProgramIsListedAndUsed(@TempDir Path home) {
        try (CliBench bench = new CliBench(home)) {
            assertThat(bench.run("models", "engine", "list")).isZero();
            assertThat(bench.out()).contains("bundled").contains("b4916").contains("used");
            assertThat(bench.run("models", "engine", "list", "--json")).isZero();
            assertThat(bench.out()).contains("\"used\":true");
        }
    }

    @Test
    void whatIsNoEngineIsRefusedInASentenceAndTheBundledOneStays(@TempDir Path home)
            throws Exception {
        Path folder = Files.createDirectories(home.resolve("build"));
        try (CliBench bench = new CliBench(home)) {
            assertThat(bench.run("models", "engine", "install", folder.toString()))
                    .isEqualTo(Trouble.USAGE);
            assertThat(bench.err()).contains("holds no llama.cpp");
            Files.writeString(folder.resolve("libllama.so"), "this is no library");
            assertThat(bench.run("models", "engine", "install", folder.toString()))
                    .isEqualTo(Trouble.FINDINGS);
            assertThat(bench.err())
                    .contains("could not be loaded")
                    .contains("the library that comes with the program is");
            bench.run("models", "engine", "list");
            assertThat(bench.out().lines().filter(l -> l.contains("used")))
                    .singleElement()
                    .asString()
                    .startsWith("bundled");
        }
    }

    @Test
    void aNameThatIsMistypedLeavesTheChoiceAsItWas(@TempDir Path home) throws Exception {
        Path libraries = Files.createDirectories(home.resolve("cache/engine/libraries"));
        Files.writeString(libraries.resolve("used"), "mine\n");
        try (CliBench bench = new CliBench(home)) {
            assertThat(bench.run("models", "engine", "use", "mien")).isEqualTo(Trouble.USAGE);
            assertThat(bench.err()).contains("No engine library").doesNotContain("Trying");
            assertThat(bench.run("models", "engine", "install", "--variant", "rocm"))
                    .isEqualTo(Trouble.USAGE);
            assertThat(bench.err()).contains("no variant 'rocm'").contains("cuda, vulkan");
            assertThat(libraries.resolve("used")).hasContent("mine");
        }
    }

    @Test
    void aChosenLibraryThatCannotBeUsedIsListedWithTheReason(@TempDir Path home) throws Exception {
        Path folder = Files.createDirectories(home.resolve("build"));
        try (CliBench bench = new CliBench(home)) {
            Files.writeString(folder.resolve("libllama.so"), "this is no library");
            bench.run("models", "engine", "install", folder.toString());
            Files.writeString(home.resolve("cache").resolve("engine/libraries/used"), "build\n");
            assertThat(bench.run("models", "engine", "list")).isZero();
            assertThat(bench.out().lines().filter(l -> l.startsWith("bundled")))
                    .singleElement()
                    .asString()
                    .endsWith("used");
            assertThat(bench.out().lines().filter(l -> l.startsWith("build")))
                    .singleElement()
                    .asString()
                    .contains("it cannot be used")
                    .contains("could not be loaded");
            bench.run("models", "engine", "list", "--json");
            assertThat(bench.out().lines().filter(l -> l.contains("\"build\"")))
                    .singleElement()
                    .asString()
                    .contains("\"used\":false")
                    .contains("\"fault\":");
        }
    }

    @Test
    void goingOnIsAlwaysAllowed(@TempDir Path home) {
        try (CliBench bench = new CliBench(home)) {
            assertThat(bench.run("models", "engine", "go-on")).isZero();
        }
    }

    @Test
    void aModelWhoseLicenceIsNotAcceptedIsShownWithItAndNotFetched(@TempDir Path home) {
        try (CliBench bench = new CliBench(home)) {
            assertThat(bench.run("models", "pull", "gemma3-270m")).isEqualTo(Trouble.USAGE);
            assertThat(bench.err())
                    .contains("Gemma Terms of Use")
                    .contains("ai.google.dev/gemma/terms")
                    .contains("was not accepted");
            assertThat(home.resolve("config").resolve("accepted-gemma3-270m")).doesNotExist();
            assertThat(home.resolve("cache").resolve("models")).doesNotExist();
        }
    }
}
