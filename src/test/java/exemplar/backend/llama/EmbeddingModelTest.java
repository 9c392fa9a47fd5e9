package exemplar.backend.llama;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Abilities;
import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.TextVectors;
import exemplar.embed.Embedder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingModelTest {
    private static final List<String> TEXTS =
            List.of(
                    "the sea is calm",
                    "a cat sat and the sea is calm",
                    "the whale",
                    // Longer than the model takes; its end counts all the same.
                    "a cat and ".repeat(40).strip());

    private final SmallBert bert = new SmallBert();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theVectorsAreThoseOfAComputationInPlainJava(int pooling) throws Exception {
        try (LlamaBackend backend = backend(pooling)) {
            List<float[]> vectors = found(backend.vectors("bert", TEXTS));
            for (int i = 0; i < TEXTS.size(); i++) {
                double[][] hidden = bert.hidden(SmallBert.tokens(TEXTS.get(i)));
                float[] expected = pooled(hidden, pooling);
                assertThat(cosine(vectors.get(i), expected)).isGreaterThan(.9999);
            }
            // Each text alone has the vector it has among others.
            assertThat(found(backend.vectors("bert", TEXTS.subList(1, 2))).getFirst())
                    .isEqualTo(vectors.get(1));
        }
    }

    private static float[] pooled(double[][] hidden, int pooling) {
        float[] vector = new float[hidden[0].length];
        for (int i = 0; i < vector.length; i++) {
            double sum = 0;
            for (double[] state : hidden) {
                sum += state[i];
            }
            vector[i] =
                    (float)
                            switch (pooling) {
                                case 1 -> sum / hidden.length;
                                case 2 -> hidden[0][i];
                                default -> hidden[hidden.length - 1][i];
                            };
        }
        return vector;
    }

    @Test
    void itSaysBeforehandThatItWritesNothingAndSaysSoWhenAsked() throws Exception {
        try (LlamaBackend backend = backend(1)) {
            Abilities can = backend.abilities("bert");
            assertThat(can.embeddings()).isTrue();
            assertThat(can.chat()).isFalse();
            assertThat(can.completion()).isFalse();
            Outcome outcome =
                    backend.ask(
                            new Request("bert", new Request.Completion("the"), Sampling.greedy(1)),
                            Answerer.Sink.NONE);
            assertThat(((Outcome.Failed) outcome).fault())
                    .isInstanceOf(Fault.Unable.class)
                    .extracting(Fault::message)
                    .asString()
                    .contains("embedding model");
        }
    }

    @Test
    void aModelThatRanksPairsGivesNoVectors() throws Exception {
        try (LlamaBackend backend = backend(4)) {
            assertThat(backend.vectors("bert", List.of("the sea")))
                    .isInstanceOfSatisfying(
                            TextVectors.NotFound.class,
                            n -> assertThat(n.fault().message()).contains("ranks pairs"));
        }
    }

    @Test
    void anInterruptEndsItAsCancelled() throws Exception {
        try (LlamaBackend backend = backend(1)) {
            found(backend.vectors("bert", List.of("the sea")));
            Thread.currentThread().interrupt();
            assertThat(backend.vectors("bert", List.of("the sea")))
                    .isInstanceOfSatisfying(
                            TextVectors.NotFound.class,
                            n -> assertThat(n.fault()).isInstanceOf(Fault.Cancelled.class));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private LlamaBackend backend(int pooling) throws Exception {
        Path file = Files.write(folder.resolve("bert.gguf"), bert.file(pooling).bytes());
        return new LlamaBackend(() -> Map.of("bert", file), TinyModel.PLACES.cache());
    }

    private static List<float[]> found(TextVectors.Vectors vectors) {
        assertThat(vectors).isInstanceOf(TextVectors.Found.class);
        return ((TextVectors.Found) vectors).vectors();
    }

    private static double cosine(float[] a, float[] b) {
        return Embedder.cosine(Embedder.unit(a), Embedder.unit(b));
    }
}
