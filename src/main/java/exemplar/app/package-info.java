/// The start of the program and the only place that makes services.
@NullMarked
package exemplar.app;

import org.jspecify.annotations.NullMarked;
