package exemplar.prompt;

import exemplar.model.RenderedPrompt;
import exemplar.model.RenderedPrompt.Inset;
import exemplar.model.RenderedPrompt.Turn;
import exemplar.model.Role;
import exemplar.model.Span;
import exemplar.model.StudyImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// A prompt as plain maps and lists, ready to be written as JSON.
public final class PromptJson {
    private PromptJson() {}

    /// The messages as every chat protocol writes them; a completion is one message of the user. A
    /// message with images has a list of parts instead of a text, and each image stands for its
    /// bytes: `{"type": "image", "sha256", …}`.
    ///
    /// @param about what else is said of an image, such as its type and size
    public static List<Map<String, Object>> messages(
            RenderedPrompt prompt, Function<StudyImage, Map<String, Object>> about) {
        List<Turn> turns =
                prompt.isChat()
                        ? prompt.turns()
                        : List.of(new Turn(Role.USER, 0, prompt.text().length()));
        return turns.stream()
                .map(t -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    map.put("role", t.role().wireName());
                    List<Inset> images = prompt.imagesOf(t);
                    map.put(
                            "content",
                            images.isEmpty()
                                    ? prompt.text().substring(t.start(), t.end())
                                    : parts(prompt.text(), t, images, about));
                    return map;
                })
                .toList();
    }

    /// The same with nothing said of an image but its name.
    public static List<Map<String, Object>> messages(RenderedPrompt prompt) {
        return messages(prompt, image -> Map.of());
    }

    private static List<Map<String, Object>> parts(
            String text,
            Turn turn,
            List<Inset> images,
            Function<StudyImage, Map<String, Object>> about) {
        List<Map<String, Object>> parts = new ArrayList<>();
        int from = turn.start();
        for (Inset inset : images) {
            words(text.substring(from, inset.at()), parts);
            from = inset.at();
            Map<String, Object> image = new LinkedHashMap<>();
            image.put("type", "image");
            image.put("sha256", inset.image().sha256());
            image.putAll(about.apply(inset.image()));
            parts.add(image);
        }
        words(text.substring(from, turn.end()), parts);
        return parts;
    }

    private static void words(String text, List<Map<String, Object>> parts) {
        if (!text.isEmpty()) {
            Map<String, Object> part = new LinkedHashMap<>();
            part.put("type", "text");
            part.put("text", text);
            parts.add(part);
        }
    }

    /// `{"text", "spans": [{"start", "end", "origin", "demo"?, "field"?, "language"?}]}`, offsets
    /// in UTF-16 code units. A chat also has `"turns": [{"role", "start", "end"}]`, and a prompt
    /// that shows images `"images": [{"at", "sha256", "demo"?}]`.
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
        if (!prompt.images().isEmpty()) {
            document.put("images", prompt.images().stream().map(PromptJson::image).toList());
        }
        return document;
    }

    private static Map<String, Object> image(Inset inset) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("at", inset.at());
        map.put("sha256", inset.image().sha256());
        if (inset.demo()) {
            map.put("demo", inset.example());
        }
        return map;
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
