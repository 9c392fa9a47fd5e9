/// Reading GGUF files: what a model file says of itself, and whether it is whole. Everything is
/// checked here before native code sees the file.
@NullMarked
package exemplar.backend.gguf;

import org.jspecify.annotations.NullMarked;
