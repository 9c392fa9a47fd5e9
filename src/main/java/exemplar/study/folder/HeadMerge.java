package exemplar.study.folder;

import exemplar.study.Study;
import exemplar.study.line.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Merges two versions of study.json that came out of the same one, member by member; designs and
/// comparisons by their names.
final class HeadMerge {
    private final Function<Conflict, Side> choose;
    private final List<Conflict> conflicts = new ArrayList<>();

    private HeadMerge(Function<Conflict, Side> choose) {
        this.choose = choose;
    }

    static List<Conflict> conflicts(Study base, Study mine, Study theirs) {
        HeadMerge merge = new HeadMerge(conflict -> Side.MINE);
        merge.merge(base, mine, theirs);
        return merge.conflicts;
    }

    /// My study with what changed on the disk, without regard to examples.
    static Study merged(Study base, Study mine, Study theirs, Function<Conflict, Side> choose)
            throws StudyFault {
        return StudyJson.read(new HeadMerge(choose).merge(base, mine, theirs), mine.name()).study();
    }

    private Map<String, Object> merge(Study base, Study mine, Study theirs) {
        return objects(
                "", StudyJson.members(base), StudyJson.members(mine), StudyJson.members(theirs));
    }

    private Map<String, Object> objects(
            String place, Map<?, ?> base, Map<?, ?> mine, Map<?, ?> theirs) {
        Map<String, Object> merged = new LinkedHashMap<>();
        Set<Object> keys = new LinkedHashSet<>(theirs.keySet());
        keys.addAll(mine.keySet());
        for (Object key : keys) {
            String inner = place.isEmpty() ? String.valueOf(key) : place + "." + key;
            Object value = values(inner, base.get(key), mine.get(key), theirs.get(key));
            if (value != null) {
                merged.put(String.valueOf(key), value);
            }
        }
        return merged;
    }

    private @Nullable Object values(
            String place, @Nullable Object base, @Nullable Object mine, @Nullable Object theirs) {
        if (Objects.equals(base, theirs) || Objects.equals(mine, theirs)) {
            return mine;
        }
        if (Objects.equals(base, mine)) {
            return theirs;
        }
        if (mine instanceof Map<?, ?> m && theirs instanceof Map<?, ?> t) {
            return objects(place, base instanceof Map<?, ?> b ? b : Map.of(), m, t);
        }
        if (mine instanceof List<?> m && theirs instanceof List<?> t) {
            Optional<Map<String, Object>> my = byName(m);
            Optional<Map<String, Object>> their = byName(t);
            if (my.isPresent() && their.isPresent()) {
                Map<String, Object> before =
                        base instanceof List<?> b ? byName(b).orElse(Map.of()) : Map.of();
                return List.copyOf(objects(place, before, my.get(), their.get()).values());
            }
        }
        Conflict conflict =
                new Conflict(StudyJson.FILE, place, shown(base), shown(mine), shown(theirs));
        conflicts.add(conflict);
        return choose.apply(conflict) == Side.MINE ? mine : theirs;
    }

    private static Optional<String> shown(@Nullable Object value) {
        return value == null ? Optional.empty() : Optional.of(JsonText.compact(value));
    }

    /// The objects of a list by their names; empty when it is no list of named objects.
    private static Optional<Map<String, Object>> byName(List<?> list) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (Object element : list) {
            if (!(element instanceof Map<?, ?> map && map.get("name") instanceof String name)
                    || named.put(name, element) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(named);
    }
}
