package exemplar.backend.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Reply.Finish;
import exemplar.backend.wire.LateError;
import exemplar.backend.wire.WireFault;
import java.util.Optional;
import java.util.OptionalInt;

/// An answer that grows event by event, or is read from one whole reply.
final class Answer {
    private static final ObjectReader JSON = new ObjectMapper().readerFor(JsonNode.class);

    private final String where;
    private final Answerer.Sink sink;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private Optional<Finish> finish = Optional.empty();
    private boolean done;
    private OptionalInt promptTokens = OptionalInt.empty();
    private OptionalInt answerTokens = OptionalInt.empty();
    private long firstText;

    Answer(String where, Answerer.Sink sink) {
        this.where = where;
        this.sink = sink;
    }

    /// Takes one event in.
    ///
    /// @return whether more may come
    boolean take(String data) throws WireFault {
        if (data.strip().equals("[DONE]")) {
            done = true;
            return false;
        }
        JsonNode event = parse(where, data);
        JsonNode choices = event.path("choices");
        if (!choices.isArray()) {
            if (choices.isMissingNode() && event.has("usage")) {
                usage(event.path("usage"));
                return true;
            }
            throw unreadable(where, "“choices” is no list");
        }
        for (JsonNode choice : choices) {
            if (choice.path("index").asInt(0) == 0) {
                take(choice);
            }
        }
        usage(event.path("usage"));
        return true;
    }

    /// Takes one choice of an event or of a whole reply in.
    void take(JsonNode choice) throws WireFault {
        JsonNode said = choice.has("delta") ? choice.get("delta") : choice.path("message");
        say(choice.path("text"), "text");
        say(said.path("content"), "content");
        say(said.path("refusal"), "refusal");
        think(said.path("reasoning_content"));
        if (said.path("reasoning_content").isMissingNode()) {
            think(said.path("reasoning"));
        }
        JsonNode reason = choice.path("finish_reason");
        if (reason.isTextual() && !reason.asText().isEmpty()) {
            finish =
                    Optional.of(
                            switch (reason.asText()) {
                                case "stop", "eos", "end_turn", "stop_sequence", "eos_token" ->
                                        Finish.STOP;
                                case "length", "max_tokens" -> Finish.LENGTH;
                                case "content_filter" -> Finish.FILTERED;
                                default -> Finish.OTHER;
                            });
        }
    }

    private void say(JsonNode piece, String member) throws WireFault {
        if (piece.isMissingNode() || piece.isNull()) {
            return;
        }
        if (!piece.isTextual()) {
            throw unreadable(where, "“" + member + "” is no text");
        }
        String words = piece.asText();
        if (!words.isEmpty()) {
            if (text.isEmpty()) {
                firstText = System.nanoTime();
            }
            text.append(words);
            sink.text(words);
        }
    }

    private void think(JsonNode piece) {
        if (piece.isTextual() && !piece.asText().isEmpty()) {
            reasoning.append(piece.asText());
            sink.thought(piece.asText());
        }
    }

    void usage(JsonNode usage) {
        if (usage.path("prompt_tokens").canConvertToInt()) {
            promptTokens = OptionalInt.of(usage.get("prompt_tokens").asInt());
        }
        if (usage.path("completion_tokens").canConvertToInt()) {
            answerTokens = OptionalInt.of(usage.get("completion_tokens").asInt());
        }
    }

    /// Reads an event or a whole reply.
    static JsonNode parse(String where, String data) throws WireFault {
        JsonNode node;
        try {
            node = JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw unreadable(
                    where,
                    e instanceof JsonEOFException ? "it ends in the middle" : "it is no JSON");
        }
        if (!node.isObject()) {
            throw unreadable(where, "it is no JSON object");
        }
        if (node.has("error") && !node.get("error").isNull()) {
            throw new WireFault(LateError.in(where, node));
        }
        return node;
    }

    static WireFault unreadable(String where, String why) {
        return new WireFault(
                new Fault.Malformed(
                        where
                                + " sent an answer that does not follow the protocol: "
                                + why
                                + ". Check that the base URL is that of an OpenAI-compatible server."));
    }

    /// Whether the protocol's end arrived.
    boolean complete() {
        return done || finish.isPresent();
    }

    String text() {
        return text.toString();
    }

    String reasoning() {
        return reasoning.toString();
    }

    Finish finish() {
        return finish.orElse(Finish.OTHER);
    }

    OptionalInt promptTokens() {
        return promptTokens;
    }

    OptionalInt answerTokens() {
        return answerTokens;
    }

    /// [System#nanoTime()] of the first text; 0 before it.
    long firstText() {
        return firstText;
    }
}
