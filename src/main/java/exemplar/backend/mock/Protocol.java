package exemplar.backend.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.model.Message;
import exemplar.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The server's side of OpenAI's protocol: requests read strictly, answers written.
final class Protocol {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Protocol() {}

    /// A request it does not accept, with the sentence the client is told.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        final int status;
        final String code;

        Refused(int status, String code, String message) {
            super(message);
            this.status = status;
            this.code = code;
        }
    }

    /// What a request asks for.
    ///
    /// @param n how many answers
    /// @param top alternatives wanted for each token; negative when no log-probabilities are
    /// @param echo whether the prompt is to be repeated with its log-probabilities
    record Wanted(Request request, boolean stream, int n, int top, boolean echo) {}

    private static String model(JsonNode body) throws Refused {
        String model = body.path("model").asText("");
        if (!model.equals(MockBackend.MODEL)) {
            throw new Refused(404, "model_not_found", "The model `" + model + "` does not exist");
        }
        return model;
    }

    static Wanted read(JsonNode body, boolean chat) throws Refused {
        String model = model(body);
        Request.Input input = chat ? messages(body.path("messages")) : prompt(body.path("prompt"));
        int top =
                chat
                        ? body.path("logprobs").asBoolean(false)
                                ? body.path("top_logprobs").asInt(0)
                                : -1
                        : body.path("logprobs").asInt(-1);
        int most = body.path("max_completion_tokens").asInt(body.path("max_tokens").asInt(-1));
        List<String> stop = new ArrayList<>();
        if (body.path("stop").isTextual()) {
            stop.add(body.path("stop").asText());
        }
        body.path("stop").forEach(s -> stop.add(s.asText()));
        Sampling sampling =
                new Sampling(
                        OptionalDouble.of(body.path("temperature").asDouble(0)),
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        most < 0 ? OptionalInt.empty() : OptionalInt.of(most),
                        body.path("seed").isIntegralNumber()
                                ? OptionalLong.of(body.path("seed").asLong())
                                : OptionalLong.empty(),
                        stop);
        int n = body.path("n").asInt(1);
        if (n < 1 || n > 128 || top > 20) {
            throw new Refused(
                    400,
                    "invalid_value",
                    n < 1 || n > 128 ? "n is from 1 to 128" : "at most 20 alternatives");
        }
        return new Wanted(
                new Request(model, input, sampling),
                body.path("stream").asBoolean(false),
                n,
                top,
                body.path("echo").asBoolean(false));
    }

    private static Request.Chat messages(JsonNode list) throws Refused {
        if (!list.isArray() || list.isEmpty()) {
            throw new Refused(400, "invalid_type", "messages: a list of messages is needed");
        }
        List<Message> messages = new ArrayList<>();
        for (JsonNode m : list) {
            Role role =
                    switch (m.path("role").asText("")) {
                        case "system", "developer" -> Role.SYSTEM;
                        case "user" -> Role.USER;
                        case "assistant" -> Role.ASSISTANT;
                        default ->
                                throw new Refused(400, "invalid_value", "messages: no such role");
                    };
            StringBuilder content = new StringBuilder(m.path("content").asText(""));
            m.path("content").forEach(part -> content.append(part.path("text").asText("")));
            messages.add(new Message(role, content.toString()));
        }
        return new Request.Chat(messages);
    }

    private static Request.Completion prompt(JsonNode prompt) throws Refused {
        if (!prompt.isTextual()) {
            throw new Refused(400, "invalid_type", "prompt: one text is needed");
        }
        return new Request.Completion(prompt.asText());
    }

    static ObjectNode error(String message, String code) {
        ObjectNode root = JSON.objectNode();
        root.putObject("error")
                .put("message", message)
                .put("type", "invalid_request_error")
                .put("code", code);
        return root;
    }

    /// The frame around answers and pieces of answers.
    static ObjectNode frame(boolean chat, boolean stream) {
        return JSON.objectNode()
                .put("id", "mock-1")
                .put(
                        "object",
                        chat
                                ? stream ? "chat.completion.chunk" : "chat.completion"
                                : "text_completion")
                .put("created", 0)
                .put("model", MockBackend.MODEL);
    }

    /// A piece of a streamed answer.
    static ObjectNode chunk(boolean chat, String piece, String finish) {
        ObjectNode root = frame(chat, true);
        ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
        if (chat) {
            ObjectNode delta = choice.putObject("delta");
            if (!piece.isEmpty()) {
                delta.put("content", piece);
            }
        } else {
            choice.put("text", piece);
        }
        if (finish.isEmpty()) {
            choice.putNull("finish_reason");
        } else {
            choice.put("finish_reason", finish);
        }
        return root;
    }

    static void usage(ObjectNode root, int prompt, int answer) {
        root.putObject("usage")
                .put("prompt_tokens", prompt)
                .put("completion_tokens", answer)
                .put("total_tokens", prompt + answer);
    }

    /// Vectors of texts: counts of their words, hashed into 64 places, at length 1.
    static ObjectNode embeddings(JsonNode body) throws Refused {
        model(body);
        JsonNode input = body.path("input");
        List<String> texts = new ArrayList<>();
        if (input.isTextual()) {
            texts.add(input.asText());
        }
        input.forEach(t -> texts.add(t.asText()));
        if (texts.isEmpty()) {
            throw new Refused(400, "invalid_type", "input: a text or a list of texts is needed");
        }
        ObjectNode root = JSON.objectNode().put("object", "list").put("model", MockBackend.MODEL);
        ArrayNode data = root.putArray("data");
        int tokens = 0;
        for (int i = 0; i < texts.size(); i++) {
            ArrayNode vector =
                    data.addObject()
                            .put("object", "embedding")
                            .put("index", i)
                            .putArray("embedding");
            for (double v : Mind.vector(texts.get(i))) {
                vector.add(v);
            }
            tokens += Pieces.count(texts.get(i));
        }
        root.putObject("usage").put("prompt_tokens", tokens).put("total_tokens", tokens);
        return root;
    }
}
