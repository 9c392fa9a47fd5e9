package exemplar.backend.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import exemplar.backend.Reply;
import exemplar.backend.Reply.Exchange;
import exemplar.backend.Reply.Finish;
import exemplar.backend.Request;
import exemplar.backend.cache.CacheKey;
import exemplar.model.Message;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/// One line of a recording: a question and its answer.
final class RecordingJson {
    private RecordingJson() {}

    /// What a question goes by in a recording: the model's name instead of its place, so that
    /// another machine finds it.
    static String key(String model, Request.Input input, Terms terms) {
        return CacheKey.of("recording", new Request(model, input, terms.sampling()), terms.repeat())
                .hex();
    }

    static ObjectNode write(String model, Request.Input input, Terms terms, Reply reply) {
        ObjectNode line =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("key", key(model, input, terms))
                        .put("model", model)
                        .put("repeat", terms.repeat());
        switch (input) {
            case Request.Completion(String text) -> line.put("prompt", text);
            case Request.Chat(List<Message> messages) ->
                    messages.forEach(m -> {
                        ObjectNode said =
                                line.withArray("messages")
                                        .addObject()
                                        .put("role", m.role().wireName())
                                        .put("content", m.content());
                        m.pictures()
                                .forEach(p ->
                                        said.withArray("pictures")
                                                .addObject()
                                                .put("type", p.mimeType())
                                                .put("sha256", p.sha256())
                                                .put("at", p.at()));
                    });
        }
        ObjectNode said = line.putObject("reply");
        said.put("text", reply.text())
                .put("reasoning", reply.reasoning())
                .put("finish", reply.finish().name());
        reply.promptTokens().ifPresent(n -> said.put("prompt_tokens", n));
        reply.answerTokens().ifPresent(n -> said.put("answer_tokens", n));
        said.put("latency_us", reply.latency().toNanos() / 1000)
                .put("first_us", reply.firstToken().toNanos() / 1000)
                .put("request", reply.exchange().request())
                .put("response", reply.exchange().reply());
        return line;
    }

    /// @throws IllegalArgumentException when it is no such line
    static Reply reply(JsonNode line) {
        JsonNode said = line.path("reply");
        if (!line.path("key").isTextual() || !said.path("text").isTextual()) {
            throw new IllegalArgumentException("“key” or “reply” is missing");
        }
        return new Reply(
                said.path("text").asText(),
                said.path("reasoning").asText(""),
                Finish.valueOf(said.path("finish").asText("OTHER")),
                number(said.path("prompt_tokens")),
                number(said.path("answer_tokens")),
                Duration.ofNanos(said.path("latency_us").asLong() * 1000),
                Duration.ofNanos(said.path("first_us").asLong() * 1000),
                new Exchange(said.path("request").asText(""), said.path("response").asText("")),
                true);
    }

    private static OptionalInt number(JsonNode n) {
        return n.isInt() ? OptionalInt.of(n.asInt()) : OptionalInt.empty();
    }
}
