/// Runs a template that was read: statements, expressions, macros, Jinja2's filters, tests and
/// global functions, and the bookkeeping of origins and budgets while it runs. Nothing here reads
/// source text, a file or the network.
@NullMarked
package exemplar.template.render;

import org.jspecify.annotations.NullMarked;
