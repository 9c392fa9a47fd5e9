package exemplar.backend.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The models that can be fetched by name; data in `exemplar/models.json`.
public final class Catalogue {
    private static final String DATA = "/exemplar/models.json";

    private Catalogue() {}

    /// All of them, the smallest first.
    public static List<Entry> all() {
        try (InputStream in = Catalogue.class.getResourceAsStream(DATA)) {
            List<Entry> entries = new ArrayList<>();
            for (JsonNode node : new ObjectMapper().readTree(in)) {
                List<String> python = new ArrayList<>();
                node.path("python").forEach(p -> python.add(p.asText()));
                entries.add(
                        new Entry(
                                node.path("name").asText(),
                                node.path("title").asText(),
                                URI.create(node.path("url").asText()),
                                node.path("bytes").asLong(),
                                Optional.of(node.path("sha256").asText()).filter(s -> !s.isEmpty()),
                                node.path("licence").asText(),
                                node.path("terms").asText(),
                                node.path("accept").asBoolean(),
                                python));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue is part of the program", e);
        }
    }

    /// The model of that name.
    public static Optional<Entry> named(String name) {
        return all().stream().filter(e -> e.name().equals(name)).findFirst();
    }
}
