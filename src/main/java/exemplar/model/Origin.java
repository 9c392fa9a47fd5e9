package exemplar.model;

import java.util.Optional;

/// Where a character of a rendered prompt came from.
///
/// @param kind the part of the design that wrote it
/// @param demo the id of the demonstration it belongs to, empty outside demonstrations
/// @param field the field of the example that was inserted, empty for the template's own text. Gold
///   output uses the task's output field name.
/// @param language BCP 47 tag of the inserted text, empty when the study does not say
public record Origin(
        Kind kind, Optional<String> demo, Optional<String> field, Optional<String> language) {

    /// The part of a design a character can come from.
    public enum Kind {
        TEMPLATE,
        DEMO,
        QUERY,
        INSTRUCTION,
        PRINCIPLE,
        FACT,
        IMAGE
    }

    /// The template's own words, outside every demonstration.
    public static final Origin TEMPLATE =
            new Origin(Kind.TEMPLATE, Optional.empty(), Optional.empty(), Optional.empty());

    /// The task's instruction.
    public static final Origin INSTRUCTION =
            new Origin(Kind.INSTRUCTION, Optional.empty(), Optional.empty(), Optional.empty());

    /// A field of a demonstration.
    public static Origin demo(String id, String field, Optional<String> language) {
        return new Origin(Kind.DEMO, Optional.of(id), Optional.of(field), language);
    }

    /// A field of the item being asked about.
    public static Origin query(String field, Optional<String> language) {
        return new Origin(Kind.QUERY, Optional.empty(), Optional.of(field), language);
    }

    /// The template's own words around the fields of one demonstration.
    public static Origin templateOf(String demo) {
        return new Origin(Kind.TEMPLATE, Optional.of(demo), Optional.empty(), Optional.empty());
    }
}
