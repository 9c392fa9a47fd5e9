package exemplar.template;

import exemplar.template.render.Filters;
import exemplar.template.render.Globals;
import exemplar.template.render.Tests;
import java.util.List;
import java.util.Set;

/// The names an editor can offer, each list in alphabetical order.
public final class Completion {
    private Completion() {}

    /// What can follow `|`.
    public static List<String> filters() {
        return sorted(Filters.names());
    }

    /// What can follow `is`.
    public static List<String> tests() {
        return Tests.names().stream()
                .filter(name -> Character.isLetter(name.charAt(0)))
                .sorted()
                .toList();
    }

    /// The functions every template can call.
    public static List<String> functions() {
        return sorted(Globals.names());
    }

    /// What can follow `{%`.
    public static List<String> tags() {
        return List.of(
                "block",
                "break",
                "call",
                "continue",
                "do",
                "elif",
                "else",
                "endblock",
                "endcall",
                "endfilter",
                "endfor",
                "endif",
                "endmacro",
                "endraw",
                "endset",
                "endwith",
                "filter",
                "for",
                "if",
                "macro",
                "print",
                "raw",
                "set",
                "with");
    }

    /// The attributes of `loop`.
    public static List<String> loop() {
        return List.of(
                "changed",
                "cycle",
                "depth",
                "depth0",
                "first",
                "index",
                "index0",
                "last",
                "length",
                "nextitem",
                "previtem",
                "revindex",
                "revindex0");
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
