/// The bridge between work and the screen: jobs, coalescing, the one place that calls the toolkit's
/// event queue, and the places that mend the toolkit (ADR 30, ADR 31). No view lives here.
@NullMarked
package exemplar.ui.fx;

import org.jspecify.annotations.NullMarked;
