/// The built-in engine: llama.cpp in this process, called through its C interface. Loading, tokens,
/// evaluation, sampling; no server and no key. Model files are checked by `gguf` before they come
/// here; where they come from is the business of `catalogue`.
@NullMarked
package exemplar.backend.llama;

import org.jspecify.annotations.NullMarked;
