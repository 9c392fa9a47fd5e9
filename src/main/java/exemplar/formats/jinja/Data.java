package exemplar.formats.jinja;

import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What templates see, as plain data: the same names as in `exemplar.prompt.Context`.
public final class Data {
    private Data() {}

    public static Map<String, Object> common(Task task) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("kind", task.kind().name().toLowerCase(Locale.ROOT));
        about.put("inputs", task.inputs());
        about.put("output", task.output());
        Map<String, Object> common = new LinkedHashMap<>();
        common.put("instruction", task.instruction());
        common.put("labels", task.labels().stream().map(Label::verbalizer).toList());
        common.put("task", about);
        return common;
    }

    public static Map<String, Object> item(Task task, Example item) {
        Map<String, Object> members = new LinkedHashMap<>();
        about(members, task, item);
        return members;
    }

    static Map<String, Object> demonstration(Task task, Example demo) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(task.output(), task.verbalize(demo.gold()));
        members.put("gold", task.verbalize(demo.gold()));
        members.put("label", demo.gold());
        members.put("rationale", demo.rationale());
        about(members, task, demo);
        return members;
    }

    public static List<Map<String, Object>> demonstrations(Task task, List<Example> demos) {
        return demos.stream().map(d -> demonstration(task, d)).toList();
    }

    private static void about(Map<String, Object> members, Task task, Example example) {
        members.put("id", example.id());
        members.put("language", example.language());
        members.put("tags", example.tags());
        task.inputs().forEach(field -> members.put(field, example.field(field)));
        example.fields().forEach(members::putIfAbsent);
    }
}
