/// From a design, demonstrations and an item to the exact prompt, with the origin of every
/// character. Which demonstrations, and in which order, is chosen in `select`.
@NullMarked
package exemplar.prompt;

import org.jspecify.annotations.NullMarked;
