/// The Jinja2 template engine as others use it: read a template, render it with the origin of every
/// character, ask which variables it needs, colour its source. Its parts live in the packages
/// below: `syntax` reads, `render` runs, `python` and `value` are what Python means by a value.
/// Prompts, studies and files are not known here.
@NullMarked
package exemplar.template;

import org.jspecify.annotations.NullMarked;
