package exemplar.study.folder;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import exemplar.model.Comparison;
import exemplar.model.Design;
import exemplar.model.Label;
import exemplar.model.Task;
import exemplar.study.Examples;
import exemplar.study.Finding;
import exemplar.study.Finding.Kind;
import exemplar.study.Study;
import exemplar.study.line.JsonText;
import exemplar.study.line.JsonWords;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `study.json`: everything of a study but its examples.
final class StudyJson {
    static final String FILE = "study.json";

    /// The newest schema this version reads and the one it writes.
    static final int SCHEMA = 1;

    private StudyJson() {}

    /// What the file says.
    ///
    /// @param schema the schema it was written in
    /// @param study without examples
    record Read(int schema, Study study) {}

    /// @param folder the name for a study that has none
    static Read read(byte[] utf8, String folder) throws StudyFault {
        Map<String, Object> members;
        try {
            members = JsonText.object(utf8);
        } catch (JsonProcessingException e) {
            Optional<JsonLocation> place = JsonWords.where(e);
            int line = place.map(JsonLocation::getLineNr).orElse(0);
            String what =
                    "is not valid JSON: "
                            + JsonWords.what(e)
                            + place.map(p -> " at column " + p.getColumnNr()).orElse("");
            throw new StudyFault(
                    new Finding(
                            Kind.FILE, FILE, line, List.of(), what, "correct it in a text editor"),
                    e);
        }
        return read(members, folder);
    }

    static Read read(Map<String, Object> members, String folder) throws StudyFault {
        Members all = new Members(members, "");
        int schema = 0;
        try {
            schema = all.whole("schema", 1, 0);
            String name = all.text("name", folder);
            Members task = all.object("task");
            List<Design> designs = new ArrayList<>();
            for (Members design : all.objects("designs")) {
                designs.add(DesignJson.read(design));
            }
            unique("designs", designs.stream().map(Design::name).toList());
            Study study =
                    new Study(
                            name.isBlank() ? folder : name,
                            task(task),
                            Examples.NONE,
                            Examples.NONE,
                            designs,
                            comparisons(all),
                            all.texts("models"),
                            Map.of());
            all.keep("task", task);
            return new Read(schema, study.withExtra(all.rest()));
        } catch (Members.Wrong e) {
            throw new StudyFault(
                    Finding.ofFile(
                            Kind.FILE,
                            FILE,
                            String.valueOf(e.getMessage()),
                            schema > SCHEMA
                                    ? "the file was written by a newer version, which can open it"
                                    : "correct it in a text editor"),
                    e);
        }
    }

    private static Task task(Members task) throws Members.Wrong {
        List<Label> labels = new ArrayList<>();
        Map<String, Members> objects = new LinkedHashMap<>();
        for (Object element : task.list("labels")) {
            if (element instanceof String name) {
                labels.add(Label.of(name));
            } else {
                Members label = task.objectOf(element, "labels");
                String name = label.text("name");
                labels.add(new Label(name, label.text("verbalizer", name)));
                objects.put(name, label);
            }
        }
        unique("labels", labels.stream().map(Label::name).toList());
        task.keep("labels", objects);
        return new Task(
                task.choice("kind", Task.Kind.values(), Task.Kind.CLASSIFY),
                task.texts("inputs"),
                task.text("output", "label"),
                labels,
                task.text("instruction", ""),
                task.texts("metrics"));
    }

    private static List<Comparison> comparisons(Members all) throws Members.Wrong {
        List<Comparison> comparisons = new ArrayList<>();
        Map<String, Members> objects = new LinkedHashMap<>();
        for (Members one : all.objects("comparisons")) {
            objects.put(one.text("name"), one);
            comparisons.add(
                    new Comparison(
                            one.text("name"),
                            one.texts("designs"),
                            one.texts("models"),
                            one.whole("repeats", 1, 1)));
        }
        unique("comparisons", comparisons.stream().map(Comparison::name).toList());
        all.keep("comparisons", objects);
        return comparisons;
    }

    private static void unique(String key, List<String> names) throws Members.Wrong {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new Members.Wrong("two of \"" + key + "\" are called \"" + name + "\"");
            }
        }
    }

    /// The study without its examples, as members in the order they are written.
    static Map<String, Object> members(Study study) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("schema", SCHEMA);
        members.put("name", study.name());
        members.put("task", task(study.task()));
        members.put("designs", study.designs().stream().map(DesignJson::members).toList());
        members.put(
                "comparisons", study.comparisons().stream().map(StudyJson::comparison).toList());
        members.put("models", study.models());
        return Members.merged(members, study.extra());
    }

    static byte[] write(Study study) {
        return JsonText.pretty(members(study)).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> task(Task task) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", Members.word(task.kind()));
        members.put("inputs", task.inputs());
        members.put("output", task.output());
        members.put("labels", task.labels().stream().map(StudyJson::label).toList());
        members.put("instruction", lines(task.instruction()));
        members.put("metrics", task.metrics());
        return members;
    }

    private static Object label(Label label) {
        if (label.name().equals(label.verbalizer())) {
            return label.name();
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", label.name());
        members.put("verbalizer", label.verbalizer());
        return members;
    }

    private static Map<String, Object> comparison(Comparison comparison) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", comparison.name());
        members.put("designs", comparison.designs());
        members.put("models", comparison.models());
        members.put("repeats", comparison.repeats());
        return members;
    }

    /// A text of several lines as a list, so that versions can be compared line by line.
    static Object lines(String text) {
        return text.indexOf('\n') < 0 ? text : List.of(text.split("\n", -1));
    }
}
