package exemplar.backend.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import exemplar.backend.ContinuationScorer;
import exemplar.backend.Fault;
import exemplar.backend.NextTokens.Chance;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.wire.WireFault;
import exemplar.model.Message;
import exemplar.model.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Log-probabilities as the protocol asks for and tells them.
final class Likelihoods {
    private final String where;
    private final Dialect dialect;
    private final Bodies bodies;

    Likelihoods(String where, Dialect dialect, Bodies bodies) {
        this.where = where;
        this.dialect = dialect;
        this.bodies = bodies;
    }

    /// The body that asks for the likeliest next tokens.
    ObjectNode nextBody(String model, Request.Input prompt, String begun, int most)
            throws WireFault {
        return switch (prompt) {
            case Request.Completion(String text) -> {
                boolean blank =
                        !begun.isEmpty()
                                && !text.isEmpty()
                                && !Character.isWhitespace(text.charAt(text.length() - 1));
                yield bodies.of(
                                new Request(
                                        model,
                                        new Request.Completion(text + (blank ? " " : "") + begun),
                                        Sampling.greedy(1)))
                        .put("logprobs", most);
            }
            case Request.Chat(List<Message> messages) -> {
                if (begun.isEmpty()) {
                    yield bodies.of(new Request(model, prompt, Sampling.greedy(1)))
                            .put("logprobs", true)
                            .put("top_logprobs", most);
                }
                if (!dialect.continuesMessages()) {
                    throw new WireFault(
                            new Fault.Unable(
                                    where
                                            + " cannot continue a message that is begun. Nothing was sent."));
                }
                List<Message> longer = new ArrayList<>(messages);
                longer.add(new Message(Role.ASSISTANT, begun));
                yield bodies.of(new Request(model, new Request.Chat(longer), Sampling.greedy(1)))
                        .put("logprobs", true)
                        .put("top_logprobs", most)
                        .put("add_generation_prompt", false)
                        .put("continue_final_message", true);
            }
        };
    }

    List<Chance> next(JsonNode reply, boolean chat) throws WireFault {
        JsonNode told = reply.path("choices").path(0).path("logprobs");
        List<Chance> chances = new ArrayList<>();
        if (chat) {
            for (JsonNode c : told.path("content").path(0).path("top_logprobs")) {
                chances.add(new Chance(c.path("token").asText(), c.path("logprob").asDouble()));
            }
        } else {
            told.path("top_logprobs")
                    .path(0)
                    .properties()
                    .forEach(e -> chances.add(new Chance(e.getKey(), e.getValue().asDouble())));
        }
        if (chances.isEmpty()) {
            throw new WireFault(
                    new Fault.Unable(where + " told no log-probabilities for this model."));
        }
        chances.sort(Comparator.comparingDouble(Chance::logProbability).reversed());
        return chances;
    }

    /// The body that has a text repeated with the log-probability of each of its tokens.
    ObjectNode echoBody(String model, String text) {
        return bodies.of(new Request(model, new Request.Completion(text), Sampling.greedy(0)))
                .put("echo", true)
                .put("logprobs", 1);
    }

    /// The part of a repeated text that comes after the prompt. Offsets count code points.
    ContinuationScorer.Score after(JsonNode reply, int promptCodePoints) throws WireFault {
        JsonNode told = reply.path("choices").path(0).path("logprobs");
        JsonNode tokens = told.path("tokens");
        JsonNode values = told.path("token_logprobs");
        JsonNode offsets = told.path("text_offset");
        if (!tokens.isArray()
                || values.size() != tokens.size()
                || offsets.size() != tokens.size()) {
            throw new WireFault(
                    new Fault.Unable(where + " does not tell the log-probabilities of a prompt."));
        }
        double sum = 0;
        int count = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i).asText();
            int end = offsets.get(i).asInt() + token.codePointCount(0, token.length());
            if (end > promptCodePoints && values.get(i).isNumber()) {
                sum += values.get(i).asDouble();
                count++;
            }
        }
        if (count == 0) {
            throw new WireFault(
                    new Fault.Unable(where + " told no log-probability for the label."));
        }
        return new ContinuationScorer.Score(sum, count);
    }
}
