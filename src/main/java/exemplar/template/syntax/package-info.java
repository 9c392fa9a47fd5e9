/// The template language as text and as a tree: tokens, the parser with its problems, the nodes,
/// and the binding of names to slots by Jinja2's scoping rules. Nothing here computes a value or
/// renders.
@NullMarked
package exemplar.template.syntax;

import org.jspecify.annotations.NullMarked;
