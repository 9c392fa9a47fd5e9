package exemplar.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Finds the examples of one list that have the same input. Every example is in one group at most;
/// examples without input are in none. Near twins are looked for up to 100,000 different texts.
public final class TwinScan {
    private final Fingerprints prints;
    private final int[] parent;
    private final Likeness[] looseness;

    private TwinScan(Fingerprints prints) {
        this.prints = prints;
        this.parent = new int[prints.size()];
        this.looseness = new Likeness[prints.size()];
        Arrays.setAll(parent, row -> row);
    }

    /// The groups, in the order of their first rows.
    ///
    /// @param near whether nearly equal texts count
    /// @throws InterruptedException when the thread is interrupted
    public static List<Twins> of(Fingerprints prints, boolean near) throws InterruptedException {
        TwinScan scan = new TwinScan(prints);
        SortedHashes.runs(prints.size(), prints::exact, scan::linkExact);
        SortedHashes.runs(prints.size(), prints::plain, scan::linkPlain);
        if (near) {
            scan.linkNear();
        }
        return scan.groups();
    }

    private void linkExact(int[] rows) {
        String first = prints.input(rows[0]);
        for (int i = 1; i < rows.length; i++) {
            if (first.equals(prints.input(rows[i]))) {
                link(rows[0], rows[i], Likeness.EXACT);
            }
        }
    }

    private void linkPlain(int[] rows) {
        String first = prints.plainInput(rows[0]);
        for (int i = 1; i < rows.length; i++) {
            if (first.equals(prints.plainInput(rows[i]))) {
                link(rows[0], rows[i], Likeness.NORMALISED);
            }
        }
    }

    private void linkNear() throws InterruptedException {
        int[] rows =
                IntStream.range(0, parent.length)
                        .filter(row -> parent[row] == row && !prints.isEmpty(row))
                        .limit(NearPairs.LIMIT + 1L)
                        .toArray();
        NearPairs.visit(
                rows.length,
                text -> prints.plainInput(rows[text]),
                new NearPairs.Pair() {
                    @Override
                    public void of(int a, int b, double similarity) {
                        link(rows[a], rows[b], Likeness.NEAR);
                    }

                    @Override
                    public boolean wants(int a, int b) {
                        return root(rows[a]) != root(rows[b]);
                    }
                });
    }

    private int root(int row) {
        int at = row;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private void link(int a, int b, Likeness likeness) {
        int first = Math.min(root(a), root(b));
        int second = Math.max(root(a), root(b));
        if (first == second) {
            return;
        }
        parent[second] = first;
        looseness[first] = loosest(loosest(looseness[first], looseness[second]), likeness);
    }

    private static Likeness loosest(Likeness a, Likeness b) {
        if (a == null) {
            return b == null ? Likeness.EXACT : b;
        }
        return b == null || a.compareTo(b) >= 0 ? a : b;
    }

    private List<Twins> groups() {
        Map<Integer, List<Integer>> byRoot = new LinkedHashMap<>();
        for (int row = 0; row < parent.length; row++) {
            int root = root(row);
            if (root != row || looseness[row] != null) {
                byRoot.computeIfAbsent(root, r -> new ArrayList<>()).add(row);
            }
        }
        List<Twins> groups = new ArrayList<>(byRoot.size());
        byRoot.forEach((root, rows) -> groups.add(group(looseness[root], rows)));
        return List.copyOf(groups);
    }

    private Twins group(Likeness likeness, List<Integer> rows) {
        double similarity = 1;
        if (likeness == Likeness.NEAR) {
            int[] first = Shingles.of(prints.plainInput(rows.getFirst()));
            for (int row : rows.subList(1, rows.size())) {
                int[] other = Shingles.of(prints.plainInput(row));
                similarity = Math.min(similarity, Shingles.similarity(first, other));
            }
        }
        Oppositions golds = new Oppositions(likeness);
        for (int row : rows) {
            golds.add(prints, row);
        }
        return new Twins(likeness, similarity, rows, !golds.opposed().isEmpty());
    }
}
