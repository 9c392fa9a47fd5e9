/// A model that is none: answers worked out from the prompt alone, the same for the same prompt, as
/// a backend in this process and as a server on loopback whose faults can be switched on. It exists
/// so that everything can be tried without a key, a download or a network; it knows nothing.
@NullMarked
package exemplar.backend.mock;

import org.jspecify.annotations.NullMarked;
