package exemplar.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds test items whose input also stands in the pool.
public final class LeakScan {
    private LeakScan() {}

    /// The leaks, by test row, each with the pool row that is most alike. Near leaks are looked for
    /// up to 100,000 examples in pool and tests together.
    ///
    /// @param near whether nearly equal texts count
    /// @throws InterruptedException when the thread is interrupted
    public static List<Leak> of(Fingerprints pool, Fingerprints tests, boolean near)
            throws InterruptedException {
        Leak[] found = new Leak[tests.size()];
        int poolSize = pool.size();
        SortedHashes.runs(
                poolSize + tests.size(),
                row -> row < poolSize ? pool.exact(row) : tests.exact(row - poolSize),
                rows -> same(rows, pool, tests, Likeness.EXACT, found));
        SortedHashes.runs(
                poolSize + tests.size(),
                row -> row < poolSize ? pool.plain(row) : tests.plain(row - poolSize),
                rows -> same(rows, pool, tests, Likeness.NORMALISED, found));
        if (near && poolSize + tests.size() <= NearPairs.LIMIT) {
            near(pool, tests, found);
        }
        List<Leak> leaks = new ArrayList<>();
        for (Leak leak : found) {
            if (leak != null) {
                leaks.add(leak);
            }
        }
        return List.copyOf(leaks);
    }

    private static void same(
            int[] rows, Fingerprints pool, Fingerprints tests, Likeness likeness, Leak[] found) {
        int first = rows[0];
        if (first >= pool.size()) {
            return;
        }
        boolean exact = likeness == Likeness.EXACT;
        String text = exact ? pool.input(first) : pool.plainInput(first);
        for (int row : rows) {
            int test = row - pool.size();
            if (test < 0 || found[test] != null) {
                continue;
            }
            if (text.equals(exact ? tests.input(test) : tests.plainInput(test))) {
                found[test] = new Leak(first, test, likeness, 1);
            }
        }
    }

    private static void near(Fingerprints pool, Fingerprints tests, Leak[] found)
            throws InterruptedException {
        List<Integer> rows = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int row = 0; row < pool.size(); row++) {
            if (!pool.isEmpty(row) && seen.add(pool.plain(row))) {
                rows.add(row);
            }
        }
        int from = rows.size();
        for (int row = 0; row < tests.size(); row++) {
            if (!tests.isEmpty(row) && found[row] == null) {
                rows.add(row);
            }
        }
        NearPairs.visit(
                rows.size(),
                text ->
                        text < from
                                ? pool.plainInput(rows.get(text))
                                : tests.plainInput(rows.get(text)),
                new NearPairs.Pair() {
                    @Override
                    public void of(int a, int b, double similarity) {
                        int test = rows.get(b);
                        Leak known = found[test];
                        if (known == null || known.similarity() < similarity) {
                            found[test] = new Leak(rows.get(a), test, Likeness.NEAR, similarity);
                        }
                    }

                    @Override
                    public boolean wants(int a, int b) {
                        return a < from && b >= from;
                    }
                });
    }
}
