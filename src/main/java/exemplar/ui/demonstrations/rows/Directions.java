package exemplar.ui.demonstrations.rows;

import exemplar.model.Example;
import exemplar.text.Direction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which way the texts of an example run where a person said so. Kept in the example's file as
/// `"direction": {"text": "rtl"}`.
public final class Directions {
    private static final String MEMBER = "direction";

    private Directions() {}

    /// How a field is to be read: as chosen, else as its first strong character says.
    public static Direction of(Example example, String field) {
        return Direction.of(example.field(field), chosen(example, field));
    }

    /// What a person chose for a field.
    public static Optional<Direction> chosen(Example example, String field) {
        Object all = example.extra().getOrDefault(MEMBER, "");
        Object one = all instanceof Map<?, ?> map && map.containsKey(field) ? map.get(field) : "";
        return "rtl".equals(one)
                ? Optional.of(Direction.RIGHT_TO_LEFT)
                : "ltr".equals(one) ? Optional.of(Direction.LEFT_TO_RIGHT) : Optional.empty();
    }

    /// The example with a field's direction chosen; what the text says by itself needs no choice.
    public static Example with(Example example, String field, Direction wanted) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        if (example.extra().getOrDefault(MEMBER, "") instanceof Map<?, ?> before) {
            before.forEach((name, way) -> chosen.put(String.valueOf(name), way));
        }
        if (Direction.of(example.field(field)) == wanted) {
            chosen.remove(field);
        } else {
            chosen.put(field, wanted == Direction.RIGHT_TO_LEFT ? "rtl" : "ltr");
        }
        Map<String, Object> extra = new LinkedHashMap<>(example.extra());
        if (chosen.isEmpty()) {
            extra.remove(MEMBER);
        } else {
            extra.put(MEMBER, chosen);
        }
        return new Example(
                example.id(),
                example.fields(),
                example.gold(),
                example.rationale(),
                example.language(),
                example.images(),
                example.tags(),
                example.note(),
                example.source(),
                example.enabled(),
                example.pinned(),
                extra);
    }
}
