package exemplar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.model.Example;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    @Test
    void behaves_like_a_plain_list_under_any_sequence_of_changes() {
        Random random = new Random(7);
        List<Example> plain = new ArrayList<>();
        Examples examples = Examples.NONE;
        int next = 0;
        for (int step = 0; step < 400; step++) {
            int at = random.nextInt(plain.size() + 1);
            Examples before = examples;
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    List<Example> more = new ArrayList<>();
                    int count = random.nextInt(3) == 0 ? 700 : 1 + random.nextInt(3);
                    for (int i = 0; i < count; i++) {
                        more.add(Sample.example(next++));
                    }
                    plain.addAll(at, more);
                    examples = examples.inserted(at, more);
                }
                case 2 -> {
                    if (at < plain.size()) {
                        Example changed = plain.get(at).withNote("step " + step);
                        plain.set(at, changed);
                        examples = examples.with(at, changed);
                    }
                }
                case 3 -> {
                    BitSet rows = some(random, plain.size());
                    examples = examples.removed(rows);
                    rows.stream()
                            .boxed()
                            .sorted(Collections.reverseOrder())
                            .forEach(row -> plain.remove((int) row));
                }
                case 4 -> {
                    BitSet rows = some(random, plain.size());
                    examples = examples.moved(rows, at);
                    List<Example> moved = rows.stream().mapToObj(plain::get).toList();
                    List<Example> head = without(plain, rows, 0, at);
                    List<Example> tail = without(plain, rows, at, plain.size());
                    plain.clear();
                    plain.addAll(head);
                    plain.addAll(moved);
                    plain.addAll(tail);
                }
                default -> {
                    BitSet rows = some(random, plain.size());
                    int stamp = step;
                    examples = examples.mapped(rows, e -> e.withGold("g" + stamp));
                    rows.stream().forEach(r -> plain.set(r, plain.get(r).withGold("g" + stamp)));
                }
            }
            assertThat(examples).isEqualTo(plain);
            assertThat(Patch.between(before, examples).apply(before)).isEqualTo(plain);
            if (!plain.isEmpty()) {
                int row = random.nextInt(plain.size());
                assertThat(examples.indexOfId(plain.get(row).id())).isEqualTo(row);
            }
        }
        assertThat(examples.chunks.length).isLessThan(10 + examples.size() / 60);
    }

    private static BitSet some(Random random, int size) {
        BitSet rows = new BitSet();
        for (int i = 0; i < 4 && size > 0; i++) {
            int from = random.nextInt(size);
            rows.set(from, Math.min(size, from + 1 + random.nextInt(1 + size / 10)));
        }
        return rows;
    }

    private static List<Example> without(List<Example> plain, BitSet rows, int from, int to) {
        List<Example> left = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (!rows.get(i)) {
                left.add(plain.get(i));
            }
        }
        return left;
    }

    @Test
    void an_edit_of_one_shares_every_other_chunk() {
        Examples before = Sample.examples(10_000);
        Examples after = before.with(5000, before.get(5000).withNote("changed"));

        int shared = 0;
        for (int i = 0; i < before.chunks.length; i++) {
            shared += before.chunks[i] == after.chunks[i] ? 1 : 0;
        }
        assertThat(shared).isEqualTo(before.chunks.length - 1);
        assertThat(before.get(5000).note()).isEmpty();
    }

    @Test
    void an_id_is_never_given_twice() {
        Examples examples = Sample.examples(3);

        assertThatThrownBy(() -> examples.inserted(0, List.of(Sample.example(1))))
                .hasMessageContaining("d-001");
        assertThatThrownBy(() -> examples.with(0, Sample.example(2))).hasMessageContaining("d-002");
        assertThatThrownBy(() -> Examples.of(List.of(Sample.example(1), Sample.example(1))))
                .hasMessageContaining("twice");
        assertThat(examples.freshId("d-001")).isEqualTo("d-001-2");
    }

    @Test
    void a_change_that_changes_nothing_is_the_same_list() {
        Examples examples = Sample.examples(100);
        BitSet rows = new BitSet();
        rows.set(10, 20);

        assertThat(examples.with(5, examples.get(5).withNote(""))).isSameAs(examples);
        assertThat(examples.mapped(rows, e -> e.withEnabled(true))).isSameAs(examples);
        assertThat(examples.moved(rows, 15)).isSameAs(examples);
        assertThat(examples.removed(new BitSet())).isSameAs(examples);
    }
}
