package exemplar.backend.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import exemplar.backend.Abilities;
import exemplar.backend.Sampling;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A registration as one object of the registry file.
final class RegistrationJson {
    private RegistrationJson() {}

    static Registration read(JsonNode node) {
        String gguf = node.path("gguf").asText("");
        Registration.Target target =
                gguf.isEmpty()
                        ? new Registration.Server(
                                node.path("preset").asText("openai-compatible"),
                                URI.create(node.path("base_url").asText("")),
                                node.path("model").asText(""),
                                KeySource.read(node.path("key").asText("")))
                        : new Registration.File(Path.of(gguf));
        JsonNode limits = node.path("limits");
        return new Registration(
                node.path("name").asText(""),
                target,
                sampling(node.path("defaults")),
                new Registration.Limits(
                        limits.path("requests_per_minute").asInt(0),
                        limits.path("tokens_per_minute").asInt(0),
                        limits.path("connections").asInt(0)),
                abilities(node.path("abilities")),
                time(node.path("probed")));
    }

    static ObjectNode write(Registration r, ObjectMapper json) {
        ObjectNode node = json.createObjectNode().put("name", r.name());
        switch (r.target()) {
            case Registration.Server s ->
                    node.put("preset", s.preset())
                            .put("base_url", s.baseUrl().toString())
                            .put("model", s.model())
                            .put("key", s.key().written());
            case Registration.File f -> node.put("gguf", f.path().toString());
        }
        if (!r.defaults().equals(Sampling.UNSET)) {
            write(r.defaults(), node.putObject("defaults"));
        }
        if (!r.limits().equals(Registration.Limits.NONE)) {
            node.putObject("limits")
                    .put("requests_per_minute", r.limits().requestsPerMinute())
                    .put("tokens_per_minute", r.limits().tokensPerMinute())
                    .put("connections", r.limits().connections());
        }
        r.abilities().ifPresent(a -> write(a, node.putObject("abilities")));
        r.probed().ifPresent(t -> node.put("probed", t.truncatedTo(ChronoUnit.SECONDS).toString()));
        return node;
    }

    private static Sampling sampling(JsonNode n) {
        List<String> stop = new ArrayList<>();
        n.path("stop").forEach(s -> stop.add(s.asText()));
        return new Sampling(
                n.has("temperature")
                        ? OptionalDouble.of(n.get("temperature").asDouble())
                        : OptionalDouble.empty(),
                n.has("top_p")
                        ? OptionalDouble.of(n.get("top_p").asDouble())
                        : OptionalDouble.empty(),
                n.has("top_k") ? OptionalInt.of(n.get("top_k").asInt()) : OptionalInt.empty(),
                n.has("max_tokens")
                        ? OptionalInt.of(n.get("max_tokens").asInt())
                        : OptionalInt.empty(),
                n.has("seed") ? OptionalLong.of(n.get("seed").asLong()) : OptionalLong.empty(),
                stop);
    }

    private static void write(Sampling s, ObjectNode n) {
        s.temperature().ifPresent(v -> n.put("temperature", v));
        s.topP().ifPresent(v -> n.put("top_p", v));
        s.topK().ifPresent(v -> n.put("top_k", v));
        s.maxTokens().ifPresent(v -> n.put("max_tokens", v));
        s.seed().ifPresent(v -> n.put("seed", v));
        if (!s.stop().isEmpty()) {
            s.stop().forEach(n.putArray("stop")::add);
        }
    }

    private static Optional<Instant> time(JsonNode n) {
        try {
            return n.isTextual() ? Optional.of(Instant.parse(n.asText())) : Optional.empty();
        } catch (DateTimeParseException e) {
            // Written by hand; the model is known all the same.
            return Optional.empty();
        }
    }

    private static Optional<Abilities> abilities(JsonNode n) {
        if (!n.isObject()) {
            return Optional.empty();
        }
        return Optional.of(readAbilities(n));
    }

    static Abilities readAbilities(JsonNode n) {
        return new Abilities(
                n.path("chat").asBoolean(),
                n.path("completion").asBoolean(),
                n.path("streaming").asBoolean(),
                n.path("label_scores").asBoolean(),
                n.path("top_log_probabilities").asInt(),
                n.path("images").asBoolean(),
                n.path("embeddings").asBoolean(),
                n.path("seed").asBoolean(),
                n.path("n").asBoolean(),
                n.path("context").asInt());
    }

    private static void write(Abilities a, ObjectNode n) {
        n.put("chat", a.chat())
                .put("completion", a.completion())
                .put("streaming", a.streaming())
                .put("label_scores", a.labelScores())
                .put("top_log_probabilities", a.topLogProbabilities())
                .put("images", a.images())
                .put("embeddings", a.embeddings())
                .put("seed", a.seed())
                .put("n", a.several())
                .put("context", a.context());
    }
}
