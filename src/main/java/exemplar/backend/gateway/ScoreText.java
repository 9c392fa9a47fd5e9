package exemplar.backend.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import exemplar.backend.ContinuationScorer.Score;
import exemplar.backend.NextTokens.Chance;
import java.util.ArrayList;
import java.util.List;

/// Scores as the text of an answer, for the cache. Numbers come back to the last bit.
final class ScoreText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ScoreText() {}

    /// What was asked, so that no two questions are the same text.
    static String asked(String kind, List<String> parts) {
        ArrayNode all = JSON.createArrayNode().add(kind);
        parts.forEach(all::add);
        return all.toString();
    }

    static String of(List<Score> scores) {
        ArrayNode all = JSON.createArrayNode();
        scores.forEach(s -> all.addArray().add(Double.toString(s.logLikelihood())).add(s.tokens()));
        return all.toString();
    }

    static List<Score> scores(String text) {
        List<Score> scores = new ArrayList<>();
        for (JsonNode n : read(text)) {
            scores.add(new Score(Double.parseDouble(n.path(0).asText()), n.path(1).asInt()));
        }
        return scores;
    }

    static String ofChances(List<Chance> chances) {
        ArrayNode all = JSON.createArrayNode();
        chances.forEach(
                c -> all.addArray().add(c.token()).add(Double.toString(c.logProbability())));
        return all.toString();
    }

    static List<Chance> chances(String text) {
        List<Chance> chances = new ArrayList<>();
        for (JsonNode n : read(text)) {
            chances.add(new Chance(n.path(0).asText(), Double.parseDouble(n.path(1).asText())));
        }
        return chances;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("only texts written here are read here", e);
        }
    }
}
