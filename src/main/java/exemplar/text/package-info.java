/// What can be said about a text without a model: its tokens, its direction and scripts, what in it
/// cannot be seen, and how it differs from another text. Where texts come from is not known here.
@NullMarked
package exemplar.text;

import org.jspecify.annotations.NullMarked;
