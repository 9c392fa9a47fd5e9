/// Google's Gemini, through its langchain4j module.
@NullMarked
package exemplar.backend.gemini;

import org.jspecify.annotations.NullMarked;
