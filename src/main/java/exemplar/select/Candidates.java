package exemplar.select;

import exemplar.model.Example;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The rows of a pool that may be chosen, found once for each pool: a pool is immutable, so the
/// same object has the same rows.
final class Candidates {
    private static volatile SoftReference<Candidates> last = new SoftReference<>(null);

    private final List<Example> pool;
    private final BitSet enabled = new BitSet();
    private final BitSet pinned = new BitSet();
    private final Map<String, BitSet> byGold = new TreeMap<>();

    private Candidates(List<Example> pool) {
        this.pool = pool;
        for (int row = 0; row < pool.size(); row++) {
            Example e = pool.get(row);
            if (e.enabled()) {
                enabled.set(row);
                byGold.computeIfAbsent(e.gold(), g -> new BitSet()).set(row);
                if (e.pinned()) {
                    pinned.set(row);
                }
            }
        }
    }

    /// Those of the pool; remembers the latest pool asked about.
    static Candidates of(List<Example> pool) {
        Candidates known = last.get();
        if (known != null && known.pool == pool) {
            return known;
        }
        Candidates fresh = new Candidates(pool);
        last = new SoftReference<>(fresh);
        return fresh;
    }

    BitSet enabled() {
        return enabled;
    }

    /// Enabled rows that are part of every prompt.
    BitSet pinned() {
        return pinned;
    }

    /// Gold outputs that occur among enabled rows, sorted.
    List<String> golds() {
        return new ArrayList<>(byGold.keySet());
    }

    BitSet withGold(String gold) {
        return byGold.getOrDefault(gold, new BitSet());
    }
}
