package exemplar.backend.llama;

import exemplar.model.Message;
import exemplar.model.Origin;
import exemplar.template.Environment;
import exemplar.template.Parsed;
import exemplar.template.Rendered;
import exemplar.template.Template;
import exemplar.template.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns messages into the text a model was trained on, by the template inside its file.
final class ChatFormat {
    /// Grows whenever the same messages become another text, so that answers to the old text are
    /// not taken for answers to the new one.
    static final int VERSION = 2;

    private static final String CHATML =
            "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n"
                    + "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}";
    private static final String TURNS =
            "{{ bos_token }}{% for m in messages %}<start_of_turn>"
                    + "{{ 'model' if m.role == 'assistant' else 'user' }}\n{{ m.content }}<end_of_turn>\n"
                    + "{% endfor %}{% if add_generation_prompt %}<start_of_turn>model\n{% endif %}";
    private static final String HEADERS =
            "{{ bos_token }}{% for m in messages %}<|start_header_id|>{{ m.role }}<|end_header_id|>"
                    + "\n\n{{ m.content }}<|eot_id|>{% endfor %}"
                    + "{% if add_generation_prompt %}<|start_header_id|>assistant<|end_header_id|>\n\n{% endif %}";
    private static final String PLAIN =
            "{{ bos_token }}{% for m in messages %}{{ m.role | capitalize }}: {{ m.content }}\n\n"
                    + "{% endfor %}{% if add_generation_prompt %}Assistant:{% endif %}";

    private static final Origin SAID = Origin.query("content", Optional.empty());

    private final Template template;
    private final String start;
    private final String end;

    private ChatFormat(Template template, String start, String end) {
        this.template = template;
        this.start = start;
        this.end = end;
    }

    /// The usual form for a file that brings none, told by the special tokens of its vocabulary; a
    /// model without any, which continues text and nothing else, gets captions.
    static String usual(Set<String> specials) {
        return specials.contains("<|im_start|>")
                ? CHATML
                : specials.contains("<start_of_turn>")
                        ? TURNS
                        : specials.contains("<|start_header_id|>") ? HEADERS : PLAIN;
    }

    static ChatFormat of(String source, String start, String end) throws EngineFault {
        return switch (Template.parse(source, Environment.CHAT)) {
            case Template t -> new ChatFormat(t, start, end);
            case Parsed.Unreadable(var problems) ->
                    throw new EngineFault(
                            "The chat template inside the model file cannot be read: "
                                    + problems.getFirst().message());
        };
    }

    /// The text for these messages, up to where the model's answer begins. What the messages say
    /// has another origin than what the template writes around them. A template that refuses a
    /// system message gets it at the head of the first message instead.
    Rendered render(List<Message> messages) throws EngineFault {
        Rendered rendered = rendered(messages);
        if (rendered.failure().isPresent()
                && !messages.isEmpty()
                && messages.getFirst().role() == exemplar.model.Role.SYSTEM
                && messages.size() > 1) {
            rendered = rendered(folded(messages));
        }
        if (rendered.failure().isPresent()) {
            throw new EngineFault(
                    "The model's chat template refuses these messages: "
                            + rendered.failure().get().message());
        }
        return rendered;
    }

    private static List<Message> folded(List<Message> messages) {
        List<Message> folded = new java.util.ArrayList<>(messages.subList(1, messages.size()));
        Message first = folded.getFirst();
        folded.set(
                0,
                new Message(
                        first.role(), messages.getFirst().content() + "\n\n" + first.content()));
        return folded;
    }

    private Rendered rendered(List<Message> messages) {
        Map<String, Value> context = new LinkedHashMap<>();
        context.put(
                "messages",
                Value.of(
                        messages.stream()
                                .map(m -> {
                                    Map<String, Value> map = new LinkedHashMap<>();
                                    map.put("role", Value.of(m.role().wireName()));
                                    map.put("content", Value.of(m.content(), SAID));
                                    return map;
                                })
                                .toList()));
        context.put("add_generation_prompt", Value.of(true));
        context.put("bos_token", Value.of(start));
        context.put("eos_token", Value.of(end));
        return template.render(context);
    }
}
