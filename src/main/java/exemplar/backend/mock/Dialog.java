package exemplar.backend.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How a provider streams an answer.
interface Dialog {

    /// A server-sent event; the name may be empty.
    record Event(String name, String data) {}

    List<Event> begin(int promptTokens);

    Event piece(String text);

    /// @param finish `stop`, `length` or `content_filter`
    /// @param usage whether tokens are told
    List<Event> end(String finish, int promptTokens, int answerTokens, boolean usage);

    Event error(String message);

    /// OpenAI's, chat or raw completions.
    ///
    /// @param thought what is thought aloud first; empty for nothing
    record OpenAi(boolean chat, String thought) implements Dialog {
        @Override
        public List<Event> begin(int promptTokens) {
            if (thought.isEmpty()) {
                return List.of();
            }
            ObjectNode chunk = Protocol.chunk(chat, "", "");
            ObjectNode choice = (ObjectNode) chunk.path("choices").path(0);
            choice.withObject("/delta").put("reasoning_content", thought);
            return List.of(new Event("", chunk.toString()));
        }

        @Override
        public Event piece(String text) {
            return new Event("", Protocol.chunk(chat, text, "").toString());
        }

        @Override
        public List<Event> end(String finish, int promptTokens, int answerTokens, boolean usage) {
            List<Event> events = new ArrayList<>();
            events.add(new Event("", Protocol.chunk(chat, "", finish).toString()));
            if (usage) {
                ObjectNode last = Protocol.frame(chat, true);
                last.putArray("choices");
                Protocol.usage(last, promptTokens, answerTokens);
                events.add(new Event("", last.toString()));
            }
            events.add(new Event("", "[DONE]"));
            return events;
        }

        @Override
        public Event error(String message) {
            return new Event("", Protocol.error(message, "server_error").toString());
        }
    }

    /// Anthropic's messages.
    ///
    /// @param thought what is thought aloud first, as a block of its own; empty for nothing
    record Anthropic(String thought) implements Dialog {
        @Override
        public List<Event> begin(int promptTokens) {
            ObjectNode start = typed("message_start");
            ObjectNode message =
                    start.putObject("message")
                            .put("id", "mock-1")
                            .put("type", "message")
                            .put("role", "assistant")
                            .put("model", MockBackend.MODEL);
            message.putArray("content");
            message.putObject("usage").put("input_tokens", promptTokens).put("output_tokens", 0);
            List<Event> events = new ArrayList<>(List.of(named(start)));
            if (!thought.isEmpty()) {
                ObjectNode first = typed("content_block_start").put("index", 0);
                first.putObject("content_block").put("type", "thinking").put("thinking", "");
                ObjectNode delta = typed("content_block_delta").put("index", 0);
                delta.putObject("delta").put("type", "thinking_delta").put("thinking", thought);
                ObjectNode signed = typed("content_block_delta").put("index", 0);
                signed.putObject("delta").put("type", "signature_delta").put("signature", "bW9jaw");
                events.addAll(
                        List.of(
                                named(first),
                                named(delta),
                                named(signed),
                                named(typed("content_block_stop").put("index", 0))));
            }
            ObjectNode block = typed("content_block_start").put("index", textBlock());
            block.putObject("content_block").put("type", "text").put("text", "");
            events.add(named(block));
            return events;
        }

        private int textBlock() {
            return thought.isEmpty() ? 0 : 1;
        }

        @Override
        public Event piece(String text) {
            ObjectNode delta = typed("content_block_delta").put("index", textBlock());
            delta.putObject("delta").put("type", "text_delta").put("text", text);
            return named(delta);
        }

        @Override
        public List<Event> end(String finish, int promptTokens, int answerTokens, boolean usage) {
            ObjectNode delta = typed("message_delta");
            String reason =
                    switch (finish) {
                        case "length" -> "max_tokens";
                        case "content_filter" -> "refusal";
                        default -> "end_turn";
                    };
            delta.putObject("delta").put("stop_reason", reason);
            if (usage) {
                delta.putObject("usage").put("output_tokens", answerTokens);
            }
            return List.of(
                    named(typed("content_block_stop").put("index", textBlock())),
                    named(delta),
                    named(typed("message_stop")));
        }

        @Override
        public Event error(String message) {
            ObjectNode error = typed("error");
            error.putObject("error").put("type", "overloaded_error").put("message", message);
            return named(error);
        }

        private static ObjectNode typed(String type) {
            return JsonNodeFactory.instance.objectNode().put("type", type);
        }

        private static Event named(ObjectNode data) {
            return new Event(data.path("type").asText(), data.toString());
        }
    }

    /// Gemini's generateContent.
    ///
    /// @param thought what is thought aloud first, as a part of its own; empty for nothing
    record Gemini(String thought) implements Dialog {
        @Override
        public List<Event> begin(int promptTokens) {
            if (thought.isEmpty()) {
                return List.of();
            }
            ObjectNode event = candidate(thought);
            JsonNode part = event.path("candidates").path(0).path("content").path("parts").path(0);
            ((ObjectNode) part).put("thought", true);
            return List.of(new Event("", event.toString()));
        }

        @Override
        public Event piece(String text) {
            return new Event("", candidate(text).toString());
        }

        @Override
        public List<Event> end(String finish, int promptTokens, int answerTokens, boolean usage) {
            ObjectNode last = candidate("");
            String reason =
                    switch (finish) {
                        case "length" -> "MAX_TOKENS";
                        case "content_filter" -> "SAFETY";
                        default -> finish.toUpperCase(Locale.ROOT);
                    };
            ((ObjectNode) last.path("candidates").path(0)).put("finishReason", reason);
            if (usage) {
                last.putObject("usageMetadata")
                        .put("promptTokenCount", promptTokens)
                        .put("candidatesTokenCount", answerTokens)
                        .put("totalTokenCount", promptTokens + answerTokens);
            }
            return List.of(new Event("", last.toString()));
        }

        @Override
        public Event error(String message) {
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            root.putObject("error")
                    .put("code", 503)
                    .put("message", message)
                    .put("status", "UNAVAILABLE");
            return new Event("", root.toString());
        }

        private static ObjectNode candidate(String text) {
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            ObjectNode content =
                    root.putArray("candidates").addObject().put("index", 0).putObject("content");
            ArrayNode parts = content.put("role", "model").putArray("parts");
            parts.addObject().put("text", text);
            return root;
        }
    }
}
