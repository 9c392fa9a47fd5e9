package exemplar.formats;

import com.fasterxml.jackson.databind.JsonNode;
import exemplar.model.Example;
import exemplar.model.Message;
import exemplar.model.RenderedPrompt;
import exemplar.model.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The prompts as messages of a chat, in the form every chat service takes.
final class MessagesExporter implements Exporter {
    private static final String FILE = "messages.json";

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public String description() {
        return "the messages of each item as JSON";
    }

    @Override
    public Exported export(Subject subject) throws ExportFault {
        List<Object> all = new ArrayList<>();
        boolean completion = false;
        for (Example item : subject.items()) {
            RenderedPrompt prompt = subject.prompt(item);
            completion |= !prompt.isChat();
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", item.id());
            one.put("messages", messages(prompt).stream().map(MessagesExporter::map).toList());
            all.add(one);
        }
        return new Exported(
                List.of(new ExportFile(FILE, Json.pretty(all))),
                completion
                        ? List.of(
                                "The design is a text to be continued; as a chat it becomes one message of the user, and a model may answer it differently.")
                        : List.of());
    }

    private static List<Message> messages(RenderedPrompt prompt) {
        return prompt.isChat() ? prompt.messages() : List.of(new Message(Role.USER, prompt.text()));
    }

    private static Map<String, Object> map(Message message) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("role", message.role().wireName());
        map.put("content", message.content());
        return map;
    }

    @Override
    public List<String> differences(List<ExportFile> files, Subject subject) throws ExportFault {
        JsonNode all = Json.read(files.getFirst().text());
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < subject.items().size(); i++) {
            Example item = subject.items().get(i);
            if (!same(all.path(i).path("messages"), messages(subject.prompt(item)))) {
                differences.add("The messages of " + item.id() + " came back different.");
            }
        }
        return differences;
    }

    private static boolean same(JsonNode read, List<Message> messages) {
        if (read.size() != messages.size()) {
            return false;
        }
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            if (!read.path(i).path("role").asText().equals(message.role().wireName())
                    || !read.path(i).path("content").asText().equals(message.content())) {
                return false;
            }
        }
        return true;
    }
}
