package exemplar.embed;

import exemplar.backend.Fault;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.ModelCard;
import exemplar.backend.gateway.VectorWay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Embedders by the name of a model: the small one inside this program, which is the default and
/// works without a network, and every model of the gateway that gives vectors, on a server or of a
/// GGUF file. What they give is kept in one file, so that no text is embedded twice. Safe for any
/// number of threads; choosing may open files, so it is done off the screen's thread.
public final class Embedders implements AutoCloseable {
    /// The one inside this program.
    public static final String INSIDE = MiniLm.MODEL;

    private final Supplier<Gateway> gateway;
    private final Optional<Path> file;
    private final Embedder inside = new MiniLm();
    private final Map<String, Embedder> chosen = new LinkedHashMap<>();

    /// @param gateway asked when another model than the one inside is wanted
    /// @param file where vectors are kept; empty to keep none
    public Embedders(Supplier<Gateway> gateway, Optional<Path> file) {
        this.gateway = gateway;
        this.file = file;
    }

    /// Those of a machine, whose vectors are kept in its cache folder.
    public static Embedders in(Path cache, Supplier<Gateway> gateway) {
        return new Embedders(gateway, Optional.of(cache.resolve("vectors.sqlite")));
    }

    /// An embedder, or why there is none.
    public sealed interface Choice {}

    public record Chosen(Embedder embedder) implements Choice {}

    /// @param fault what is missing and what to do
    public record Unavailable(Fault fault) implements Choice {}

    /// The one inside this program.
    public synchronized Embedder inside() {
        return kept(inside);
    }

    /// The one of that name.
    public Choice named(String name) {
        if (name.equals(INSIDE)) {
            return new Chosen(inside());
        }
        return switch (gateway.get().vectors(name)) {
            case VectorWay.Closed(Fault fault) -> new Unavailable(fault);
            case VectorWay.Open(var vectors, String model, var identity) ->
                    new Chosen(
                            identity.map(i -> kept(new BackendEmbedder(vectors, model, i)))
                                    .orElseGet(() -> new BackendEmbedder(vectors, model, name)));
        };
    }

    /// The names there are, the one inside first; of models on servers those that are said to give
    /// vectors. Asks no server.
    ///
    /// @throws IOException with a sentence for a person when the list of models cannot be read
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        names.add(INSIDE);
        for (ModelCard card : gateway.get().models()) {
            if (card.available() && card.abilities().embeddings() && !card.name().equals(INSIDE)) {
                names.add(card.name());
            }
        }
        return names;
    }

    private synchronized Embedder kept(Embedder embedder) {
        return chosen.computeIfAbsent(
                embedder.model(),
                m -> {
                    if (file.isEmpty()) {
                        return embedder;
                    }
                    try {
                        return KeptVectors.in(file.get(), embedder);
                    } catch (IOException e) {
                        // A file that cannot be used costs time, never vectors.
                        return embedder;
                    }
                });
    }

    @Override
    public synchronized void close() {
        chosen.values().stream()
                .filter(KeptVectors.class::isInstance)
                .map(KeptVectors.class::cast)
                .forEach(KeptVectors::close);
        chosen.clear();
    }
}
