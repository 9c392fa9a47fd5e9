package exemplar.backend.label;

import exemplar.backend.Abilities;
import exemplar.backend.Backend;
import exemplar.backend.ContinuationScorer;
import exemplar.backend.Fault;
import exemplar.backend.NextTokens;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.model.Label;
import exemplar.stats.Interval;
import exemplar.stats.Wilson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Finds how likely each label is after a prompt, by the best way the model allows: exactly, by the
/// likeliest tokens, or by drawing answers. Blocking and interruptible.
public final class LabelScorer {

    /// How labels are scored.
    ///
    /// @param perToken whether a log-likelihood is divided by the label's number of tokens; the sum
    ///   is what the papers use
    /// @param samples answers to draw where nothing better is to be had; 0 for none
    public record Options(boolean perToken, int samples) {
        public static final Options DEFAULT = new Options(false, 20);
    }

    /// Draws answers.
    @FunctionalInterface
    public interface Draw {
        /// @return as many as were asked for, or what arrived and then the first fault
        List<Outcome> draw(Request.Input input, Sampling sampling, int answers);
    }

    /// Decides whether a failed question for probabilities is asked again, and waits before it.
    @FunctionalInterface
    public interface Again {
        /// @param attempt how often it was asked again already
        boolean again(Fault fault, int attempt);

        /// Never asks again.
        Again NEVER = (fault, attempt) -> false;
    }

    /// A distribution, or why there is none.
    public sealed interface Result {}

    public record Scored(LabelDistribution distribution) implements Result {}

    public record NotScored(Fault fault) implements Result {}

    private final Backend backend;
    private final String model;
    private final Abilities can;
    private final Draw draw;
    private final Again again;
    private final Options options;

    /// @param model the model's id on the backend
    /// @param can what the model can do, as probed or as declared
    /// @param draw how answers are drawn, through the layers of a gateway
    public LabelScorer(
            Backend backend, String model, Abilities can, Draw draw, Again again, Options options) {
        this.backend = backend;
        this.model = model;
        this.can = can;
        this.draw = draw;
        this.again = again;
        this.options = options;
    }

    /// Scores the labels after a prompt that ends where the label is to stand.
    public Result score(Request.Input prompt, List<Label> labels) {
        Optional<Fault> wrong = wrong(labels);
        if (wrong.isPresent()) {
            return new NotScored(wrong.get());
        }
        Result result = new NotScored(new Fault.Unable("This model tells no probabilities."));
        if (can.labelScores() && backend instanceof ContinuationScorer scorer) {
            result = persist(() -> exact(scorer, prompt, labels));
        }
        if (unable(result)
                && can.topLogProbabilities() > 0
                && backend instanceof NextTokens tokens) {
            result = persist(() -> topK(tokens, can.topLogProbabilities(), prompt, labels));
        }
        if (unable(result) && options.samples() > 0) {
            result = sampled(prompt, labels);
        }
        return result;
    }

    private Result persist(Supplier<Result> question) {
        for (int attempt = 0; ; attempt++) {
            Result result = question.get();
            if (!(result instanceof NotScored(Fault fault)) || !again.again(fault, attempt)) {
                return result;
            }
        }
    }

    private static boolean unable(Result result) {
        return result instanceof NotScored(Fault fault) && fault instanceof Fault.Unable;
    }

    private static Optional<Fault> wrong(List<Label> labels) {
        HashSet<String> said = new HashSet<>();
        for (Label label : labels) {
            if (label.verbalizer().isBlank()) {
                return Optional.of(
                        new Fault.BadRequest(
                                "The label “"
                                        + label.name()
                                        + "” is said by no word. Give it a verbalizer."));
            }
            if (!said.add(label.verbalizer())) {
                return Optional.of(
                        new Fault.BadRequest(
                                "Two labels are both said as “"
                                        + label.verbalizer()
                                        + "”, so they cannot be told apart."));
            }
        }
        return labels.isEmpty()
                ? Optional.of(
                        new Fault.BadRequest(
                                "There are no labels to score. Add labels to the task."))
                : Optional.empty();
    }

    /// A label as it would be said: after a text that does not end in a blank with one before it.
    private static String said(Request.Input prompt, Label label) {
        return prompt instanceof Request.Completion(String text)
                        && !text.isEmpty()
                        && !Character.isWhitespace(text.charAt(text.length() - 1))
                ? " " + label.verbalizer()
                : label.verbalizer();
    }

