package exemplar.template.syntax;

import java.util.Optional;
import java.util.Set;

/// The names of tags, and what to say about one that does not fit.
final class Tags {
    static final Set<String> ALL =
            Set.of(
                    "for",
                    "if",
                    "set",
                    "macro",
                    "call",
                    "filter",
                    "with",
                    "block",
                    "do",
                    "print",
                    "break",
                    "continue",
                    "raw",
                    "autoescape",
                    "generation",
                    "elif",
                    "else",
                    "endfor",
                    "endif",
                    "endset",
                    "endmacro",
                    "endcall",
                    "endfilter",
                    "endwith",
                    "endblock",
                    "endautoescape",
                    "endgeneration");

    private Tags() {}

    /// Whether a tag belongs to one that was opened before.
    static boolean closes(String name) {
        return name.startsWith("end") || name.equals("else") || name.equals("elif");
    }

    /// @param around the tag that is open there
    static String misplaced(String name, Optional<String> around) {
        return switch (name) {
            case "include", "import", "from", "extends" ->
                    "'"
                            + name
                            + "' is not available: a template stands alone; put the text here instead";
            case "endraw" -> "'endraw' closes nothing here; remove it";
            default -> {
                if (!closes(name) || !ALL.contains(name)) {
                    yield Suggestion.unknown("tag", name, ALL);
                }
                yield around.map(open ->
                                "'"
                                        + name
                                        + "' does not fit: '"
                                        + open
                                        + "' is open; close it with {% end"
                                        + open
                                        + " %} first")
                        .orElse("'" + name + "' closes nothing here; remove it");
            }
        };
    }
}
