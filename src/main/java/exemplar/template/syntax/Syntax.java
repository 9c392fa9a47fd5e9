package exemplar.template.syntax;

import java.util.Set;

/// How template source is read; the names are Jinja2's.
///
/// @param trimBlocks drop the first newline after a block tag
/// @param lstripBlocks drop blanks before a block tag at the start of a line
/// @param keepTrailingNewline keep the newline at the end of the source
/// @param filters names after `|`
/// @param tests names after `is`
public record Syntax(
        boolean trimBlocks,
        boolean lstripBlocks,
        boolean keepTrailingNewline,
        Set<String> filters,
        Set<String> tests) {}
