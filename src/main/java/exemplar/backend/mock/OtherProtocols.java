package exemplar.backend.mock;

import com.fasterxml.jackson.databind.JsonNode;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.model.Message;
import exemplar.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Requests in Anthropic's and Gemini's words.
final class OtherProtocols {
    private OtherProtocols() {}

    static Protocol.Wanted anthropic(JsonNode body) throws Protocol.Refused {
        if (!body.path("max_tokens").isInt()) {
            throw new Protocol.Refused(400, "invalid_request_error", "max_tokens: Field required");
        }
        List<Message> messages = new ArrayList<>();
        String system = text(body.path("system"));
        if (!system.isEmpty()) {
            messages.add(new Message(Role.SYSTEM, system));
        }
        for (JsonNode m : body.path("messages")) {
            messages.add(
                    new Message(
                            m.path("role").asText().equals("assistant")
                                    ? Role.ASSISTANT
                                    : Role.USER,
                            text(m.path("content"))));
        }
        return wanted(
                body.path("model").asText(),
                messages,
                body.path("max_tokens"),
                body.path("temperature"),
                body.path("seed"),
                body.path("stop_sequences"));
    }

    static Protocol.Wanted gemini(String model, JsonNode body) throws Protocol.Refused {
        List<Message> messages = new ArrayList<>();
        String system = text(body.path("systemInstruction").path("parts"));
        if (!system.isEmpty()) {
            messages.add(new Message(Role.SYSTEM, system));
        }
        for (JsonNode m : body.path("contents")) {
            messages.add(
                    new Message(
                            m.path("role").asText().equals("model") ? Role.ASSISTANT : Role.USER,
                            text(m.path("parts"))));
        }
        JsonNode config = body.path("generationConfig");
        return wanted(
                model,
                messages,
                config.path("maxOutputTokens"),
                config.path("temperature"),
                config.path("seed"),
                config.path("stopSequences"));
    }

    private static Protocol.Wanted wanted(
            String model,
            List<Message> messages,
            JsonNode most,
            JsonNode temperature,
            JsonNode seed,
            JsonNode stops)
            throws Protocol.Refused {
        if (!model.equals(MockBackend.MODEL)) {
            throw new Protocol.Refused(404, "not_found_error", "model: " + model + " not found");
        }
        List<String> stop = new ArrayList<>();
        stops.forEach(s -> stop.add(s.asText()));
        Sampling sampling =
                new Sampling(
                        OptionalDouble.of(temperature.asDouble(0)),
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        most.isInt() ? OptionalInt.of(most.asInt()) : OptionalInt.empty(),
                        seed.isIntegralNumber()
                                ? OptionalLong.of(seed.asLong())
                                : OptionalLong.empty(),
                        stop);
        return new Protocol.Wanted(
                new Request(model, new Request.Chat(messages), sampling), true, 1, -1, false);
    }

    /// A text, or the texts of a list of parts.
    private static String text(JsonNode content) {
        StringBuilder text = new StringBuilder(content.isTextual() ? content.asText() : "");
        content.forEach(part -> text.append(part.path("text").asText("")));
        return text.toString();
    }
}
