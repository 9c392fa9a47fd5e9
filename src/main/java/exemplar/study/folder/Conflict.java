package exemplar.study.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import exemplar.study.line.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Something that was changed here and, differently, in a file by another program.
///
/// @param file the file
/// @param what an example's id, or the place within study.json such as `task.instruction`
/// @param before what it was, as it stood in the file; empty when it was not there
/// @param mine what it is here; empty when it was removed
/// @param theirs what it is on the disk; empty when it was removed
public record Conflict(
        String file,
        String what,
        Optional<String> before,
        Optional<String> mine,
        Optional<String> theirs) {

    /// One member that says something else here than on the disk; a field of an example by its own
    /// name.
    ///
    /// @param mine empty where it is missing here
    /// @param theirs empty where it is missing on the disk
    public record Difference(String member, String mine, String theirs) {}

    /// What exactly is not the same on both sides. Nothing where one side removed it, or where it
    /// has no members.
    public List<Difference> differences() {
        if (mine.isEmpty() || theirs.isEmpty()) {
            return List.of();
        }
        Map<String, String> here = members(mine.get());
        Map<String, String> there = members(theirs.get());
        Set<String> names = new LinkedHashSet<>(here.keySet());
        names.addAll(there.keySet());
        List<Difference> found = new ArrayList<>();
        for (String name : names) {
            String one = here.getOrDefault(name, "");
            String other = there.getOrDefault(name, "");
            if (!one.equals(other)) {
                found.add(new Difference(name, one, other));
            }
        }
        return found;
    }

    private static Map<String, String> members(String json) {
        Map<String, String> members = new LinkedHashMap<>();
        try {
            JsonText.object(json.getBytes(StandardCharsets.UTF_8))
                    .forEach((name, value) -> {
                        if (name.equals("fields") && value instanceof Map<?, ?> fields) {
                            fields.forEach((f, text) -> members.put(f.toString(), said(text)));
                        } else {
                            members.put(name, said(value));
                        }
                    });
        } catch (JsonProcessingException e) {
            // A bare value, such as an instruction, has no members.
            return Map.of();
        }
        return members;
    }

    private static String said(Object value) {
        return value instanceof String text ? text : JsonText.compact(value);
    }
}
