package exemplar.select;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Order;
import exemplar.model.Selection;
import exemplar.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SelectorsTest {
    private static final Task TASK =
            new Task(
                    Task.Kind.CLASSIFY,
                    List.of("text"),
                    "emotion",
                    List.of(Label.of("joy"), Label.of("anger"), Label.of("fear")),
                    "",
                    List.of());
    private static final Example ITEM = Example.of("t-1", Map.of("text", "the item"), "joy");
    private static final List<Example> POOL = pool();

    private static List<Example> pool() {
        List<Example> pool = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Example e =
                    Example.of(
                            "d-" + i,
                            Map.of("text", "text " + i),
                            TASK.labels().get(i % 5 == 0 ? 1 : 0).name());
            pool.add(i == 3 ? e.withEnabled(false) : i == 20 ? e.withPinned(true) : e);
        }
        pool.set(4, pool.get(4).withField("text", "the item"));
        return pool;
    }

    @Test
    void pinnedComeFirstDisabledNeverAndTheItemIsNotShownItself() {
        Selected selected = Selectors.select(Selection.first(5), TASK, POOL, ITEM);
        assertThat(ids(selected)).containsExactly("d-20", "d-0", "d-1", "d-2", "d-5");
        assertThat(selected.warnings()).anyMatch(w -> w.contains("d-4 says the same as the item"));
        assertThat(selected.demonstrations().getFirst().why()).isEqualTo("pinned");
    }

    @Test
    void aRandomChoiceIsRepeatedByItsSeedAndChangedByAnother() {
        Selection seven = new Selection("random", 8, 7, List.of());
        assertThat(ids(Selectors.select(seven, TASK, POOL, ITEM)))
                .isEqualTo(ids(Selectors.select(seven, TASK, POOL, ITEM)))
                .isNotEqualTo(
                        ids(
                                Selectors.select(
                                        new Selection("random", 8, 8, List.of()),
                                        TASK,
                                        POOL,
                                        ITEM)))
                .doesNotHaveDuplicates()
                .hasSize(8);
    }

    @Test
    void askingForMoreOnlyAddsToARandomChoice() {
        List<String> four =
                ids(Selectors.select(new Selection("random", 4, 7, List.of()), TASK, POOL, ITEM));
        assertThat(
                        ids(
                                Selectors.select(
                                        new Selection("random", 9, 7, List.of()),
                                        TASK,
                                        POOL,
                                        ITEM)))
                .startsWith(four.toArray(String[]::new));
    }

    @Test
    void whatWasChosenForAnItemIsNotChosenForAnotherQuestion() {
        Example other = Example.of("t-2", Map.of("text", "text 0"), "joy");
        List<Example> fewer = POOL.subList(5, 30);
        for (String selector : Selectors.names()) {
            for (List<Example> pool : List.of(POOL, fewer)) {
                for (Example item : List.of(ITEM, other)) {
                    for (long seed : new long[] {1, 2}) {
                        Selection selection =
                                new Selection(selector, 6, seed, List.of("d-9", "d-0", "d-4"));
                        assertThat(Selectors.select(selection, TASK, pool, item))
                                .as("%s, seed %d, %s", selector, seed, item.id())
                                .isEqualTo(
                                        Selectors.select(
                                                selection, TASK, new ArrayList<>(pool), item));
                    }
                }
            }
        }
        assertThat(ids(Selectors.select(Selection.first(5), TASK, POOL, other)))
                .containsExactly("d-20", "d-1", "d-2", "d-4", "d-5");
    }

    @Test
    void balancedTakesOneOfEachLabelInTurnAsFarAsTheyGo() {
        Selected selected =
                Selectors.select(new Selection("balanced", 9, 1, List.of()), TASK, POOL, ITEM);
        Map<String, Long> counts =
                selected.examples().stream()
                        .collect(Collectors.groupingBy(Example::gold, Collectors.counting()));
        assertThat(counts.get("joy")).isBetween(4L, 5L);
        assertThat(counts.get("anger")).isBetween(4L, 5L);
        assertThat(selected.examples()).hasSize(9);
    }

    @Test
    void fixedKeepsTheOrderOfTheHandAndSaysWhatIsMissing() {
        Selected selected =
                Selectors.select(
                        new Selection("fixed", 0, 0, List.of("d-9", "d-3", "d-1", "gone")),
                        TASK,
                        POOL,
                        ITEM);
        assertThat(ids(selected)).containsExactly("d-9", "d-1");
        assertThat(selected.warnings())
                .containsExactly(
                        "d-3 is switched off and was left out.",
                        "There is no demonstration gone in the pool.");
    }

    @Test
    void zeroDemonstrationsAreZeroEvenWithAPin() {
        assertThat(Selectors.select(Selection.first(0), TASK, POOL, ITEM).demonstrations())
                .isEmpty();
    }

    @Test
    void tooFewCandidatesAreAWarning() {
        assertThat(Selectors.select(Selection.first(99), TASK, POOL, ITEM).warnings())
                .contains("99 demonstrations were asked for and 28 can be had.");
    }

    @Test
    void orderIsAChoiceOfItsOwn() {
        Selected selected =
                Selectors.select(new Selection("random", 6, 7, List.of()), TASK, POOL, ITEM);
        List<Chosen> chosen = selected.demonstrations();
        assertThat(Ordering.order(Order.REVERSED, chosen, TASK, 0)).isEqualTo(chosen.reversed());
        assertThat(Ordering.order(Order.POOL, chosen, TASK, 0)).extracting(Chosen::row).isSorted();
        assertThat(Ordering.order(Order.BY_LABEL, chosen, TASK, 0))
                .extracting(c -> TASK.labelIndex(c.example().gold()))
                .isSorted();
        assertThat(Ordering.order(Order.SHUFFLED, chosen, TASK, 3))
                .containsExactlyInAnyOrderElementsOf(chosen)
                .isEqualTo(Ordering.order(Order.SHUFFLED, chosen, TASK, 3));
    }

    @Test
    void aMillionRowsAreNotDecodedToChooseAFew() {
        Large pool = new Large();
        for (String selector : List.of("random", "first", "balanced")) {
            Selected selected =
                    Selectors.select(new Selection(selector, 16, 5, List.of()), TASK, pool, ITEM);
            assertThat(selected.demonstrations()).hasSize(16);
            assertThat(selected.examples()).doesNotHaveDuplicates();
        }
        assertThat(pool.decoded).isLessThan(100);
    }

    @Test
    void anyNumberOfCopiesOfTheItemAreLeftOut() {
        List<Example> pool = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            pool.add(Example.of("same-" + i, Map.of("text", "the item"), "joy"));
        }
        pool.add(Example.of("other", Map.of("text", "another"), "joy"));
        Selected selected = Selectors.select(Selection.first(1), TASK, pool, ITEM);
        assertThat(ids(selected)).containsExactly("other");
        assertThat(selected.warnings()).hasSize(40);
    }

    /// A million rows that count how often one is decoded.
    private static final class Large extends java.util.AbstractList<Example>
            implements Selectors.Undecoded {
        int decoded;

        @Override
        public Example get(int row) {
            decoded++;
            return Example.of("d-" + row, Map.of("text", "text " + row), gold(row));
        }

        private static String gold(int row) {
            return TASK.labels().get(row % 3).name();
        }

        @Override
        public int size() {
            return 1_000_000;
        }

        @Override
        public int indexOfId(String id) {
            return Integer.parseInt(id.substring(2));
        }

        @Override
        public void eachRow(Visitor visitor) {
            for (int row = 0; row < size(); row++) {
                visitor.row(true, false, gold(row));
            }
        }
    }

    private static List<String> ids(Selected selected) {
        return selected.examples().stream().map(Example::id).toList();
    }
}
