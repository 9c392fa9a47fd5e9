package exemplar.study.folder;

import exemplar.study.Examples;
import exemplar.study.Patch;
import exemplar.study.Study;
import exemplar.study.line.Line;
import exemplar.study.line.LineScan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What an edit did, as the journal writes it, and doing it again.
///
/// `pool` and `tests` hold a [Patch]: `[from, count]` for rows kept, a string for each new line.
/// `study` holds the members of study.json that changed; of its lists, elements kept from before
/// are the number of their place. A large edit is cut into parts, all but the last marked `more`.
final class Effect {
    private static final int PART = 1 << 20;

    private Effect() {}

    /// Takes the parts of an edit one by one, so that a large one is never in memory as a whole.
    @FunctionalInterface
    interface Parts {
        void take(Map<String, Object> part) throws IOException;
    }

    static void between(Study before, Study after, String label, Parts parts) throws IOException {
        rows("pool", before.pool(), after.pool(), parts);
        rows("tests", before.tests(), after.tests(), parts);
        Map<String, Object> last = new LinkedHashMap<>();
        last.put("label", label);
        if (!sameHead(before, after)) {
            last.put("study", head(StudyJson.members(before), StudyJson.members(after)));
        }
        parts.take(last);
    }

    static boolean sameHead(Study before, Study after) {
        return before.withPool(Examples.NONE)
                .withTests(Examples.NONE)
                .equals(after.withPool(Examples.NONE).withTests(Examples.NONE));
    }

    private static void rows(String name, Examples before, Examples after, Parts parts)
            throws IOException {
        if (before == after) {
            return;
        }
        List<Object> pieces = new ArrayList<>();
        long weight = 0;
        for (Patch.Part part : Patch.between(before, after).parts()) {
            switch (part) {
                case Patch.Kept kept -> {
                    pieces.add(List.of(kept.from(), kept.count()));
                    weight += 16;
                }
                case Patch.Added added -> {
                    for (Line line : added.lines()) {
                        pieces.add(line.toString());
                        weight += line.length();
                        if (weight > PART) {
                            parts.take(part(name, before, pieces));
                            pieces = new ArrayList<>();
                            weight = 0;
                        }
                    }
                }
            }
        }
        parts.take(part(name, before, pieces));
    }

    private static Map<String, Object> part(String name, Examples before, List<Object> pieces) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("more", true);
        part.put(name, pieces);
        part.put(name + "Before", before.size());
        return part;
    }

    private static Map<String, Object> head(Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> lists = new LinkedHashMap<>();
        after.forEach((key, value) -> {
            Object old = before.get(key);
            if (Objects.equals(old, value) && before.containsKey(key)) {
                return;
            }
            if (old instanceof List<?> from && value instanceof List<?> to) {
                lists.put(key, elements(from, to));
            } else {
                values.put(key, value);
            }
        });
        Map<String, Object> changed = new LinkedHashMap<>();
        changed.put("values", values);
        changed.put("lists", lists);
        changed.put("gone", before.keySet().stream().filter(k -> !after.containsKey(k)).toList());
        return changed;
    }

    /// The elements of a list, those kept from before as the number of their place. A number that
    /// is itself an element stands in a list of its own.
    private static List<Object> elements(List<?> from, List<?> to) {
        List<Object> elements = new ArrayList<>();
        for (Object element : to) {
            int place = from.indexOf(element);
            if (place >= 0) {
                elements.add(place);
            } else {
                elements.add(Collections.singletonList(element));
            }
        }
        return elements;
    }

    /// Does again what an edit did to those files.
    ///
    /// @throws IllegalArgumentException when it does not fit the study
    static Study again(Study study, List<Map<String, Object>> parts, Set<String> files)
            throws StudyFault {
        Examples pool =
                files.contains(StudyFiles.POOL) ? again("pool", study.pool(), parts) : study.pool();
        Examples tests =
                files.contains(StudyFiles.TESTS)
                        ? again("tests", study.tests(), parts)
                        : study.tests();
        Study head = study;
        for (Map<String, Object> part : parts) {
            if (files.contains(StudyJson.FILE) && part.get("study") instanceof Map<?, ?> change) {
                Map<String, Object> members = new LinkedHashMap<>(StudyJson.members(study));
                again(members, change);
                head = StudyJson.read(members, study.name()).study();
            }
        }
        return head.withPool(pool).withTests(tests);
    }

    private static void again(Map<String, Object> members, Map<?, ?> change) {
        if (change.get("gone") instanceof List<?> gone) {
            gone.forEach(key -> members.remove(String.valueOf(key)));
        }
        if (change.get("values") instanceof Map<?, ?> values) {
            values.forEach((key, value) -> members.put(String.valueOf(key), value));
        }
        if (change.get("lists") instanceof Map<?, ?> lists) {
            lists.forEach((key, list) -> {
                if (members.get(String.valueOf(key)) instanceof List<?> from
                        && list instanceof List<?> elements) {
                    List<Object> to = new ArrayList<>();
                    for (Object element : elements) {
                        if (element instanceof Integer place) {
                            to.add(from.get(place));
                        } else if (element instanceof List<?> one) {
                            to.add(one.getFirst());
                        }
                    }
                    members.put(String.valueOf(key), to);
                }
            });
        }
    }

    private static Examples again(String name, Examples examples, List<Map<String, Object>> parts) {
        List<Patch.Part> patch = new ArrayList<>();
        int before = -1;
        for (Map<String, Object> part : parts) {
            if (part.get(name) instanceof List<?> pieces
                    && part.get(name + "Before") instanceof Integer size) {
                before = size;
                for (Object piece : pieces) {
                    patch.add(
                            switch (piece) {
                                case List<?> kept ->
                                        new Patch.Kept(
                                                (Integer) kept.get(0), (Integer) kept.get(1));
                                case Line line -> new Patch.Added(List.of(line));
                                default -> throw new IllegalArgumentException("no piece: " + piece);
                            });
                }
            }
        }
        return before < 0 ? examples : new Patch(before, patch).apply(examples);
    }

    /// A part as it was read, its texts as lines, which take less room.
    static Map<String, Object> withLines(Map<String, Object> part, LineScan scan) {
        Map<String, Object> lined = new LinkedHashMap<>(part);
        for (String name : List.of("pool", "tests")) {
            if (part.get(name) instanceof List<?> pieces) {
                List<Object> lines = new ArrayList<>(pieces.size());
                for (Object piece : pieces) {
                    lines.add(piece instanceof String text ? line(scan, text) : piece);
                }
                lined.put(name, lines);
            }
        }
        return lined;
    }

    private static Line line(LineScan scan, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (scan.scan(utf8, 0, utf8.length) instanceof Line line) {
            return line;
        }
        throw new IllegalArgumentException("no example: " + text);
    }

    /// The new and changed lines of an edit, wherever they stood.
    static List<Line> lines(String name, List<Map<String, Object>> parts) {
        List<Line> lines = new ArrayList<>();
        for (Map<String, Object> part : parts) {
            if (part.get(name) instanceof List<?> pieces) {
                for (Object piece : pieces) {
                    if (piece instanceof Line line) {
                        lines.add(line);
                    }
                }
            }
        }
        return lines;
    }
}
