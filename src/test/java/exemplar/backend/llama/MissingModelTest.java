package exemplar.backend.llama;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingModelTest {
    @TempDir Path home;

    @Test
    void aModelOfTheCatalogueIsToBeFetchedAndAnyOtherToBeAdded() {
        assertThat(asked("smollm2-135m", Map.of()))
                .contains("exemplar models pull smollm2-135m")
                .doesNotContain("add");
        assertThat(asked("my-own", Map.of()))
                .contains("my-own is not on this machine")
                .contains("exemplar models add my-own --gguf FILE")
                .doesNotContain("pull");
    }

    @Test
    void aFileThatIsGoneIsToBePutBack() {
        Path gone = home.resolve("gone.gguf");
        assertThat(asked("my-own", Map.of("my-own", gone)))
                .contains("is not there any more: ")
                .contains("gone.gguf")
                .endsWith("Put it back, or add the model again.");
    }

    private String asked(String model, Map<String, Path> files) {
        try (LlamaBackend backend = new LlamaBackend(() -> files, home)) {
            Outcome outcome =
                    backend.ask(
                            new Request(model, new Request.Completion("Hi"), Sampling.greedy(1)),
                            Answerer.Sink.NONE);
            Fault fault = ((Outcome.Failed) outcome).fault();
            assertThat(fault).isInstanceOf(Fault.ModelMissing.class);
            return fault.message();
        }
    }
}
