package exemplar.backend.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import exemplar.backend.openai.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is known of a kind of server beforehand. The list is data: `backend/presets.json`.
///
/// @param id how commands and the registry call it
/// @param title how a person calls it
/// @param protocol what it speaks: `openai`, `anthropic` or `gemini`
/// @param baseUrl where it usually is; empty when there is no usual place
/// @param keyVariable the environment variable its key is usually in; empty when it needs none
/// @param dialect how it differs
public record Preset(
        String id,
        String title,
        String protocol,
        Optional<URI> baseUrl,
        String keyVariable,
        Dialect dialect) {

    /// All presets in the order a list shows them.
    public static List<Preset> all() {
        return Held.ALL;
    }

    /// The preset of that id.
    public static Optional<Preset> named(String id) {
        return all().stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /// A registration of a model on such a server, with what is usual where nothing is said.
    ///
    /// @throws IllegalArgumentException with a sentence when an address is needed
    public Registration register(
            String name, Optional<URI> baseUrl, String model, Optional<KeySource> key) {
        URI at =
                baseUrl.or(() -> this.baseUrl)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        title
                                                + ": a base URL is needed, such as http://localhost:8000/v1."));
        if (at.getHost() == null
                || !("http".equals(at.getScheme()) || "https".equals(at.getScheme()))) {
            throw new IllegalArgumentException(
                    "The base URL is no web address. It looks like http://localhost:8000/v1.");
        }
        if (at.getUserInfo() != null || at.getQuery() != null) {
            // Not repeated: it may be a key.
            throw new IllegalArgumentException(
                    "The base URL must hold no password, key or query. Give the key apart.");
        }
        KeySource source =
                key.orElseGet(() ->
                        keyVariable.isEmpty()
                                ? new KeySource.None()
                                : new KeySource.Variable(keyVariable));
        return Registration.of(name, new Registration.Server(id, at, model, source));
    }

    private static final class Held {
        static final List<Preset> ALL = read();

        private static List<Preset> read() {
            try (InputStream in = Preset.class.getResourceAsStream("/backend/presets.json")) {
                if (in == null) {
                    throw new IllegalStateException(
                            "backend/presets.json is missing from the program");
                }
                List<Preset> all = new ArrayList<>();
                for (JsonNode n : new ObjectMapper().readTree(in).path("presets")) {
                    all.add(read(n));
                }
                return List.copyOf(all);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Preset read(JsonNode n) {
            JsonNode d = n.path("dialect");
            return new Preset(
                    n.path("id").asText(),
                    n.path("title").asText(),
                    n.path("protocol").asText(),
                    Optional.of(n.path("base_url").asText())
                            .filter(s -> !s.isEmpty())
                            .map(URI::create),
                    n.path("key_variable").asText(),
                    new Dialect(
                            d.path("new_token_limit").asBoolean(),
                            d.path("top_k").asBoolean(),
                            d.path("seed_member").asText("seed"),
                            d.path("usage_in_stream").asBoolean(),
                            d.path("continues_messages").asBoolean(),
                            RegistrationJson.readAbilities(n.path("abilities"))));
        }
    }
}
