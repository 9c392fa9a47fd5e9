/// The nouns of the product as immutable records: a task, its labels, examples, designs, rendered
/// prompts and where each of their characters came from. Nothing here computes, reads a file or
/// knows a library: the JDK is all this floor may use.
@NullMarked
package exemplar.model;

import org.jspecify.annotations.NullMarked;