    private Result exact(ContinuationScorer scorer, Request.Input prompt, List<Label> labels) {
        List<String> texts = labels.stream().map(l -> said(prompt, l)).toList();
        return switch (scorer.score(model, prompt, texts)) {
            case ContinuationScorer.NotScored(Fault fault) -> new NotScored(fault);
            case ContinuationScorer.Scored(List<ContinuationScorer.Score> scores, var exchange) -> {
                double[] sums = new double[labels.size()];
                int[] tokens = new int[labels.size()];
                for (int i = 0; i < sums.length; i++) {
                    tokens[i] = Math.max(1, scores.get(i).tokens());
                    sums[i] = scores.get(i).logLikelihood() / (options.perToken() ? tokens[i] : 1);
                }
                yield new Scored(
                        LabelDistribution.of(
                                names(labels),
                                sums,
                                tokens,
                                new boolean[sums.length],
                                Method.EXACT,
                                options.perToken() ? "Log-likelihoods are per token." : ""));
            }
        };
    }

    private Result topK(NextTokens tokens, int most, Request.Input prompt, List<Label> labels) {
        TokenWalk walk =
                new TokenWalk(
                        tokens,
                        model,
                        prompt,
                        most,
                        labels.stream().map(Label::verbalizer).toList());
        Optional<Fault> fault = walk.walk();
        if (fault.isPresent()) {
            return new NotScored(fault.get());
        }
        boolean[] atMost = walk.atMost();
        boolean anySeen = false;
        for (boolean bound : atMost) {
            anySeen |= !bound;
        }
        if (!anySeen) {
            return new NotScored(
                    new Fault.Unable(
                            "None of the labels is among the " + most + " likeliest next tokens."));
        }
        return new Scored(
                LabelDistribution.of(
                        names(labels),
                        walk.scores(),
                        new int[labels.size()],
                        atMost,
                        Method.TOPK,
                        walk.note()));
    }

    private Result sampled(Request.Input prompt, List<Label> labels) {
        int longest = labels.stream().mapToInt(l -> l.verbalizer().length()).max().orElse(1);
        Sampling sampling =
                Sampling.drawn(longest + 4)
                        .withSeed(can.seed() ? Optional.of(0L) : Optional.empty());
        int[] counts = new int[labels.size()];
        int unparsed = 0;
        for (Outcome outcome : draw.draw(prompt, sampling, options.samples())) {
            switch (outcome) {
                case Outcome.Failed(Fault fault, String partial) -> {
                    return new NotScored(fault);
                }
                case Outcome.Answered(Reply reply) -> {
                    int label = named(reply.text(), labels);
                    if (label < 0) {
                        unparsed++;
                    } else {
                        counts[label]++;
                    }
                }
            }
        }
        return new Scored(frequencies(labels, counts, unparsed));
    }

    private static LabelDistribution frequencies(List<Label> labels, int[] counts, int unparsed) {
        int parsed = 0;
        for (int c : counts) {
            parsed += c;
        }
        List<LabelScore> scores = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            Interval interval = Wilson.interval(counts[i], parsed);
            double p = parsed == 0 ? 1.0 / counts.length : (double) counts[i] / parsed;
            scores.add(
                    new LabelScore(
                            labels.get(i).name(), Math.log(p), p, 0, false, Optional.of(interval)));
        }
        return new LabelDistribution(
                scores,
                Method.SAMPLED,
                parsed + unparsed,
                unparsed,
                parsed == 0 ? "No drawn answer named a label; all count the same." : "");
    }

    /// The label an answer begins with, the longest one where several fit; -1 for none.
    private static int named(String answer, List<Label> labels) {
        String said = answer.strip().toLowerCase(Locale.ROOT).replaceFirst("^[\"'`“*]+", "");
        int best = -1;
        for (int i = 0; i < labels.size(); i++) {
            String word = labels.get(i).verbalizer().strip().toLowerCase(Locale.ROOT);
            boolean whole =
                    said.startsWith(word)
                            && (said.length() == word.length()
                                    || !Character.isLetterOrDigit(said.charAt(word.length())));
            if (whole
                    && (best < 0
                            || word.length() > labels.get(best).verbalizer().strip().length())) {
                best = i;
            }
        }
        return best;
    }

    private static List<String> names(List<Label> labels) {
        return labels.stream().map(Label::name).toList();
    }
}
