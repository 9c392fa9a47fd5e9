package exemplar.backend.llama;

import exemplar.backend.ContinuationScorer;
import exemplar.backend.Fault;
import exemplar.backend.NextTokens;
import exemplar.backend.PromptScores;
import exemplar.backend.Reply.Exchange;
import exemplar.backend.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// What an engine tells of texts without writing one: scores, likeliest tokens, vectors.
final class Scorings {
    private Scorings() {}

    static ContinuationScorer.Scoring of(
            Engine engine, Request.Input input, List<String> continuations)
            throws InterruptedException, EngineFault {
        PromptTokens prompt = Answering.fitting(engine, input);
        List<int[]> tokens =
                continuations.stream().map(c -> engine.vocabulary().tokens(c, false)).toList();
        int most = engine.model().mostTokens();
        for (int i = 0; i < tokens.size(); i++) {
            int length = tokens.get(i).length;
            if (length == 0) {
                throw new EngineFault(
                        new Fault.BadRequest("A text without a token cannot be scored."));
            }
            if (prompt.tokens().length + length > most) {
                throw new EngineFault(
                        new Fault.ContextTooLong(
                                "The prompt and “%s” have %,d tokens together and this model takes %,d."
                                        .formatted(
                                                continuations.get(i),
                                                prompt.tokens().length + length,
                                                most)));
            }
        }
        double[][] scores;
        try (Engine.Turn turn = engine.take()) {
            scores = turn.evaluation().continuations(prompt.tokens(), tokens);
        }
        List<ContinuationScorer.Score> sums = new ArrayList<>();
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < scores.length; i++) {
            double sum = Arrays.stream(scores[i]).sum();
            sums.add(new ContinuationScorer.Score(sum, scores[i].length));
            told.append(
                    String.format(
                            Locale.ROOT,
                            "%.6f\t%d\t%s\n",
                            sum,
                            scores[i].length,
                            continuations.get(i)));
        }
        return new ContinuationScorer.Scored(sums, new Exchange(prompt.text(), told.toString()));
    }

    static NextTokens.Next next(Engine engine, Request.Input input, String begun, int most)
            throws InterruptedException, EngineFault {
        PromptTokens prompt = Answering.fitting(engine, input);
        int[] tokens =
                Evaluation.joined(
                        prompt.tokens(), engine.vocabulary().tokens(said(input, begun), false));
        float[] logits;
        try (Engine.Turn turn = engine.take()) {
            logits = turn.evaluation().prompt(tokens, 1, at -> {});
        }
        double norm = Evaluation.logSum(logits);
        List<NextTokens.Chance> chances = new ArrayList<>();
        StringBuilder told = new StringBuilder();
        for (int token : Sampler.top(logits, Math.clamp(most, 1, logits.length))) {
            String text = engine.vocabulary().text(token);
            chances.add(new NextTokens.Chance(text, logits[token] - norm));
            told.append(String.format(Locale.ROOT, "%.6f\t%s\n", logits[token] - norm, text));
        }
        return new NextTokens.Told(chances, new Exchange(prompt.text() + begun, told.toString()));
    }

    /// The beginning of an answer as it would be said: after a text that does not end in a blank
    /// with one before it.
    private static String said(Request.Input input, String begun) {
        return !begun.isEmpty()
                        && input instanceof Request.Completion(String text)
                        && !text.isEmpty()
                        && !Character.isWhitespace(text.charAt(text.length() - 1))
                ? " " + begun
                : begun;
    }

    static PromptScores.Told prompt(Engine engine, Request.Input input)
            throws InterruptedException, EngineFault {
        int[] tokens = Answering.fitting(engine, input).tokens();
        double[] scores;
        try (Engine.Turn turn = engine.take()) {
            scores = turn.evaluation().scores(tokens, 1);
        }
        List<PromptScores.Token> told = new ArrayList<>();
        for (int i = 0; i < tokens.length; i++) {
            told.add(
                    new PromptScores.Token(
                            engine.vocabulary().text(tokens[i]),
                            i == 0 ? OptionalDouble.empty() : OptionalDouble.of(scores[i - 1])));
        }
        return new PromptScores.Tokens(told);
    }

    /// The vector of a text; of one longer than the model takes, of its beginning. Zero for a text
    /// without a token.
    static float[] vector(Engine engine, String text, Pooling pooling)
            throws InterruptedException, EngineFault {
        int[] tokens = engine.vocabulary().tokens(text, true);
        if (tokens.length == 0) {
            return new float[engine.model().width()];
        }
        int[] taken =
                Pooling.cut(tokens, engine.mostInVector(), engine.vocabulary().tokens("", true));
        try (Engine.Turn turn = engine.take()) {
            return turn.evaluation().hidden(taken, pooling);
        }
    }
}
