package exemplar.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import exemplar.backend.Fault;
import exemplar.backend.mock.MockFault;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import exemplar.backend.openai.Dialect;
import exemplar.backend.openai.OpenAiBackend;
import exemplar.backend.wire.Patience;
import exemplar.backend.wire.Wire;
import exemplar.backend.wire.Witness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbedderTest {
    @TempDir Path home;

    @Test
    void theModelInsideFindsSentencesOfLikeMeaningNear() {
        List<float[]> v =
                vectors(
                        new MiniLm()
                                .embed(
                                        List.of(
                                                "The cat sleeps on the sofa.",
                                                "A kitten is napping on the couch.",
                                                "Interest rates rose by a quarter of a percent.",
                                                " ")));
        assertThat(v).allMatch(x -> x.length == 384);
        assertThat(dot(v.get(0), v.get(0))).isCloseTo(1, within(1e-5));
        assertThat(dot(v.get(0), v.get(1))).isGreaterThan(dot(v.get(0), v.get(2)) + .3);
        assertThat(v.get(3)).containsOnly(0f);
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();
        assertThat(new MiniLm().embed(List.of("a")))
                .isInstanceOfSatisfying(
                        Embedder.NotEmbedded.class,
                        n -> assertThat(n.fault()).isInstanceOf(Fault.Cancelled.class));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aServersVectorsComeInOrderManyAtATimeAndItsFaultsAreTold() throws IOException {
        try (MockServer server = MockServer.start(0, Trouble.NONE);
                OpenAiBackend backend =
                        new OpenAiBackend(
                                new Wire(Patience.DEFAULT, Witness.NONE),
                                server.base(),
                                Optional.empty(),
                                Dialect.COMMON)) {
            Embedder embedder = new BackendEmbedder(backend, "mock", "mock@loopback");
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                texts.add("text number " + i % 10);
            }
            List<float[]> v = vectors(embedder.embed(texts));
            assertThat(v).hasSize(150);
            assertThat(server.requests()).isEqualTo(3);
            assertThat(v.get(3)).isEqualTo(v.get(143)).isNotEqualTo(v.get(4));
            server.behave(Trouble.of(MockFault.WRONG_TYPES));
            assertThat(embedder.embed(List.of("a")))
                    .isInstanceOfSatisfying(
                            Embedder.NotEmbedded.class,
                            n -> assertThat(n.fault()).isInstanceOf(Fault.Malformed.class));
        }
    }

    @Test
    void noTextIsEmbeddedTwiceNotEvenByAnotherProcess() throws IOException {
        Counting counting = new Counting();
        Path file = home.resolve("vectors.sqlite");
        try (KeptVectors kept = KeptVectors.in(file, counting)) {
            assertThat(vectors(kept.embed(List.of("a", "bb", "a")))).hasSize(3);
            assertThat(counting.asked).containsExactly("a", "bb");
        }
        try (KeptVectors kept = KeptVectors.in(file, counting)) {
            List<float[]> v = vectors(kept.embed(List.of("bb", "ccc")));
            assertThat(v.get(0)).containsExactly(2f, 0f);
            assertThat(v.get(1)).containsExactly(3f, 0f);
            assertThat(counting.asked).containsExactly("a", "bb", "ccc");
        }
    }

    private static List<float[]> vectors(Embedder.Result result) {
        assertThat(result).isInstanceOf(Embedder.Embedded.class);
        return ((Embedder.Embedded) result).vectors();
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static final class Counting implements Embedder {
        final List<String> asked = new ArrayList<>();

        @Override
        public String model() {
            return "counting";
        }

        @Override
        public Result embed(List<String> texts) {
            asked.addAll(texts);
            return new Embedded(texts.stream().map(t -> new float[] {t.length(), 0}).toList());
        }
    }
}
