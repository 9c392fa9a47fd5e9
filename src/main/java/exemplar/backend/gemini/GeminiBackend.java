package exemplar.backend.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import exemplar.backend.Abilities;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Secret;
import exemplar.backend.module.Guard;
import exemplar.backend.module.ModuleBackend;
import exemplar.backend.wire.Call;
import exemplar.backend.wire.LateError;
import exemplar.backend.wire.Wire;
import exemplar.backend.wire.WireFault;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Google's Gemini API.
public final class GeminiBackend extends ModuleBackend {
    private static final Set<String> WITHHELD =
            Set.of(
                    "SAFETY",
                    "RECITATION",
                    "BLOCKLIST",
                    "PROHIBITED_CONTENT",
                    "SPII",
                    "IMAGE_SAFETY");
    private static final Abilities USUAL =
            new Abilities(true, false, true, false, 0, true, false, true, 0);

    public GeminiBackend(Wire wire, URI base, Secret key) {
        super(wire, base, key);
    }

    @Override
    public Abilities abilities(String model) {
        return USUAL;
    }

    /// Google writes `models/` before an id, and its module as well.
    @Override
    public Outcome ask(Request request, Sink sink) {
        return super.ask(
                new Request(id(request.model()), request.input(), request.sampling()), sink);
    }

    private static String id(String name) {
        return name.replaceFirst("^models/", "");
    }

    @Override
    protected Optional<String> unknown(Request request) {
        long seed = request.sampling().seed().orElse(0);
        if (seed != (int) seed) {
            return Optional.of("seeds beyond 32 bits. Choose a smaller seed");
        }
        return anyMessage(request, m -> m.content().isEmpty() && m.pictures().isEmpty())
                ? Optional.of("empty messages. Leave the message out, or write one")
                : Optional.empty();
    }

    @Override
    protected StreamingChatModel model(HttpClientBuilder http, Request request) {
        GoogleAiGeminiStreamingChatModel.GoogleAiGeminiStreamingChatModelBuilder builder =
                GoogleAiGeminiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(base().toString())
                        .apiKey(key().isEmpty() ? "none" : key().reveal())
                        .modelName(request.model())
                        .returnThinking(true);
        request.sampling().seed().ifPresent(s -> builder.seed((int) s));
        return builder.build();
    }

    @Override
    protected Call listCall() {
        return Call.get(
                URI.create(base() + "/models?pageSize=1000"),
                List.of(new Call.SecretHeader("x-goog-api-key", "", key())));
    }

    @Override
    protected String listMember() {
        return "models";
    }

    @Override
    protected String listedId(JsonNode model) {
        return id(model.path("name").asText(""));
    }

    @Override
    protected Guard guard() {
        return new Guard() {
            private boolean finished;
            private int thoughtTokens;

            @Override
            public void event(JsonNode event) throws WireFault {
                if (event.has("error")) {
                    throw new WireFault(LateError.in(where(), event));
                }
                if (!event.has("candidates")
                        && !event.has("promptFeedback")
                        && !event.has("usageMetadata")) {
                    throw new WireFault(
                            new Fault.Malformed(
                                    where()
                                            + " sent an event without candidates. Check that the base URL is Gemini's."));
                }
                String reason = event.path("candidates").path(0).path("finishReason").asText("");
                if (WITHHELD.contains(reason) || event.path("promptFeedback").has("blockReason")) {
                    throw new WireFault(
                            new Fault.ContentFiltered(
                                    where()
                                            + " withheld the answer because of its content. The text of the item"
                                            + " or of a demonstration has to change."));
                }
                finished |= !reason.isEmpty();
                thoughtTokens =
                        event.path("usageMetadata").path("thoughtsTokenCount").asInt(thoughtTokens);
            }

            @Override
            public boolean complete() {
                return finished;
            }

            @Override
            public int thoughtTokens() {
                return thoughtTokens;
            }
        };
    }
}
