/// What Python itself brings to a template: iteration, slices, the methods of `str`, `list` and
/// `dict`, both ways of formatting, JSON, pretty printing and text wrapping. Nothing here knows
/// Jinja2's syntax, filters or rendering.
@NullMarked
package exemplar.template.python;

import org.jspecify.annotations.NullMarked;
