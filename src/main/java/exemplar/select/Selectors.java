package exemplar.select;

import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Selection;
import exemplar.model.Task;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// The selectors by name, and what all of them obey: pinned demonstrations are always chosen,
/// disabled ones never, and an item is never shown itself.
public final class Selectors {
    private static final Map<String, Selector> ALL = new LinkedHashMap<>();

    static {
        ALL.put("first", Selectors::first);
        ALL.put("random", Selectors::random);
        ALL.put("balanced", Selectors::balanced);
        ALL.put("all", Selectors::all);
        ALL.put("fixed", Selectors::fixed);
    }

    private Selectors() {}

    /// Names of the selectors, the simplest first.
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /// Chooses demonstrations of the pool for an item.
    public static Selected select(
            Selection selection, Task task, List<Example> pool, Example item) {
        List<String> warnings = new ArrayList<>();
        Selector selector = ALL.get(selection.selector());
        if (selector == null) {
            warnings.add(
                    "There is no selector '%s'; the first demonstrations are used."
                            .formatted(selection.selector()));
            selector = Selectors::first;
        }
        boolean byHand = selection.selector().equals("fixed");
        boolean unlimited = byHand || selection.selector().equals("all");
        if (selection.count() <= 0 && !unlimited) {
            return new Selected(List.of(), warnings);
        }
        Candidates candidates = Candidates.of(pool);
        List<Chosen> chosen = new ArrayList<>();
        BitSet free = (BitSet) candidates.enabled().clone();
        BitSet pinned = byHand ? new BitSet() : candidates.pinned();
        pinned.stream()
                .mapToObj(row -> new Chosen(row, pool.get(row), 1, "pinned"))
                .filter(c -> !leaks(c, item, warnings))
                .forEach(chosen::add);
        free.andNot(pinned);
        int wanted = unlimited ? Integer.MAX_VALUE : selection.count() - chosen.size();
        // One more than wanted, should the item itself be among them.
        Selector.Ask ask =
                new Selector.Ask(
                        selection,
                        task,
                        pool,
                        item,
                        candidates,
                        free,
                        wanted == Integer.MAX_VALUE ? wanted : Math.max(0, wanted) + 2);
        for (Chosen c : selector.choose(ask)) {
            if (wanted > 0 && !leaks(c, item, warnings)) {
                chosen.add(c);
                wanted--;
            }
        }
        if (byHand) {
            missing(selection, chosen, pool, warnings);
        } else if (!unlimited && chosen.size() < selection.count()) {
            warnings.add(
                    "%d demonstrations were asked for and %d can be had."
                            .formatted(selection.count(), chosen.size()));
        }
        return new Selected(chosen, warnings);
    }

    private static boolean leaks(Chosen chosen, Example item, List<String> warnings) {
        boolean same = !item.fields().isEmpty() && chosen.example().fields().equals(item.fields());
        if (same) {
            warnings.add(
                    "%s says the same as the item and was left out."
                            .formatted(chosen.example().id()));
        }
        return same;
    }

    private static void missing(
            Selection selection, List<Chosen> chosen, List<Example> pool, List<String> warnings) {
        for (String id : selection.ids()) {
            if (chosen.stream().noneMatch(c -> c.example().id().equals(id))
                    && warnings.stream().noneMatch(w -> w.startsWith(id + " says"))) {
                boolean there = rowOf(pool, id) >= 0;
                warnings.add(
                        there
                                ? id + " is switched off and was left out."
                                : "There is no demonstration " + id + " in the pool.");
            }
        }
    }

    private static List<Chosen> first(Selector.Ask ask) {
        return ask.free().stream()
                .limit(ask.wanted())
                .mapToObj(row -> chosen(ask, row, "row %d of the pool".formatted(row + 1)))
                .toList();
    }

    private static List<Chosen> all(Selector.Ask ask) {
        return ask.free().stream()
                .mapToObj(row -> chosen(ask, row, "every demonstration that is on"))
                .toList();
    }

    private static List<Chosen> random(Selector.Ask ask) {
        String why = "drawn at random, seed %d".formatted(ask.selection().seed());
        return draw(ask.free(), ask.wanted(), new SplittableRandom(ask.selection().seed())).stream()
                .map(row -> chosen(ask, row, why))
                .toList();
    }

    /// Round by round one of each label, in the task's order; within a label at random.
    private static List<Chosen> balanced(Selector.Ask ask) {
        SplittableRandom random = new SplittableRandom(ask.selection().seed());
        List<String> groups =
                ask.task().labels().isEmpty()
                        ? ask.candidates().golds()
                        : ask.task().labels().stream().map(Label::name).toList();
        List<List<Integer>> drawn = new ArrayList<>();
        for (String gold : groups) {
            BitSet rows = (BitSet) ask.candidates().withGold(gold).clone();
            rows.and(ask.free());
            drawn.add(draw(rows, ask.wanted(), random.split()));
        }
        List<Chosen> chosen = new ArrayList<>();
        for (int round = 0; chosen.size() < ask.wanted(); round++) {
            int before = chosen.size();
            for (int g = 0; g < drawn.size() && chosen.size() < ask.wanted(); g++) {
                if (round < drawn.get(g).size()) {
                    chosen.add(
                            chosen(
                                    ask,
                                    drawn.get(g).get(round),
                                    "%s number %d, drawn with seed %d"
                                            .formatted(
                                                    groups.get(g),
                                                    round + 1,
                                                    ask.selection().seed())));
                }
            }
            if (chosen.size() == before) {
                break;
            }
        }
        return chosen;
    }

    private static List<Chosen> fixed(Selector.Ask ask) {
        List<Chosen> chosen = new ArrayList<>();
        for (String id : ask.selection().ids()) {
            int row = rowOf(ask.pool(), id);
            if (row >= 0 && ask.free().get(row)) {
                chosen.add(chosen(ask, row, "chosen by hand"));
            }
        }
        return chosen;
    }

    private static int rowOf(List<Example> pool, String id) {
        if (pool instanceof ById byId) {
            return byId.indexOfId(id);
        }
        for (int row = 0; row < pool.size(); row++) {
            if (pool.get(row).id().equals(id)) {
                return row;
            }
        }
        return -1;
    }

    /// A pool that finds a row by its id without looking at all of them.
    public interface ById {
        /// The row, or -1.
        int indexOfId(String id);
    }

    private static Chosen chosen(Selector.Ask ask, int row, String why) {
        return new Chosen(row, ask.pool().get(row), 1, why);
    }

    /// The first rows of a shuffle (Fisher–Yates), which asking for more only prolongs.
    private static List<Integer> draw(BitSet from, int wanted, SplittableRandom random) {
        int[] rows = from.stream().toArray();
        int n = Math.min(wanted, rows.length);
        List<Integer> drawn = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i, rows.length);
            int row = rows[j];
            rows[j] = rows[i];
            rows[i] = row;
            drawn.add(row);
        }
        return drawn;
    }
}
