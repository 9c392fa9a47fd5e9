package exemplar.template;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import exemplar.template.syntax.Problem;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Templates with their contexts as JSON: what `render-template` reads and writes.
public final class Cases {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Cases() {}

    /// What a template with its context comes to.
    public sealed interface Outcome {
        record Text(String text) implements Outcome {}

        /// @param line counted from 1, 0 when the input itself could not be read
        record Failure(String message, int line, int column) implements Outcome {}
    }

    /// What a line of cases is.
    public sealed interface Entry {}

    /// A template with its context.
    public record Case(JsonNode node) implements Entry {

        /// What it comes to: `{"id", "text"}` or `{"id", "error", "line", "column"}`. Never throws.
        public String answer(Environment environment) {
            ObjectNode answer = JSON.createObjectNode();
            if (node.has("id")) {
                answer.set("id", node.get("id"));
            }
            JsonNode template = node.path("template");
            Outcome outcome =
                    template.isTextual()
                            ? render(template.textValue(), node.path("context"), environment)
                            : new Outcome.Failure(
                                    "the line needs a \"template\" that is a text", 0, 0);
            return written(answer, outcome);
        }
    }

    /// @param message why it is none
    public record Unreadable(String message) implements Entry {}

    /// Reads one line `{"id", "template", "context"}`.
    public static Entry read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            return node.isObject()
                    ? new Case(node)
                    : new Unreadable("a case is an object with a \"template\"");
        } catch (JsonProcessingException broken) {
            return new Unreadable(notJson(broken));
        }
    }

    /// Answers one line. Never throws.
    public static String answer(String line, Environment environment) {
        return switch (read(line)) {
            case Case one -> one.answer(environment);
            case Unreadable(String message) ->
                    written(JSON.createObjectNode(), new Outcome.Failure(message, 0, 0));
        };
    }

    private static String written(ObjectNode answer, Outcome outcome) {
        switch (outcome) {
            case Outcome.Text(String text) -> answer.put("text", text);
            case Outcome.Failure(String message, int row, int column) ->
                    answer.put("error", message).put("line", row).put("column", column);
        }
        return answer.toString();
    }

    /// Renders one template with a context that is a JSON object. Never throws.
    public static Outcome render(String template, String context, Environment environment) {
        try {
            return render(template, JSON.readTree(context), environment);
        } catch (JsonProcessingException broken) {
            return new Outcome.Failure(notJson(broken), 0, 0);
        }
    }

    private static String notJson(JsonProcessingException broken) {
        JsonLocation place = broken.getLocation();
        // Behind the first clause the library speaks of itself.
        String said = String.valueOf(broken.getOriginalMessage()).split("[:(\n]", 2)[0].strip();
        return "this is not JSON: %s%s"
                .formatted(
                        said,
                        place == null
                                ? ""
                                : " at line %d, column %d"
                                        .formatted(place.getLineNr(), place.getColumnNr()));
    }

    private static Outcome render(String source, JsonNode context, Environment environment) {
        if (!context.isObject() && !context.isMissingNode() && !context.isNull()) {
            return new Outcome.Failure("the context must be a JSON object", 0, 0);
        }
        Map<String, Value> values = new LinkedHashMap<>();
        context.properties().forEach(e -> values.put(e.getKey(), value(e.getValue())));
        return switch (Template.parse(source, environment)) {
            case Parsed.Unreadable(List<Problem> problems) -> failure(problems.getFirst());
            case Template template -> {
                Rendered rendered = template.render(values);
                Optional<Problem> failed = rendered.failure();
                yield failed.isPresent()
                        ? failure(failed.get())
                        : new Outcome.Text(rendered.text());
            }
        };
    }

    private static Outcome failure(Problem problem) {
        return new Outcome.Failure(problem.message(), problem.line(), problem.column());
    }

    /// The template's value for JSON: whole numbers and floats stay what they are.
    public static Value value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Value> members = new LinkedHashMap<>();
                node.properties().forEach(e -> members.put(e.getKey(), value(e.getValue())));
                yield Value.of(members);
            }
            case ARRAY -> {
                List<Value> items = new ArrayList<>();
                node.forEach(item -> items.add(value(item)));
                yield Value.of(items);
            }
            case STRING -> Value.of(node.textValue());
            case BOOLEAN -> Value.of(node.booleanValue());
            case NUMBER ->
                    Value.of(node.isIntegralNumber() ? node.bigIntegerValue() : node.doubleValue());
            default -> Value.of(null);
        };
    }
}
