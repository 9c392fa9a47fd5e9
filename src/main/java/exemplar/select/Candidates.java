package exemplar.select;

import exemplar.model.Example;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rows of a pool that may be chosen, found once for each pool: a pool is immutable, so the
/// same object has the same rows.
final class Candidates {
    private static volatile SoftReference<Candidates> last = new SoftReference<>(null);

    private final List<Example> pool;
    private final BitSet enabled = new BitSet();
    private final BitSet pinned = new BitSet();
    private final BitSet free;
    private int[] freeRows = new int[0];
    private Map<String, int[]> byGold = Map.of();
    private boolean grouped;

    private Candidates(List<Example> pool) {
        this.pool = pool;
        int[] row = {0};
        eachRow((on, pin, gold) -> {
            if (on) {
                enabled.set(row[0]);
                pinned.set(row[0], pin);
            }
            row[0]++;
        });
        free = (BitSet) enabled.clone();
        free.andNot(pinned);
    }

    private void eachRow(Selectors.Undecoded.Visitor visitor) {
        if (pool instanceof Selectors.Undecoded undecoded) {
            undecoded.eachRow(visitor);
        } else {
            pool.forEach(e -> visitor.row(e.enabled(), e.pinned(), e.gold()));
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

    /// Enabled rows. Shared, as all of these sets are: not to be changed.
    BitSet enabled() {
        return enabled;
    }

    /// Enabled rows that are part of every prompt.
    BitSet pinned() {
        return pinned;
    }

    /// Enabled rows that are not pinned.
    BitSet free() {
        return free;
    }

    /// The same, in order.
    synchronized int[] freeRows() {
        if (freeRows.length == 0) {
            freeRows = free.stream().toArray();
        }
        return freeRows;
    }

    /// Gold outputs that occur among enabled rows, sorted.
    List<String> golds() {
        return groups().keySet().stream().sorted().toList();
    }

    /// Enabled rows with that gold output.
    int[] withGold(String gold) {
        return groups().getOrDefault(gold, new int[0]);
    }

    private synchronized Map<String, int[]> groups() {
        if (!grouped) {
            Map<String, Rows> growing = new HashMap<>();
            int[] row = {0};
            eachRow((on, pin, gold) -> {
                if (on) {
                    growing.computeIfAbsent(gold, g -> new Rows()).add(row[0]);
                }
                row[0]++;
            });
            Map<String, int[]> done = new HashMap<>();
            growing.forEach((gold, rows) -> done.put(gold, rows.array()));
            byGold = done;
            grouped = true;
        }
        return byGold;
    }

    private static final class Rows {
        private int[] rows = new int[2];
        private int size;

        void add(int row) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, size * 2);
            }
            rows[size++] = row;
        }

        int[] array() {
            return Arrays.copyOf(rows, size);
        }
    }
}
