package exemplar.ui.demonstrations;

import exemplar.model.Example;
import exemplar.text.Direction;
import exemplar.ui.demonstrations.rows.Directions;
import java.util.Optional;

/// A text of an example that is written and not chosen: an input field, or the gold output of a
/// task without labels.
sealed interface WrittenText {
    record Field(String field) implements WrittenText {}

    record Gold() implements WrittenText {}

    default String of(Example example) {
        return switch (this) {
            case Field(String field) -> example.field(field);
            case Gold() -> example.gold();
        };
    }

    default Example with(Example example, String text) {
        return switch (this) {
            case Field(String field) -> example.withField(field, text);
            case Gold() -> example.withGold(text);
        };
    }

    /// Which way it runs.
    default Direction direction(Example example) {
        return switch (this) {
            case Field(String field) -> Directions.of(example, field);
            case Gold() -> Direction.of(example.gold(), Optional.empty());
        };
    }

    /// How it is called on screen.
    default String name(Wording words) {
        return switch (this) {
            case Field(String field) -> field;
            case Gold() -> words.text("detail.gold");
        };
    }
}
