package exemplar.evidence;

/// Spreads a number over all 64 bits (the finalizer of SplitMix64, Steele et al. 2014).
final class Spread {
    private Spread() {}

    static long of(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
