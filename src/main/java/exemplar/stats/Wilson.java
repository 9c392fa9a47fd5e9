package exemplar.stats;

/// The score interval of a proportion (E. B. Wilson 1927), which stays inside [0, 1] and holds its
/// coverage for small samples.
public final class Wilson {
    /// Two-sided 95 % quantile of the standard normal distribution.
    public static final double Z95 = 1.959963984540054;

    private Wilson() {}

    /// The 95 % interval of `successes` out of `trials`; with no trials nothing is known: [0, 1].
    ///
    /// @throws IllegalArgumentException when successes are negative or more than trials
    public static Interval interval(long successes, long trials) {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes out of " + trials);
        }
        if (trials == 0) {
            return new Interval(Double.NaN, 0, 1);
        }
        double n = trials;
        double p = successes / n;
        double z2 = Z95 * Z95;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z95 / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        double low = successes == 0 ? 0 : Math.max(0, centre - half);
        double high = successes == trials ? 1 : Math.min(1, centre + half);
        return new Interval(p, low, high);
    }
}
