package exemplar.backend.mock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import exemplar.backend.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The mock's log-probabilities, natural logarithms, as both endpoints write them.
final class LogProbs {
    /// What a piece of free text gets, and a piece of a prompt outside its answer.
    private static final double FREE = Math.log(0.9);

    /// A piece and its alternatives, likeliest first.
    record Token(String piece, double logProbability, List<Map.Entry<String, Double>> top) {}

    private LogProbs() {}

    /// Of the pieces of an answer to a prompt.
    static List<Token> ofAnswer(Request.Input input, List<String> pieces) {
        Reading reading = Reading.of(input);
        Optional<Belief> belief = Mind.belief(reading);
        List<Token> tokens = new ArrayList<>();
        StringBuilder said = new StringBuilder(reading.begun());
        for (String piece : pieces) {
            tokens.add(
                    belief.map(b -> token(piece, b.next(said.toString())))
                            .orElseGet(() -> token(piece, Map.of(piece, Math.exp(FREE)))));
            said.append(piece);
        }
        return tokens;
    }

    /// Of all pieces of a prompt that ends with an answer, such as `… Label: joy`.
    static List<Token> ofPrompt(String prompt) {
        Reading reading = Reading.of(new Request.Completion(prompt));
        String begun = reading.begun();
        String end = prompt.stripTrailing();
        int answerFrom = begun.isEmpty() ? prompt.length() : end.length() - begun.length();
        Optional<Belief> belief =
                Mind.belief(new Reading(reading.head(), reading.demos(), reading.query(), ""));
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        StringBuilder said = new StringBuilder();
        for (String piece : Pieces.of(prompt)) {
            boolean answer = at + piece.length() > answerFrom && belief.isPresent();
            String bare = said.isEmpty() ? piece.stripLeading() : piece;
            tokens.add(
                    answer
                            ? renamed(piece, token(bare, belief.get().next(said.toString())))
                            : token(piece, Map.of(piece, Math.exp(FREE))));
            if (answer) {
                said.append(bare);
            }
            at += piece.length();
        }
        return tokens;
    }

    private static Token renamed(String piece, Token token) {
        return new Token(piece, token.logProbability(), token.top());
    }

    private static Token token(String piece, Map<String, Double> next) {
        List<Map.Entry<String, Double>> top =
                next.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Double>comparingByValue(
                                        Comparator.reverseOrder()))
                        .map(e ->
                                Map.entry(
                                        e.getKey().isEmpty() ? "<end>" : e.getKey(),
                                        Math.log(e.getValue())))
                        .toList();
        return new Token(piece, Math.log(next.getOrDefault(piece, Belief.HARDLY)), top);
    }

    /// As `/chat/completions` has it.
    static ObjectNode chat(List<Token> tokens, int most) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode content = root.putArray("content");
        for (Token t : tokens) {
            ObjectNode node =
                    content.addObject().put("token", t.piece()).put("logprob", t.logProbability());
            ArrayNode top = node.putArray("top_logprobs");
            t.top().stream()
                    .limit(most)
                    .forEach(e ->
                            top.addObject().put("token", e.getKey()).put("logprob", e.getValue()));
        }
        return root;
    }

    /// As `/completions` has it. The first token of a prompt has none, as nothing comes before it.
    static ObjectNode completion(List<Token> tokens, int most, boolean fromStart) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode words = root.putArray("tokens");
        ArrayNode values = root.putArray("token_logprobs");
        ArrayNode tops = root.putArray("top_logprobs");
        ArrayNode offsets = root.putArray("text_offset");
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token t = tokens.get(i);
            words.add(t.piece());
            offsets.add(at);
            at += t.piece().length();
            if (i == 0 && fromStart) {
                values.addNull();
                tops.addNull();
                continue;
            }
            values.add(t.logProbability());
            ObjectNode top = tops.addObject();
            t.top().stream().limit(most).forEach(e -> top.put(e.getKey(), e.getValue()));
        }
        return root;
    }
}
