package exemplar.embed;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Fault;
import exemplar.backend.Places;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.Machine;
import exemplar.backend.gateway.Opener;
import exemplar.backend.gateway.Preset;
import exemplar.backend.gateway.RetryPolicy;
import exemplar.backend.mock.MockFault;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddersTest {
    @TempDir Path home;
    private Optional<Gateway> gateway = Optional.empty();
    private Optional<Embedders> embedders = Optional.empty();

    @BeforeEach
    void aMachineOfItsOwn() throws IOException {
        Places places = new Places(home.resolve("config"), home.resolve("cache"));
        gateway =
                Optional.of(
                        Machine.gateway(
                                places,
                                List.of(),
                                target -> new Opener.Unavailable("No files here."),
                                RetryPolicy.DEFAULT));
        embedders = Optional.of(Embedders.in(places.cache(), gateway::orElseThrow));
    }

    @AfterEach
    void close() {
        embedders.ifPresent(Embedders::close);
        gateway.ifPresent(Gateway::close);
    }

    private Embedders embedders() {
        return embedders.orElseThrow();
    }

    private void register(String name, MockServer server) throws IOException {
        gateway.orElseThrow()
                .registry()
                .put(
                        Preset.named("ollama")
                                .orElseThrow()
                                .register(
                                        name,
                                        Optional.of(server.base()),
                                        "mock",
                                        Optional.empty()));
    }

    @Test
    void theOneInsideNeedsNoServerAndIsNamedFirst() throws IOException {
        assertThat(embedders().names()).containsExactly(Embedders.INSIDE, "mock");
        assertThat(vectors(Embedders.INSIDE, List.of("calm sea")).getFirst()).hasSize(384);
        assertThat(embedders().inside().model()).isEqualTo(Embedders.INSIDE);
    }

    @Test
    void aServersModelIsAskedOnceForEachTextAndTriedAgainWhenItIsBusy() throws IOException {
        try (MockServer server =
                MockServer.start(0, Trouble.of(MockFault.TOO_MANY).times(1).retryAfter(0))) {
            register("far", server);
            List<float[]> first = vectors("far", List.of("calm sea", "a cat", "calm sea"));
            assertThat(server.requests()).isEqualTo(2);
            assertThat(first.get(0)).isEqualTo(first.get(2)).isNotEqualTo(first.get(1));
            assertThat(vectors("far", List.of("a cat")).getFirst()).isEqualTo(first.get(1));
            assertThat(server.requests()).isEqualTo(2);
            assertThat(embedders().names()).contains("far");
        }
    }

    @Test
    void vectorsOfTwoModelsAreKeptApart() throws IOException {
        try (MockServer server = MockServer.start(0, Trouble.NONE)) {
            register("far", server);
            assertThat(vectors("far", List.of("a cat")).getFirst()).hasSize(64);
            assertThat(vectors(Embedders.INSIDE, List.of("a cat")).getFirst()).hasSize(384);
        }
    }

    @Test
    void whatArrivedBeforeAFaultIsNotAskedForAgain() throws IOException {
        List<String> texts = IntStream.range(0, 100).mapToObj(i -> "text " + i).toList();
        try (MockServer server = MockServer.start(0, Trouble.NONE)) {
            register("far", server);
            vectors("far", texts.subList(0, 64));
            server.behave(Trouble.of(MockFault.UNPROCESSABLE));
            assertThat(embedder("far").embed(texts)).isInstanceOf(Embedder.NotEmbedded.class);
            server.behave(Trouble.NONE);
            int before = server.requests();
            assertThat(vectors("far", texts)).hasSize(100);
            assertThat(server.requests()).isEqualTo(before + 1);
        }
    }

    @Test
    void aTextWithNothingInItHasTheZeroVectorEverywhere() throws IOException {
        for (String name : List.of(Embedders.INSIDE, "mock")) {
            assertThat(vectors(name, List.of("a cat", " ")).get(1)).containsOnly(0f);
        }
    }

    @Test
    void aNameThatIsNoneSaysWhatToDo() {
        assertThat(embedders().named("nope"))
                .isInstanceOfSatisfying(
                        Embedders.Unavailable.class,
                        u -> {
                            assertThat(u.fault()).isInstanceOf(Fault.ModelMissing.class);
                            assertThat(u.fault().message()).contains("exemplar models");
                        });
    }

    @Test
    void aModelWithoutVectorsIsRefusedBeforeAnythingIsSent() throws IOException {
        try (MockServer server = MockServer.start(0, Trouble.NONE)) {
            gateway.orElseThrow()
                    .registry()
                    .put(
                            Preset.named("gemini")
                                    .orElseThrow()
                                    .register(
                                            "writer",
                                            Optional.of(server.base()),
                                            "m",
                                            Optional.of(
                                                    new exemplar.backend.gateway.KeySource
                                                            .None())));
            assertThat(embedders().named("writer"))
                    .isInstanceOfSatisfying(
                            Embedders.Unavailable.class,
                            u -> assertThat(u.fault().message()).contains("gives no vectors"));
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void aFileThatCannotKeepVectorsCostsTimeAndNothingElse() throws IOException {
        Files.createDirectories(home.resolve("cache").resolve("vectors.sqlite"));
        assertThat(vectors(Embedders.INSIDE, List.of("calm sea")).getFirst()).hasSize(384);
    }

    @Test
    void anEmbedderThatStopsHalfwayLosesNothingThatItGave() throws IOException {
        List<String> asked = new ArrayList<>();
        Embedder stops =
                new Embedder() {
                    @Override
                    public String model() {
                        return "stops";
                    }

                    @Override
                    public Result embed(List<String> texts) {
                        if (asked.size() >= 64 && asked.size() < 100) {
                            asked.add("stopped");
                            return new NotEmbedded(new Fault.Cancelled("Stopped."));
                        }
                        asked.addAll(texts);
                        return new Embedded(texts.stream().map(t -> new float[] {1}).toList());
                    }
                };
        List<String> texts = IntStream.range(0, 100).mapToObj(i -> "text " + i).toList();
        try (KeptVectors kept = KeptVectors.in(home.resolve("kept.sqlite"), stops)) {
            assertThat(kept.embed(texts)).isInstanceOf(Embedder.NotEmbedded.class);
            asked.clear();
            assertThat(kept.embed(texts)).isInstanceOf(Embedder.Embedded.class);
            assertThat(asked).containsExactlyElementsOf(texts.subList(64, 100));
        }
    }

    private Embedder embedder(String name) {
        assertThat(embedders().named(name)).isInstanceOf(Embedders.Chosen.class);
        return ((Embedders.Chosen) embedders().named(name)).embedder();
    }

    private List<float[]> vectors(String name, List<String> texts) {
        Embedder.Result result = embedder(name).embed(texts);
        assertThat(result).isInstanceOf(Embedder.Embedded.class);
        return ((Embedder.Embedded) result).vectors();
    }
}
