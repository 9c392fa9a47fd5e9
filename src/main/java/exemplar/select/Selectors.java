package exemplar.select;

import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Selection;
import exemplar.model.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/// The selectors by name, and what all of them obey: pinned demonstrations are always chosen,
/// disabled ones never, and an item is never shown itself.
public final class Selectors {
    private static final Map<String, Selector> ALL = new LinkedHashMap<>();

    static {
        ALL.put("first", new SameForAll(Selectors::first));
        ALL.put("random", new SameForAll(Selectors::random));
        ALL.put("balanced", new SameForAll(Selectors::balanced));
        ALL.put("all", new SameForAll(Selectors::all));
        ALL.put("fixed", new SameForAll(Selectors::fixed));
    }

    /// No prompt holds more demonstrations than this, whatever is asked for.
    static final int MOST = 20_000;

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
        if (selection.count() > MOST && !unlimited) {
            Selection most =
                    new Selection(selection.selector(), MOST, selection.seed(), selection.ids());
            return select(most, task, pool, item);
        }
        if (selection.count() <= 0 && !unlimited) {
            return new Selected(List.of(), warnings);
        }
        Candidates candidates = Candidates.of(pool);
        List<Chosen> chosen = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>();
        BitSet free = byHand ? candidates.enabled() : candidates.free();
        BitSet pinned = byHand ? new BitSet() : candidates.pinned();
        pinned.stream()
                .mapToObj(row -> new Chosen(row, pool.get(row), 1, "pinned"))
                .filter(c -> !leaks(c, item, task, left))
                .forEach(chosen::add);
        int wanted = Math.max(0, (unlimited ? MOST : selection.count()) - chosen.size());
        int spare = 2;
        while (true) {
            // A few more than wanted, should the item itself be among them.
            Selector.Ask ask =
                    new Selector.Ask(selection, task, pool, item, candidates, free, wanted + spare);
            List<Chosen> offered = selector.choose(ask);
            List<Chosen> taken =
                    offered.stream()
                            .filter(c -> !leaks(c, item, task, left))
                            .limit(wanted)
                            .toList();
            if (taken.size() == wanted || offered.size() < wanted + spare) {
                chosen.addAll(taken);
                break;
            }
            spare *= 8;
        }
        left.forEach(id -> warnings.add(id + " says the same as the item and was left out."));
        if (unlimited && chosen.size() == MOST) {
            warnings.add(
                    "The first %,d demonstrations are used; no prompt holds more.".formatted(MOST));
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

    /// Whether the demonstration is the item: everything the model is asked about is the same.
    private static boolean leaks(Chosen chosen, Example item, Task task, Set<String> left) {
        List<String> inputs =
                task.inputs().isEmpty() ? List.copyOf(item.fields().keySet()) : task.inputs();
        boolean same =
                inputs.stream().allMatch(f -> chosen.example().field(f).equals(item.field(f)))
                        && inputs.stream().anyMatch(f -> !item.field(f).isEmpty());
        if (same) {
            left.add(chosen.example().id());
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
                .limit(ask.wanted())
                .mapToObj(row -> chosen(ask, row, "every demonstration that is on"))
                .toList();
    }

    private static List<Chosen> random(Selector.Ask ask) {
        String why = "drawn at random, seed %d".formatted(ask.selection().seed());
        int[] free = ask.candidates().freeRows();
        return draw(
                        free.length,
                        place -> free[place],
                        ask.wanted(),
                        new SplittableRandom(ask.selection().seed()))
                .stream()
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
        List<String> found = new ArrayList<>();
        List<List<Integer>> drawn = new ArrayList<>();
        for (String gold : groups) {
            int[] rows =
                    Arrays.stream(ask.candidates().withGold(gold))
                            .filter(ask.free()::get)
                            .toArray();
            SplittableRandom own = random.split();
            // Where nearly every gold output is another one, the first ones are enough.
            if (rows.length > 0 && found.size() < ask.wanted()) {
                found.add(gold);
                drawn.add(draw(rows.length, place -> rows[place], ask.wanted(), own));
            }
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
                                                    found.get(g),
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
        if (pool instanceof Undecoded rows) {
            return rows.indexOfId(id);
        }
        for (int row = 0; row < pool.size(); row++) {
            if (pool.get(row).id().equals(id)) {
                return row;
            }
        }
        return -1;
    }

    /// A pool that tells what selectors ask of every row without decoding its examples.
    public interface Undecoded {
        /// The row of the example with that id, or -1.
        int indexOfId(String id);

        /// Shows every row, in order.
        void eachRow(Visitor visitor);

        /// Is shown a row.
        @FunctionalInterface
        interface Visitor {
            void row(boolean enabled, boolean pinned, String gold);
        }
    }

    private static Chosen chosen(Selector.Ask ask, int row, String why) {
        return new Chosen(row, ask.pool().get(row), 1, why);
    }

    /// The first rows of a shuffle (Fisher–Yates), which asking for more only prolongs. Only the
    /// places that were swapped are kept, so that a few of a million take no time.
    private static List<Integer> draw(
            int size, IntUnaryOperator rowAt, int wanted, SplittableRandom random) {
        int n = Math.min(wanted, size);
        Map<Integer, Integer> swapped = new HashMap<>();
        List<Integer> rows = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i, size);
            rows.add(rowAt.applyAsInt(swapped.getOrDefault(j, j)));
            swapped.put(j, swapped.getOrDefault(i, i));
        }
        return rows;
    }
}
