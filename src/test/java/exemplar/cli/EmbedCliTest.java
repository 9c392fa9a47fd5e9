package exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbedCliTest {
    @TempDir Path home;

    @Test
    void textsAreGivenVectorsByTheModelInsideAndTheirNearnessIsPrinted() throws Exception {
        try (CliBench bench = new CliBench(home)) {
            assertThat(
                            bench.run(
                                    "models",
                                    "embed",
                                    "The cat sleeps on the sofa.",
                                    "A kitten naps on the couch.",
                                    "Interest rates rose.",
                                    "--json"))
                    .isZero();
            JsonNode all = Console.JSON.readTree(bench.out());
            assertThat(all.path("model").asText()).isEqualTo("all-MiniLM-L6-v2-q");
            assertThat(all.path("dimension").asInt()).isEqualTo(384);
            assertThat(all.path("texts")).hasSize(3);
            assertThat(all.path("texts").get(0).path("norm").asDouble()).isCloseTo(1, within(1e-4));
            assertThat(all.path("texts").get(2).path("vector")).hasSize(384);
            JsonNode cosine = all.path("cosine");
            assertThat(cosine.get(0).get(1).asDouble())
                    .isEqualTo(cosine.get(1).get(0).asDouble())
                    .isGreaterThan(cosine.get(0).get(2).asDouble() + .3);
            assertThat(bench.run("models", "embed", "One", "Two")).isZero();
            assertThat(bench.out()).contains("384 numbers a text").contains("One");
        }
        assertThat(home.resolve("cache").resolve("vectors.sqlite")).exists();
    }

    @Test
    void anotherModelIsNamedAndOneThatIsNoneIsRefusedWithThoseThereAre() {
        try (CliBench bench = new CliBench(home)) {
            assertThat(bench.run("models", "embed", "One", "--model", "mock")).isZero();
            assertThat(bench.out()).contains("64 numbers a text");
            assertThat(bench.run("models", "embed", "One", "--model", "nope"))
                    .isEqualTo(Trouble.USAGE);
            assertThat(bench.err())
                    .contains("nope")
                    .contains("These give vectors")
                    .contains("mock");
            assertThat(bench.run("models", "embed")).isEqualTo(Trouble.USAGE);
        }
    }

    @Test
    void aDamagedModelFileSaysSoInTheListAndIsNotAsked() throws Exception {
        Path models = Files.createDirectories(home.resolve("cache").resolve("models"));
        Files.writeString(models.resolve("broken.gguf"), "GGUF, honestly, and nothing else");
        try (CliBench bench =
                new CliBench(
                        home,
                        java.util.List.of(() ->
                                new exemplar.backend.llama.LlamaBackend(
                                        () ->
                                                java.util.Map.of(
                                                        "broken", models.resolve("broken.gguf")),
                                        home.resolve("cache"))))) {
            assertThat(bench.run("models", "list")).isZero();
            assertThat(bench.out().lines().filter(l -> l.startsWith("broken")))
                    .singleElement()
                    .asString()
                    .contains("GGUF version");
            assertThat(bench.run("models", "test", "broken")).isEqualTo(Trouble.USAGE);
            assertThat(bench.err()).contains("cannot be asked").contains("GGUF version");
        }
    }
}
