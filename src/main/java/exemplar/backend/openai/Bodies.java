package exemplar.backend.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.model.Message;
import exemplar.model.Picture;
import java.util.List;

/// Requests as the protocol writes them. Only what was asked for is sent; the server's own defaults
/// decide the rest.
final class Bodies {
    private final Dialect dialect;

    Bodies(Dialect dialect) {
        this.dialect = dialect;
    }

    /// The body of a request for one answer.
    ObjectNode of(Request request) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", request.model());
        switch (request.input()) {
            case Request.Completion(String text) -> body.put("prompt", text);
            case Request.Chat(List<Message> messages) -> {
                ArrayNode list = body.putArray("messages");
                for (Message m : messages) {
                    ObjectNode said = list.addObject().put("role", m.role().wireName());
                    if (m.pictures().isEmpty()) {
                        said.put("content", m.content());
                    } else {
                        parts(said.putArray("content"), m);
                    }
                }
            }
        }
        sampling(body, request);
        return body;
    }

    private static void parts(ArrayNode parts, Message message) {
        for (Message.Part part : message.parts()) {
            switch (part) {
                case Message.Words(String text) ->
                        parts.addObject().put("type", "text").put("text", text);
                case Message.Shown(Picture picture) ->
                        parts.addObject()
                                .put("type", "image_url")
                                .putObject("image_url")
                                .put(
                                        "url",
                                        "data:"
                                                + picture.mimeType()
                                                + ";base64,"
                                                + picture.base64());
            }
        }
    }

    /// The same, to be streamed.
    ObjectNode streamed(Request request) {
        ObjectNode body = of(request).put("stream", true);
        if (dialect.usageInStream()) {
            body.putObject("stream_options").put("include_usage", true);
        }
        return body;
    }

    private void sampling(ObjectNode body, Request request) {
        Sampling s = request.sampling();
        s.temperature().ifPresent(v -> body.put("temperature", v));
        s.topP().ifPresent(v -> body.put("top_p", v));
        s.topK().ifPresent(v -> body.put("top_k", v));
        boolean chat = request.input() instanceof Request.Chat;
        s.maxTokens()
                .ifPresent(v ->
                        body.put(
                                chat && dialect.newTokenLimit()
                                        ? "max_completion_tokens"
                                        : "max_tokens",
                                v));
        s.seed().ifPresent(v -> body.put(dialect.seedMember(), v));
        if (!s.stop().isEmpty()) {
            ArrayNode stop = body.putArray("stop");
            s.stop().forEach(stop::add);
        }
    }
}
