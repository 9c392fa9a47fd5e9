package exemplar.study.importing;

import exemplar.model.Label;
import exemplar.model.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which column becomes what, from names first and from what stands in the columns second.
final class Guess {
    private static final List<String> TEXTS =
            List.of(
                    "text",
                    "sentence",
                    "tweet",
                    "message",
                    "content",
                    "utterance",
                    "input",
                    "question",
                    "query",
                    "review",
                    "comment",
                    "body",
                    "document",
                    "post",
                    "prompt",
                    "title",
                    "passage",
                    "premise",
                    "source",
                    "src");
    private static final List<String> GOLDS =
            List.of(
                    "gold",
                    "goldlabel",
                    "labeltext",
                    "labelname",
                    "label",
                    "labels",
                    "category",
                    "class",
                    "target",
                    "answer",
                    "expected",
                    "expectedoutput",
                    "output",
                    "completion",
                    "response",
                    "reference",
                    "summary",
                    "translation",
                    "emotion",
                    "feeling",
                    "mood",
                    "sentiment",
                    "intent",
                    "topic",
                    "y",
                    "tgt");
    private static final Map<Target.Part, List<String>> PARTS =
            Map.of(
                    Target.Part.ID,
                    List.of("id", "uid", "guid", "uuid", "key", "exampleid", "itemid", "rowid"),
                    Target.Part.RATIONALE,
                    List.of("rationale", "explanation", "reason", "reasoning", "why"),
                    Target.Part.LANGUAGE,
                    List.of("language", "lang", "locale"),
                    Target.Part.TAGS,
                    List.of("tags", "tag"),
                    Target.Part.NOTE,
                    List.of("note", "notes", "remark"),
                    Target.Part.SOURCE,
                    List.of("source"),
                    Target.Part.ENABLED,
                    List.of("enabled"),
                    Target.Part.PINNED,
                    List.of("pinned"));

    private final Task task;
    private final List<String> columns;
    private final List<Map<String, String>> rows;
    private final Map<Target, String> found = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    /// @param rows the first rows, column to text
    Guess(Task task, List<String> columns, List<Map<String, String>> rows) {
        this.task = task;
        this.columns = columns;
        this.rows = rows;
    }

    /// Names that make a first row likely to be a header.
    static List<String> names(Task task) {
        List<String> names = new ArrayList<>();
        task.inputs().forEach(i -> names.add(Headers.normal(i)));
        names.add(Headers.normal(task.output()));
        names.addAll(TEXTS);
        names.addAll(GOLDS);
        PARTS.values().forEach(names::addAll);
        return names;
    }

    Mapping mapping() {
        for (String column : columns) {
            if (column.startsWith("fields.")) {
                take(new Target.Field(column.substring("fields.".length())), column);
            }
        }
        for (String input : task.inputs()) {
            named(Headers.normal(input)).ifPresent(c -> take(new Target.Field(input), c));
        }
        named(Headers.normal(task.output())).ifPresent(c -> take(Target.Part.GOLD, c));
        if (!found.containsKey(Target.Part.GOLD)) {
            columnOfLabels().ifPresent(c -> take(Target.Part.GOLD, c));
        }
        for (Target.Part part : Target.Part.values()) {
            for (String name : PARTS.getOrDefault(part, List.of())) {
                boolean isText = part == Target.Part.SOURCE && missing().isPresent();
                if (!isText && !found.containsKey(part)) {
                    named(name).ifPresent(c -> take(part, c));
                }
            }
        }
        for (String name : GOLDS) {
            if (!found.containsKey(Target.Part.GOLD)) {
                named(name).ifPresent(c -> take(Target.Part.GOLD, c));
            }
        }
        for (String name : TEXTS) {
            Optional<Target> missing = missing();
            if (missing.isPresent()) {
                named(name).ifPresent(c -> take(missing.get(), c));
            }
        }
        missing()
                .flatMap(m -> longest().map(c -> Map.entry(m, c)))
                .ifPresent(e -> take(e.getKey(), e.getValue()));
        Map<Target, String> ordered = new LinkedHashMap<>();
        task.inputs().stream()
                .map(Target.Field::new)
                .filter(found::containsKey)
                .forEach(f -> ordered.put(f, found.getOrDefault(f, "")));
        found.forEach(ordered::putIfAbsent);
        return new Mapping(ordered);
    }

    /// The one input that has no column yet; nothing when several have none, as any choice would be
    /// arbitrary.
    private Optional<Target> missing() {
        List<Target> missing =
                task.inputs().stream()
                        .map(i -> (Target) new Target.Field(i))
                        .filter(t -> !found.containsKey(t))
                        .toList();
        return missing.size() == 1 ? Optional.of(missing.getFirst()) : Optional.empty();
    }

    private void take(Target target, String column) {
        if (!used.contains(column) && !found.containsKey(target)) {
            found.put(target, column);
            used.add(column);
        }
    }

    private Optional<String> named(String normal) {
        return columns.stream()
                .filter(c -> !used.contains(c) && Headers.normal(c).equals(normal))
                .findFirst();
    }

    /// The first column that holds labels of the task and hardly anything else.
    private Optional<String> columnOfLabels() {
        Set<String> labels = new HashSet<>();
        for (Label label : task.labels()) {
            labels.add(label.name());
            labels.add(label.verbalizer());
        }
        return columns.stream()
                .filter(c -> !used.contains(c))
                .filter(c -> {
                    List<String> there = texts(c);
                    long known = there.stream().filter(t -> labels.contains(t.strip())).count();
                    return known > 0 && known * 5 >= there.size() * 4L;
                })
                .findFirst();
    }

    private Optional<String> longest() {
        Optional<String> longest = Optional.empty();
        double most = 0;
        for (String column : columns) {
            double average = texts(column).stream().mapToInt(String::length).average().orElse(0);
            if (!used.contains(column) && average > most) {
                most = average;
                longest = Optional.of(column);
            }
        }
        return longest;
    }

    private List<String> texts(String column) {
        return rows.stream()
                .map(r -> r.getOrDefault(column, ""))
                .filter(t -> !t.isBlank())
                .toList();
    }
}
