package exemplar.study.importing;

import exemplar.model.Task;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which column becomes what. A column may serve several targets, a target has one column.
///
/// @param columns target to the name of its column, in the order they were chosen
public record Mapping(Map<Target, String> columns) {

    /// No column becomes anything.
    public static final Mapping NONE = new Mapping(Map.of());

    public Mapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /// Reads `text=tweet,gold=emotion`: before each `=` the target, behind it the column. A comma
    /// in a column's name is written `\,`.
    ///
    /// @throws ImportFault when it is not of that form
    public static Mapping parse(String text, Task task) throws ImportFault {
        Map<Target, String> columns = new LinkedHashMap<>();
        for (String pair : text.split("(?<!\\\\),")) {
            int at = pair.indexOf('=');
            if (at < 1 || at == pair.length() - 1) {
                throw new ImportFault(
                        "The mapping \"" + text + "\"",
                        "is not of the form field=column,gold=column",
                        "write what an example gets before each = and the column behind it");
            }
            Target target = Target.of(pair.substring(0, at), task);
            if (columns.put(target, pair.substring(at + 1).strip().replace("\\,", ",")) != null) {
                throw new ImportFault(
                        "The mapping \"" + text + "\"",
                        "names two columns for " + target.word(),
                        "leave one of them out");
            }
        }
        return new Mapping(columns);
    }

    /// The column a target comes from.
    public Optional<String> column(Target target) {
        return Optional.ofNullable(columns.get(target));
    }

    /// What a column becomes first; empty when it is not mapped.
    public Optional<Target> target(String column) {
        return columns.entrySet().stream()
                .filter(e -> e.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Whether some target comes from that column.
    public boolean uses(String column) {
        return columns.containsValue(column);
    }

    /// With that column as what it becomes; whatever either was before is undone.
    public Mapping with(String column, Optional<Target> target) {
        Map<Target, String> changed = new LinkedHashMap<>(columns);
        changed.values().removeIf(column::equals);
        target.ifPresent(t -> changed.put(t, column));
        return new Mapping(changed);
    }

    /// In the form [#parse] reads.
    public String written() {
        return columns.entrySet().stream()
                .map(e -> e.getKey().word() + "=" + e.getValue().replace(",", "\\,"))
                .collect(Collectors.joining(","));
    }
}
