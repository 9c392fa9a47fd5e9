package exemplar.embed;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import exemplar.backend.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// all-MiniLM-L6-v2, quantized, inside this process: 384 numbers a text, trained on English
/// sentences (Apache-2.0). Loaded when it is first asked; works without a network. Safe for any
/// number of threads.
public final class MiniLm implements Embedder {
    static final String MODEL = "all-MiniLM-L6-v2-q";

    private Optional<EmbeddingModel> loaded = Optional.empty();

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public Result embed(List<String> texts) {
        EmbeddingModel model;
        try {
            model = loaded();
        } catch (RuntimeException | LinkageError e) {
            return new NotEmbedded(
                    new Fault.Unable(
                            "The embedding model inside this program cannot run on this computer: its native"
                                    + " library does not load. Use a server for embeddings instead."));
        }
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (String text : texts) {
            if (Thread.currentThread().isInterrupted()) {
                return new NotEmbedded(
                        new Fault.Cancelled("Stopped before all texts had vectors."));
            }
            // The module refuses a text without a visible character.
            vectors.add(
                    text.isBlank()
                            ? new float[384]
                            : Embedder.unit(
                                    model.embed(TextSegment.from(text)).content().vector()));
        }
        return new Embedded(vectors);
    }

    private synchronized EmbeddingModel loaded() {
        if (loaded.isEmpty()) {
            // On the calling thread: who wants several cores calls on several threads.
            loaded = Optional.of(new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run));
        }
        return loaded.get();
    }
}
