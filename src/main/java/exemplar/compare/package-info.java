/// Comparing designs and models: the cells of a comparison, asking them, judging the answers and
/// summing them up. It is given prompts and a way to ask; how either comes about, and where trials
/// are kept, is not its concern.
@NullMarked
package exemplar.compare;

import org.jspecify.annotations.NullMarked;
