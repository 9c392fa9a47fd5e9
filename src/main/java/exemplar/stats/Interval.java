package exemplar.stats;

/// A point estimate with the interval that belongs to it.
public record Interval(double estimate, double low, double high) {}
