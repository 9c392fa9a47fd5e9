/// Lets the provider modules of langchain4j speak over our wire: their schemas, our cancel, our
/// faults, our record of what was said. Which provider is which lives in the providers' rooms.
@NullMarked
package exemplar.backend.module;

import org.jspecify.annotations.NullMarked;
