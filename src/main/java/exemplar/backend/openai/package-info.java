/// Servers that speak OpenAI's protocol: chat and raw completions, streamed, with what researchers
/// need of log-probabilities. Spoken as JSON over the wire; docs/adr says why not through a
/// provider module.
@NullMarked
package exemplar.backend.openai;

import org.jspecify.annotations.NullMarked;
