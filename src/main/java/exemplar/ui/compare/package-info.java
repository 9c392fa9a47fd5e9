/// The Compare pane: designs × models on the test items, answers beside gold as they arrive, and
/// what they add up to. The work itself is done in `compare` and kept by `study.runs`.
@NullMarked
package exemplar.ui.compare;

import org.jspecify.annotations.NullMarked;
