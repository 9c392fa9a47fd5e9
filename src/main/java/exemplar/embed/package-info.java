/// Vectors of texts, for likeness, neighbours and maps: by a small model inside this program, or by
/// a backend, kept so that no text is embedded twice. What is near what is computed elsewhere.
@NullMarked
package exemplar.embed;

import org.jspecify.annotations.NullMarked;
