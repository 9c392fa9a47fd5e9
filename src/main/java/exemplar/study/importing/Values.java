package exemplar.study.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What stands in a cell, as what an example needs.
final class Values {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Values() {}

    /// As text: texts and numbers as they are, null as nothing, lists and objects as JSON.
    static String text(Object cell) {
        return switch (cell) {
            case String text -> text;
            case Optional<?> none -> "";
            case List<?> list -> json(list);
            case Map<?, ?> object -> json(object);
            default -> cell.toString();
        };
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(plain(value).orElse(""));
        } catch (JsonProcessingException e) {
            return String.valueOf(value);
        }
    }

    /// As what the study's files can say; empty for null.
    static Optional<Object> plain(Object cell) {
        return switch (cell) {
            case Optional<?> none -> Optional.empty();
            case JsonCells.Digits digits -> Optional.of(digits.number());
            case List<?> list -> {
                List<Object> plain = new ArrayList<>();
                list.forEach(e -> plain.add(plain(e).orElse("")));
                yield Optional.of(plain);
            }
            case Map<?, ?> object -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                object.forEach((name, value) ->
                        plain(value).ifPresent(v -> plain.put(String.valueOf(name), v)));
                yield Optional.of(plain);
            }
            default -> Optional.of(cell);
        };
    }

    /// As tags: a list, or words divided by commas, semicolons or bars; `key: value` stays one.
    static List<String> tags(Object cell) {
        if (cell instanceof List<?> list) {
            return list.stream().map(Values::text).map(String::strip).distinct().toList();
        }
        List<String> tags = new ArrayList<>();
        for (String tag : text(cell).split("[,;|]")) {
            if (!tag.isBlank() && !tags.contains(tag.strip())) {
                tags.add(tag.strip());
            }
        }
        return tags;
    }

    /// As yes or no; the given value where it is neither.
    static boolean flag(Object cell, boolean otherwise) {
        return switch (text(cell).strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1", "on", "x" -> true;
            case "false", "no", "0", "off" -> false;
            default -> otherwise;
        };
    }
}
