package exemplar.stats;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/// How far apart two measurements of the same things are: their difference with its interval, and
/// how likely so large a difference is where there is none.
///
/// @param n number of pairs
/// @param difference first minus second, with its 95 % interval
/// @param p two-sided
/// @param variance of one pair's difference
public record Paired(int n, Interval difference, double p, double variance) {
    /// Quantile of the standard normal distribution for a power of 80 %.
    private static final double Z80 = 0.8416212335729143;

    /// Two shares over the same things: McNemar's test, exact (a binomial test on the pairs that
    /// differ), and the interval of R. G. Newcombe (Statistics in Medicine 17, 1998, method 10).
    ///
    /// @param both right in both
    /// @param first right in the first alone
    /// @param second right in the second alone
    /// @param neither right in none
    public static Paired shares(int both, int first, int second, int neither) {
        int n = both + first + second + neither;
        if (n == 0) {
            return new Paired(0, new Interval(Double.NaN, -1, 1), 1, Double.NaN);
        }
        double p1 = (both + first) / (double) n;
        double p2 = (both + second) / (double) n;
        double d = p1 - p2;
        Interval one = Wilson.interval(both + first, n);
        Interval two = Wilson.interval(both + second, n);
        double phi = phi(both, first, second, neither);
        double low = d - root(p1 - one.low(), two.high() - p2, phi);
        double high = d + root(one.high() - p1, p2 - two.low(), phi);
        int apart = first + second;
        double p =
                apart == 0
                        ? 1
                        : Math.min(
                                1,
                                2
                                        * new BinomialDistribution(apart, 0.5)
                                                .cumulativeProbability(Math.min(first, second)));
        return new Paired(
                n,
                new Interval(d, Math.max(-1, low), Math.min(1, high)),
                p,
                apart / (double) n - d * d);
    }

    private static double root(double mine, double theirs, double phi) {
        return Math.sqrt(Math.max(0, mine * mine - 2 * phi * mine * theirs + theirs * theirs));
    }

    private static double phi(int both, int first, int second, int neither) {
        double rows = (double) (both + first) * (second + neither);
        double columns = (double) (both + second) * (first + neither);
        if (rows == 0 || columns == 0) {
            return 0;
        }
        double odds = (double) both * neither - (double) first * second;
        double half = (both + first + second + neither) / 2.0;
        double corrected = odds > half ? odds - half : Math.min(odds, 0);
        return corrected / Math.sqrt(rows * columns);
    }

    /// Two measurements of the same things: Student's test for pairs.
    ///
    /// @param differences first minus second, one for each pair
    public static Paired means(double[] differences) {
        int n = differences.length;
        if (n < 2) {
            double d = n == 0 ? Double.NaN : differences[0];
            return new Paired(
                    n,
                    new Interval(d, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                    1,
                    Double.NaN);
        }
        double mean = mean(differences);
        double variance = variance(differences, mean);
        double error = Math.sqrt(variance / n);
        if (error == 0) {
            return new Paired(n, new Interval(mean, mean, mean), mean == 0 ? 1 : 0, 0);
        }
        TDistribution t = new TDistribution(n - 1);
        double half = t.inverseCumulativeProbability(0.975) * error;
        double p = 2 * t.cumulativeProbability(-Math.abs(mean / error));
        return new Paired(n, new Interval(mean, mean - half, mean + half), p, variance);
    }

    /// The mean of some values with its interval by Student's distribution.
    public static Interval mean95(double[] values) {
        return means(values).difference();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    private static double variance(double[] values, double mean) {
        double sum = 0;
        for (double v : values) {
            sum += (v - mean) * (v - mean);
        }
        return sum / (values.length - 1);
    }

    /// About how many pairs it would take to see a difference of this size four times out of five;
    /// 0 where nothing can be said.
    public long needed() {
        double d = difference.estimate();
        double z = Wilson.Z95 + Z80;
        return d == 0 || Double.isNaN(d) || !(variance > 0)
                ? 0
                : (long) Math.ceil(z * z * variance / (d * d));
    }

    /// The chances of several tests made together, held to the level of one (S. Holm 1979).
    public static double[] holm(double[] p) {
        Integer[] order = new Integer[p.length];
        for (int i = 0; i < p.length; i++) {
            order[i] = i;
        }
        java.util.Arrays.sort(order, java.util.Comparator.comparingDouble(i -> p[i]));
        double[] held = new double[p.length];
        double most = 0;
        for (int rank = 0; rank < p.length; rank++) {
            most = Math.max(most, Math.min(1, (p.length - rank) * p[order[rank]]));
            held[order[rank]] = most;
        }
        return held;
    }
}
