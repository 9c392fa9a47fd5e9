/// Anthropic's messages, through its langchain4j module.
@NullMarked
package exemplar.backend.anthropic;

import org.jspecify.annotations.NullMarked;
