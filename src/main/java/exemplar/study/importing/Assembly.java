package exemplar.study.importing;

import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Task;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes an example out of a row, or says why it is none.
final class Assembly {
    private static final Set<String> MEMBERS =
            Set.of(
                    "id",
                    "fields",
                    "gold",
                    "rationale",
                    "language",
                    "images",
                    "tags",
                    "note",
                    "source",
                    "enabled",
                    "pinned");

    /// Columns that are named where one is missing.
    private static final int NAMED = 5;

    private final Task task;
    private final Mapping mapping;
    private final Options options;
    private final String source;
    private final Set<String> labels = new HashSet<>();

    Assembly(Task task, Mapping mapping, Options options, String source) {
        this.task = task;
        this.mapping = mapping;
        this.options = options;
        this.source = source;
        task.labels().stream().map(Label::name).forEach(labels::add);
    }

    /// What a row comes to.
    sealed interface Made {

        /// @param example with the id the file brings, or none
        record Good(Example example) implements Made {}

        /// @param reason a sentence without its full stop
        record Not(String reason) implements Made {}
    }

    Made make(Row.Full row) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String input : task.inputs()) {
            Optional<String> column = mapping.column(new Target.Field(input));
            if (column.isPresent()) {
                Optional<Object> cell = cell(row, column.get());
                if (cell.isEmpty()) {
                    return missing(row, column.get());
                }
                fields.put(input, Values.text(cell.get()));
            }
        }
        if (fields.values().stream().allMatch(String::isBlank)) {
            return new Made.Not("has no text in " + String.join(", ", inputColumns()));
        }
        mapping.columns()
                .forEach((target, column) -> {
                    if (target instanceof Target.Field(String name) && !fields.containsKey(name)) {
                        cell(row, column).ifPresent(c -> fields.put(name, Values.text(c)));
                    }
                });
        Optional<String> goldColumn = mapping.column(Target.Part.GOLD);
        if (goldColumn.isPresent() && cell(row, goldColumn.get()).isEmpty()) {
            return missing(row, goldColumn.get());
        }
        Map<String, Object> extra = new LinkedHashMap<>();
        row.cells()
                .forEach((column, cell) -> {
                    if (!mapping.uses(column)) {
                        rest(column, cell, fields, extra);
                    }
                });
        String from = text(row, Target.Part.SOURCE).strip();
        return new Made.Good(
                new Example(
                        text(row, Target.Part.ID).strip(),
                        fields,
                        gold(text(row, Target.Part.GOLD)),
                        text(row, Target.Part.RATIONALE),
                        text(row, Target.Part.LANGUAGE).strip(),
                        part(row, Target.Part.TAGS).map(Values::tags).orElse(List.of()),
                        text(row, Target.Part.NOTE),
                        from.isEmpty() ? source + ":" + row.line() : from,
                        flag(row, Target.Part.ENABLED, true),
                        flag(row, Target.Part.PINNED, false),
                        extra));
    }

    /// Whether a gold output is not among the labels of the task.
    boolean isUnknown(String gold) {
        return task.kind() == Task.Kind.CLASSIFY && !gold.isEmpty() && !labels.contains(gold);
    }

    /// Says what is there instead of a column.
    private static Made missing(Row.Full row, String column) {
        List<String> there =
                row.cells().keySet().stream().map(c -> "\"" + c + "\"").limit(NAMED).toList();
        int more = row.cells().size() - there.size();
        String instead =
                there.isEmpty()
                        ? "; it is empty"
                        : row.cells().keySet().equals(Set.of(JsonCells.ALONE))
                                ? "; it is one value and no object"
                                : ", only "
                                        + String.join(", ", there)
                                        + (more > 0 ? " and %,d more".formatted(more) : "");
        return new Made.Not("has no \"" + column + "\"" + instead);
    }

    private void rest(
            String column, Object cell, Map<String, String> fields, Map<String, Object> extra) {
        switch (options.rest()) {
            case KEEP ->
                    Values.plain(cell)
                            .filter(v -> !v.equals(""))
                            .ifPresent(v ->
                                    extra.put(
                                            MEMBERS.contains(column)
                                                    ? "imported_" + column
                                                    : column,
                                            v));
            case FIELDS -> fields.putIfAbsent(column, Values.text(cell));
            case LEAVE -> {}
        }
    }

    private List<String> inputColumns() {
        return task.inputs().stream()
                .flatMap(i -> mapping.column(new Target.Field(i)).stream())
                .map(c -> "\"" + c + "\"")
                .toList();
    }

    /// A label is what stands there without the blanks around it; other outputs stay exact.
    private String gold(String text) {
        String stripped = text.strip();
        String named = options.goldNames().get(stripped);
        if (named != null) {
            return named;
        }
        return task.kind() == Task.Kind.CLASSIFY ? stripped : text;
    }

    private String text(Row.Full row, Target.Part part) {
        return part(row, part).map(Values::text).orElse("");
    }

    private boolean flag(Row.Full row, Target.Part part, boolean otherwise) {
        return part(row, part).map(c -> Values.flag(c, otherwise)).orElse(otherwise);
    }

    private Optional<Object> part(Row.Full row, Target.Part part) {
        return mapping.column(part).flatMap(column -> cell(row, column));
    }

    /// The cell of a column; `answer.text` also finds the member `text` of an object in `answer`.
    private static Optional<Object> cell(Row.Full row, String column) {
        Object cell = row.cells().get(column);
        if (cell != null) {
            return Optional.of(cell);
        }
        int dot = column.indexOf('.');
        if (dot > 0 && row.cells().get(column.substring(0, dot)) instanceof Map<?, ?> object) {
            return Optional.ofNullable(object.get(column.substring(dot + 1)));
        }
        return Optional.empty();
    }
}
