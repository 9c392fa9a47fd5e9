package exemplar.compare;

import exemplar.stats.Interval;

/// Where a variant stands: its score with the interval (95 %) that belongs to it.
///
/// @param items items with a judged answer
/// @param score share of right answers for labels (Wilson), mean chrF2 / 100 for texts (Student)
public record Standing(Variant variant, int items, Interval score) {}
