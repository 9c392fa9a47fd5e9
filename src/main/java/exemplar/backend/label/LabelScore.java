package exemplar.backend.label;

import exemplar.stats.Interval;
import java.util.Optional;

/// What a model thinks of one label.
///
/// @param label its name
/// @param score what the distribution is made of, a natural logarithm: the log-likelihood, or of a
///   sample the logarithm of its frequency; may be negative infinity
/// @param probability among the labels; adds up to 1 over them
/// @param tokens how many tokens its text has; 0 where that is not known
/// @param atMost whether it was not among the told tokens, so that the score is only a bound
/// @param interval of a sampled frequency, 95 %
public record LabelScore(
        String label,
        double score,
        double probability,
        int tokens,
        boolean atMost,
        Optional<Interval> interval) {}
