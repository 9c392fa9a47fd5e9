/// A design as one Jinja2 template. Every part of the design, and the way its layout puts them
/// together, is written out in the template's own language, in a form that does not depend on how
/// the other side reads block tags and newlines.
@NullMarked
package exemplar.formats.jinja;

import org.jspecify.annotations.NullMarked;
