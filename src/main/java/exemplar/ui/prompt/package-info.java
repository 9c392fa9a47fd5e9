/// The Prompt pane: a design's templates beside the exact prompt they make, every character
/// coloured by where it came from, and the model's answer to it.
@NullMarked
package exemplar.ui.prompt;

import org.jspecify.annotations.NullMarked;
