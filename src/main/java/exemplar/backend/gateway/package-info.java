/// The one way to every model: names registered on this machine, resolved to a backend, a model and
/// its parameters, and the layers between a question and the backend that answers it. What a
/// backend says on the wire lives in the rooms of the backends.
@NullMarked
package exemplar.backend.gateway;

import org.jspecify.annotations.NullMarked;
