package exemplar.backend.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import exemplar.backend.Abilities;
import exemplar.backend.Fault;
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
import java.util.Map;
import java.util.Optional;

/// Anthropic's API. It wants a limit on every answer; where none is set, [#USUAL_MOST] tokens.
public final class AnthropicBackend extends ModuleBackend {
    /// The most tokens of an answer where the request leaves them open.
    public static final int USUAL_MOST = 4096;

    private static final String VERSION = "2023-06-01";
    private static final Abilities USUAL =
            new Abilities(true, false, true, false, 0, true, false, false, 200_000);

    public AnthropicBackend(Wire wire, URI base, Secret key) {
        super(wire, base, key);
    }

    @Override
    public Abilities abilities(String model) {
        return USUAL;
    }

    @Override
    protected Optional<String> unknown(Request request) {
        if (request.sampling().seed().isPresent()) {
            return Optional.of("seeds. Leave the seed open");
        }
        if (request.sampling().stop().stream().anyMatch(String::isBlank)) {
            return Optional.of("stop texts of blanks and line ends alone. Leave them out");
        }
        return anyMessage(request, m -> m.content().isBlank() && m.pictures().isEmpty())
                ? Optional.of("empty messages. Leave the message out, or write one")
                : Optional.empty();
    }

    @Override
    protected StreamingChatModel model(HttpClientBuilder http, Request request) {
        return AnthropicStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(base() + "/")
                .apiKey(key().isEmpty() ? "none" : key().reveal())
                .version(VERSION)
                .modelName(request.model())
                .maxTokens(USUAL_MOST)
                .returnThinking(true)
                .build();
    }

    @Override
    protected Call listCall() {
        return new Call(
                "GET",
                URI.create(base() + "/models?limit=1000"),
                Map.of("anthropic-version", VERSION),
                List.of(new Call.SecretHeader("x-api-key", "", key())),
                Optional.empty());
    }

    @Override
    protected String listMember() {
        return "data";
    }

    @Override
    protected String listedId(JsonNode model) {
        return model.path("id").asText("");
    }

    @Override
    protected Guard guard() {
        return new Guard() {
            private boolean stopped;

            @Override
            public void event(JsonNode event) throws WireFault {
                switch (event.path("type").asText("")) {
                    case "" ->
                            throw new WireFault(
                                    new Fault.Malformed(
                                            where()
                                                    + " sent an event without a type. Check that the base URL is Anthropic's."));
                    case "error" -> throw new WireFault(LateError.in(where(), event));
                    case "message_delta" -> {
                        if (event.path("delta").path("stop_reason").asText("").equals("refusal")) {
                            throw new WireFault(
                                    new Fault.ContentFiltered(
                                            where()
                                                    + " withheld the answer because of its content. The text of the"
                                                    + " item or of a demonstration has to change."));
                        }
                    }
                    case "message_stop" -> stopped = true;
                    default -> {}
                }
            }

            @Override
            public boolean complete() {
                return stopped;
            }
        };
    }
}
