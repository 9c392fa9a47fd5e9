/// How likely a model finds each label of a task after a prompt, by the best way the model allows,
/// and what calibration makes of it. Numbers and their way only; what they mean for a selection or
/// a finding lives elsewhere.
@NullMarked
package exemplar.backend.label;

import org.jspecify.annotations.NullMarked;
