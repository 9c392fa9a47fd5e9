/// Everything between a prompt and a model's answer: requests and outcomes as values, the backends
/// that speak to servers and engines, and the gateway in front of them. What a prompt means, where
/// it came from and how an answer is judged lives elsewhere.
@NullMarked
package exemplar.backend;

import org.jspecify.annotations.NullMarked;
