package exemplar.ui.demonstrations.rows;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowSortTest {
    private static final Task TASK =
            new Task(
                    Task.Kind.CLASSIFY,
                    List.of("text"),
                    "emotion",
                    List.of(Label.of("joy"), Label.of("anger")),
                    "",
                    List.of());

    private static List<String> sorted(boolean descending, String... texts) throws Exception {
        List<Example> examples = new ArrayList<>();
        for (String text : texts) {
            examples.add(Example.of(text, Map.of("text", text), ""));
        }
        int[] rows = IntStream.range(0, texts.length).toArray();
        int[] order =
                new RowSort(new Column.Field("text"), descending)
                        .sorted(examples, rows, TASK, Locale.ENGLISH, row -> 0);
        return IntStream.of(order).mapToObj(row -> texts[row]).toList();
    }

    @Test
    void textIsSortedAsPeopleDoAndDigitsByValue() throws Exception {
        assertThat(sorted(false, "item 10", "Zebra", "item 9", "äpfel", "apfel", "Éclair"))
                .containsExactly("apfel", "äpfel", "Éclair", "item 9", "item 10", "Zebra");
    }

    @Test
    void emptyTextsComeLast() throws Exception {
        assertThat(sorted(false, "", "b", "a")).containsExactly("a", "b", "");
    }

    @Test
    void textsWithALongCommonBeginningAreStillSorted() throws Exception {
        String head = "exactly the same beginning of forty letters ";
        assertThat(sorted(true, head + "a", head + "c", head + "b"))
                .containsExactly(head + "c", head + "b", head + "a");
    }

    @Test
    void theOrderAgreesWithTheCollatorOnRandomTexts() throws Exception {
        Random random = new Random(3);
        String[] texts = new String[2_000];
        for (int i = 0; i < texts.length; i++) {
            StringBuilder text = new StringBuilder("x");
            for (int k = random.nextInt(30); k > 0; k--) {
                text.append("aAbBéßñ 019-界م".charAt(random.nextInt(14)));
            }
            texts[i] = text.toString();
        }
        com.ibm.icu.text.RuleBasedCollator collator =
                ((com.ibm.icu.text.RuleBasedCollator)
                                com.ibm.icu.text.Collator.getInstance(Locale.ENGLISH))
                        .cloneAsThawed();
        collator.setNumericCollation(true);
        List<String> sorted = sorted(false, texts);
        for (int i = 1; i < sorted.size(); i++) {
            assertThat(collator.compare(sorted.get(i - 1), sorted.get(i))).isLessThanOrEqualTo(0);
        }
    }

    @Test
    void goldIsSortedInTheTasksOrderAndTiesKeepTheirs() throws Exception {
        List<Example> examples =
                List.of(
                        Example.of("1", Map.of(), "anger"),
                        Example.of("2", Map.of(), ""),
                        Example.of("3", Map.of(), "joy"),
                        Example.of("4", Map.of(), "anger"));
        int[] order =
                new RowSort(Column.Fixed.GOLD, false)
                        .sorted(examples, new int[] {0, 1, 2, 3}, TASK, Locale.ENGLISH, row -> 0);
        assertThat(order).containsExactly(2, 0, 3, 1);
    }
}
