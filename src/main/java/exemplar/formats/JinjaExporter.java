package exemplar.formats;

import com.fasterxml.jackson.databind.JsonNode;
import exemplar.formats.jinja.Composition;
import exemplar.formats.jinja.Data;
import exemplar.model.Example;
import exemplar.model.Message;
import exemplar.model.RenderedPrompt;
import exemplar.template.Environment;
import exemplar.template.Parsed;
import exemplar.template.Rendered;
import exemplar.template.Template;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The design as one standalone Jinja2 template for an engine with default settings, and a context
/// to try it with. A completion renders to the prompt, a chat to its messages as JSON.
final class JinjaExporter implements Exporter {
    private static final String TEMPLATE = "prompt.jinja";
    private static final String CONTEXT = "context.json";

    private final Demonstrations demonstrations;

    /// Where the demonstrations go.
    enum Demonstrations {
        /// Into the template, which then needs nothing but the item.
        INSIDE,
        /// Into the context beside it.
        BESIDE
    }

    JinjaExporter(Demonstrations demonstrations) {
        this.demonstrations = demonstrations;
    }

    private boolean inside() {
        return demonstrations == Demonstrations.INSIDE;
    }

    @Override
    public String name() {
        return inside() ? "jinja2" : "jinja2-context";
    }

    @Override
    public String description() {
        return inside()
                ? "one Jinja2 template with the demonstrations in it; it needs only the item"
                : "one Jinja2 template, and the demonstrations in a context beside it";
    }

    @Override
    public Exported export(Subject subject) throws ExportFault {
        for (Example item : subject.items()) {
            subject.prompt(item);
        }
        List<ExportFile> files = files(subject, false);
        List<String> differences = differences(files, subject);
        if (!differences.isEmpty() && inside()) {
            files = files(subject, true);
            differences = differences(files, subject);
        }
        List<String> losses = new ArrayList<>();
        long others = subject.items().stream().filter(i -> !usual(subject, i)).count();
        if (others > 0) {
            losses.add(
                    "%d of %d items would get other demonstrations here; the template has the usual ones."
                            .formatted(others, subject.items().size()));
        }
        if (!differences.isEmpty()) {
            losses.add(
                    "%d of %d prompts come out different in plain Jinja2, where tojson escapes <, >, & and ' and lone halves of characters are lost."
                            .formatted(differences.size(), subject.items().size()));
        }
        if (subject.design().options().allowUndefined()) {
            losses.add(
                    "The design lets unknown variables pass as nothing; an engine with StrictUndefined will refuse them.");
        }
        return new Exported(files, losses);
    }

    private List<ExportFile> files(Subject subject, boolean allMembers) throws ExportFault {
        String template;
        try {
            template =
                    new Composition(
                                    subject.task(),
                                    subject.design(),
                                    subject.demonstrations(),
                                    inside(),
                                    allMembers)
                            .template();
        } catch (IllegalArgumentException e) {
            throw new ExportFault(String.valueOf(e.getMessage()));
        }
        Map<String, Object> context = new LinkedHashMap<>();
        if (!inside()) {
            context.putAll(Data.common(subject.task()));
            context.put("demos", Data.demonstrations(subject.task(), subject.demonstrations()));
        }
        Example first =
                subject.items().isEmpty()
                        ? Example.of("", Map.of(), "")
                        : subject.items().getFirst();
        context.put("item", Data.item(subject.task(), first));
        return List.of(
                new ExportFile(TEMPLATE, template), new ExportFile(CONTEXT, Json.pretty(context)));
    }

    private static boolean usual(Subject subject, Example item) {
        return subject.demonstrations(item).equals(subject.demonstrations());
    }

    @Override
    public List<String> differences(List<ExportFile> files, Subject subject) throws ExportFault {
        if (!(Template.parse(files.getFirst().text(), Environment.PYTHON)
                instanceof Template template)) {
            Parsed parsed = Template.parse(files.getFirst().text(), Environment.PYTHON);
            return List.of("The template that was written cannot be read: " + parsed);
        }
        Map<String, Value> context = new LinkedHashMap<>();
        Json.read(files.getLast().text())
                .properties()
                .forEach(e -> context.put(e.getKey(), Value.of(plain(e.getValue()))));
        List<String> differences = new ArrayList<>();
        for (Example item : subject.items()) {
            if (usual(subject, item)) {
                context.put("item", Value.of(Data.item(subject.task(), item)));
                Rendered rendered = template.render(context);
                if (!rendered.problems().isEmpty()
                        || !same(rendered.text(), subject.prompt(item))) {
                    differences.add("The prompt of " + item.id() + " came back different.");
                }
            }
        }
        return differences;
    }

    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(e -> map.put(e.getKey(), plain(e.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(n -> list.add(plain(n)));
            return list;
        }
        return node.isBoolean() ? node.asBoolean() : node.asText();
    }

    private static boolean same(String rendered, RenderedPrompt prompt) {
        if (!prompt.isChat()) {
            return rendered.equals(prompt.text());
        }
        JsonNode read;
        try {
            read = Json.read(rendered);
        } catch (ExportFault e) {
            return false;
        }
        List<Message> messages = prompt.messages();
        boolean same = read.size() == messages.size();
        for (int i = 0; same && i < messages.size(); i++) {
            same =
                    read.path(i).path("role").asText().equals(messages.get(i).role().wireName())
                            && read.path(i)
                                    .path("content")
                                    .asText()
                                    .equals(messages.get(i).content());
        }
        return same;
    }
}
