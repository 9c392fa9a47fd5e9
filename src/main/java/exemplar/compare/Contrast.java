package exemplar.compare;

import exemplar.stats.Paired;

/// Two variants on the items both have answered.
///
/// @param better the one with the higher score there; the earlier one where they are equal
/// @param paired better minus other
/// @param held the chance of so large a difference by luck, with all pairs of the board tested
///   together (Holm)
public record Contrast(Variant better, Variant other, Paired paired, double held) {
    /// Below this chance two variants count as different.
    public static final double LEVEL = 0.05;

    /// Whether it can be said that one is better.
    public boolean distinguishable() {
        return held < LEVEL;
    }
}
