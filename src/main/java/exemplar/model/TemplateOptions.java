package exemplar.model;

/// How a design's templates are read, named as in Jinja2.
///
/// @param trimBlocks drop the first newline after a block tag
/// @param lstripBlocks drop blanks before a block tag at the start of a line
/// @param allowUndefined render an unknown variable as nothing instead of reporting a problem
public record TemplateOptions(boolean trimBlocks, boolean lstripBlocks, boolean allowUndefined) {

    /// Block tags leave no empty lines behind, unknown variables are problems.
    public static final TemplateOptions DEFAULT = new TemplateOptions(true, false, false);
}
