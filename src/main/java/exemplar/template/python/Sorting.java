package exemplar.template.python;

import exemplar.template.value.Budget;
import exemplar.template.value.Compare;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/// `sorted`: stable, by `<` alone.
public final class Sorting {
    private Sorting() {}

    public static List<Value> sorted(List<Value> items, boolean reverse, Budget budget) {
        return sorted(items, UnaryOperator.identity(), reverse, budget);
    }

    /// @throws exemplar.template.value.Fault when two keys have no order
    public static List<Value> sorted(
            List<Value> items, UnaryOperator<Value> key, boolean reverse, Budget budget) {
        budget.items(items.size() * 2L);
        List<Keyed> keyed = new ArrayList<>(items.size());
        for (Value item : items) {
            keyed.add(new Keyed(key.apply(item), item));
        }
        if (reverse) {
            Collections.reverse(keyed);
        }
        Keyed[] sorted = keyed.toArray(Keyed[]::new);
        mergeSort(sorted, keyed.toArray(Keyed[]::new), 0, sorted.length, budget);
        List<Value> result = new ArrayList<>(sorted.length);
        for (Keyed one : sorted) {
            result.add(one.item);
        }
        if (reverse) {
            Collections.reverse(result);
        }
        return result;
    }

    private record Keyed(Value key, Value item) {}

    /// Written out because orders of templates may be inconsistent (NaN), which the library's sort
    /// rejects.
    private static void mergeSort(Keyed[] into, Keyed[] from, int low, int high, Budget budget) {
        if (high - low < 2) {
            return;
        }
        int middle = (low + high) >>> 1;
        mergeSort(from, into, low, middle, budget);
        mergeSort(from, into, middle, high, budget);
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++) {
            boolean takeRight =
                    left >= middle
                            || right < high
                                    && Compare.ordered(
                                            from[right].key, from[left].key, "<", budget);
            into[i] = takeRight ? from[right++] : from[left++];
        }
    }
}
