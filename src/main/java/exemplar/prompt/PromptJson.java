package exemplar.prompt;

import exemplar.model.Message;
import exemplar.model.RenderedPrompt;
import exemplar.model.Role;
import exemplar.model.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A prompt as plain maps and lists, ready to be written as JSON.
public final class PromptJson {
    private PromptJson() {}

    /// The messages as every chat protocol writes them; a completion is one message of the user.
    public static List<Map<String, String>> messages(RenderedPrompt prompt) {
        List<Message> messages =
                prompt.isChat()
                        ? prompt.messages()
                        : List.of(new Message(Role.USER, prompt.text()));
        return messages.stream()
                .map(m -> {
                    Map<String, String> map = new LinkedHashMap<>();
                    map.put("role", m.role().wireName());
                    map.put("content", m.content());
                    return map;
                })
                .toList();
    }

    /// `{"text", "spans": [{"start", "end", "origin", "demo"?, "field"?, "language"?}]}`, offsets
    /// in UTF-16 code units. A chat also has `"turns": [{"role", "start", "end"}]`.
    public static Map<String, Object> spans(RenderedPrompt prompt) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("text", prompt.text());
        document.put("spans", prompt.spans().stream().map(PromptJson::span).toList());
        if (prompt.isChat()) {
            document.put(
                    "turns",
                    prompt.turns().stream()
                            .map(t -> {
                                Map<String, Object> turn = new LinkedHashMap<>();
                                turn.put("role", t.role().wireName());
                                turn.put("start", t.start());
                                turn.put("end", t.end());
                                return turn;
                            })
                            .toList());
        }
        return document;
    }

    private static Map<String, Object> span(Span span) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("start", span.start());
        map.put("end", span.end());
        map.put("origin", span.origin().kind().name().toLowerCase(Locale.ROOT));
        span.origin().demo().ifPresent(d -> map.put("demo", d));
        span.origin().field().ifPresent(f -> map.put("field", f));
        span.origin().language().ifPresent(l -> map.put("language", l));
        return map;
    }
}
