package exemplar.study.folder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Reads an object of study.json member by member and remembers which ones nobody asked for.
final class Members {
    private final Map<String, Object> members;
    private final String place;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, Object> rest = new LinkedHashMap<>();

    /// A member that is not as it must be.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String sentence) {
            super(sentence);
        }
    }

    Members(Map<String, Object> members, String place) {
        this.members = members;
        this.place = place;
    }

    String place(String key) {
        return place.isEmpty() ? "\"" + key + "\"" : "\"" + place + "." + key + "\"";
    }

    boolean has(String key) {
        return members.get(key) != null;
    }

    private Wrong wrong(String key, String must) {
        return new Wrong(place(key) + (has(key) ? " must be " : " is missing, it must be ") + must);
    }

    /// A text; several lines may also stand as a list of lines.
    String text(String key) throws Wrong {
        asked.add(key);
        Object value = members.get(key);
        if (value instanceof List<?> lines && lines.stream().allMatch(String.class::isInstance)) {
            return String.join("\n", lines.stream().map(String::valueOf).toList());
        }
        if (value instanceof String text) {
            return text;
        }
        throw wrong(key, "a text");
    }

    String text(String key, String otherwise) throws Wrong {
        asked.add(key);
        return has(key) ? text(key) : otherwise;
    }

    int whole(String key, int least, int otherwise) throws Wrong {
        long value = whole(key, (long) otherwise);
        if (value < least || value > Integer.MAX_VALUE) {
            throw wrong(key, "a whole number from " + least);
        }
        return (int) value;
    }

    long whole(String key, long otherwise) throws Wrong {
        asked.add(key);
        if (!has(key)) {
            return otherwise;
        }
        if (members.get(key) instanceof Number n && (n instanceof Integer || n instanceof Long)) {
            return n.longValue();
        }
        throw wrong(key, "a whole number");
    }

    boolean flag(String key, boolean otherwise) throws Wrong {
        asked.add(key);
        if (!has(key)) {
            return otherwise;
        }
        if (members.get(key) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key, "true or false");
    }

    <E extends Enum<E>> E choice(String key, E[] choices, E otherwise) throws Wrong {
        asked.add(key);
        if (!has(key)) {
            return otherwise;
        }
        for (E choice : choices) {
            if (word(choice).equals(members.get(key))) {
                return choice;
            }
        }
        throw wrong(
                key, "one of " + String.join(", ", Stream.of(choices).map(Members::word).toList()));
    }

    /// How a choice is written.
    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<String> texts(String key) throws Wrong {
        List<String> texts = new ArrayList<>();
        for (Object element : list(key)) {
            if (!(element instanceof String text)) {
                throw wrong(key, "a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    List<?> list(String key) throws Wrong {
        asked.add(key);
        if (!has(key)) {
            return List.of();
        }
        if (members.get(key) instanceof List<?> list) {
            return list;
        }
        throw wrong(key, "a list");
    }

    /// An element of the list under that key.
    Members objectOf(Object element, String key) throws Wrong {
        return new Members(map(element, key, "a list of texts or objects"), place + "." + key);
    }

    List<Members> objects(String key) throws Wrong {
        List<Members> objects = new ArrayList<>();
        for (Object element : list(key)) {
            objects.add(
                    new Members(
                            map(element, key, "a list of objects"),
                            place + key + "[" + objects.size() + "]"));
        }
        return objects;
    }

    /// The object there, or an empty one.
    Members object(String key) throws Wrong {
        asked.add(key);
        Object there = members.get(key);
        Object value = there == null ? Map.of() : there;
        return new Members(map(value, key, "an object"), place.isEmpty() ? key : place + "." + key);
    }

    private Map<String, Object> map(Object value, String key, String must) throws Wrong {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(key, must);
        }
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put(String.valueOf(name), member));
        return members;
    }

    /// Keeps what nobody asked for in an object that stands under that key.
    void keep(String key, Members inner) {
        Map<String, Object> left = inner.rest();
        if (!left.isEmpty()) {
            rest.put(key, left);
        }
    }

    /// Keeps what nobody asked for in the named objects of a list.
    void keep(String key, Map<String, Members> elements) {
        Map<String, Object> left = new LinkedHashMap<>();
        elements.forEach((name, element) -> {
            if (!element.rest().isEmpty()) {
                left.put(name, element.rest());
            }
        });
        if (!left.isEmpty()) {
            rest.put(key, left);
        }
    }

    /// The members nobody asked for, with those of inner objects under their names.
    Map<String, Object> rest() {
        Map<String, Object> all = new LinkedHashMap<>(rest);
        members.forEach((key, value) -> {
            if (!asked.contains(key)) {
                all.put(key, value);
            }
        });
        return all;
    }

    /// Adds unknown members to an object about to be written, inner objects likewise.
    static Map<String, Object> merged(Map<String, Object> known, Map<String, Object> unknown) {
        Map<String, Object> all = new LinkedHashMap<>(known);
        unknown.forEach((key, value) -> {
            Object there = all.get(key);
            if (there == null) {
                all.put(key, value);
            } else if (value instanceof Map<?, ?> more) {
                all.put(key, within(there, copy(more)));
            }
        });
        return Collections.unmodifiableMap(all);
    }

    private static Object within(Object known, Map<String, Object> unknown) {
        return switch (known) {
            case Map<?, ?> inner -> merged(copy(inner), unknown);
            case List<?> list -> list.stream().map(element -> named(element, unknown)).toList();
            default -> known;
        };
    }

    /// An element of a list with the unknown members that are kept under its name.
    private static Object named(Object element, Map<String, Object> unknown) {
        Map<String, Object> known =
                element instanceof Map<?, ?> map ? copy(map) : Map.of("name", element);
        return unknown.get(String.valueOf(known.get("name"))) instanceof Map<?, ?> more
                ? merged(known, copy(more))
                : element;
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
