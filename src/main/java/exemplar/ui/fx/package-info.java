/// The bridge between work and the screen: jobs, coalescing, the one place that calls the toolkit's
/// event queue, and the one that mends the toolkit. No view lives here.
@NullMarked
package exemplar.ui.fx;

import org.jspecify.annotations.NullMarked;
