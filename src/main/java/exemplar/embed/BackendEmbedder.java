package exemplar.embed;

import exemplar.backend.Fault;
import exemplar.backend.TextVectors;
import java.util.ArrayList;
import java.util.List;

/// Vectors from a backend, some texts at a time. Texts without a visible character, which some
/// servers refuse, have the zero vector.
public final class BackendEmbedder implements Embedder {
    private static final int AT_A_TIME = 64;

    /// Stands for a text without a visible character, to learn how long vectors are.
    private static final String NOTHING = ".";

    private final TextVectors backend;
    private final String id;
    private final String name;

    /// @param id the model's id on the backend
    /// @param name names the model apart from models of other backends
    public BackendEmbedder(TextVectors backend, String id, String name) {
        this.backend = backend;
        this.id = id;
        this.name = name;
    }

    @Override
    public String model() {
        return name;
    }

    @Override
    public Result embed(List<String> texts) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (int from = 0; from < texts.size(); from += AT_A_TIME) {
            List<String> some = texts.subList(from, Math.min(texts.size(), from + AT_A_TIME));
            List<String> sent = some.stream().map(t -> t.isBlank() ? NOTHING : t).toList();
            switch (backend.vectors(id, sent)) {
                case TextVectors.NotFound(Fault fault) -> {
                    return new NotEmbedded(fault);
                }
                case TextVectors.Found(List<float[]> found) -> {
                    for (int i = 0; i < found.size(); i++) {
                        vectors.add(
                                some.get(i).isBlank()
                                        ? new float[found.get(i).length]
                                        : Embedder.unit(found.get(i)));
                    }
                }
            }
        }
        return new Embedded(vectors);
    }
}
