package exemplar.template.python;

import exemplar.template.value.Budget;
import exemplar.template.value.Compare;
import exemplar.template.value.Fault;
import exemplar.template.value.Numbers;
import exemplar.template.value.Real;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/// `sorted`: stable, by `<` alone.
public final class Sorting {
    private static final int SHORT = 64;

    private Sorting() {}

    private static boolean isNotANumber(Value value) {
        return value instanceof Real real && Double.isNaN(real.value());
    }

    /// The argument `reverse`: a whole number or a bool, and nothing else.
    public static boolean reverse(Value given) {
        if (given == Undefined.ABSENT) {
            return false;
        }
        if (Numbers.integer(given).bitLength() > 31) {
            throw Fault.of("OverflowError", "Python int too large to convert to C int");
        }
        return given.truthy();
    }

    public static List<Value> sorted(List<Value> items, boolean reverse, Budget budget) {
        return sorted(items, UnaryOperator.identity(), reverse, budget);
    }

    /// @throws exemplar.template.value.Fault when two keys have no order
    public static List<Value> sorted(
            List<Value> items, UnaryOperator<Value> key, boolean reverse, Budget budget) {
        budget.items(items.size() * 2L);
        if (items.size() >= SHORT && items.stream().anyMatch(Sorting::isNotANumber)) {
            throw Fault.value("a list with nan has no order");
        }
        List<Keyed> keyed = new ArrayList<>(items.size());
        for (Value item : items) {
            keyed.add(new Keyed(key.apply(item), item));
        }
        if (reverse) {
            Collections.reverse(keyed);
        }
        sort(keyed, (a, b) -> Compare.ordered(a.key, b.key, "<", budget), budget);
        List<Value> result = new ArrayList<>(keyed.size());
        for (Keyed one : keyed) {
            result.add(one.item);
        }
        if (reverse) {
            Collections.reverse(result);
        }
        return result;
    }

    private record Keyed(Value key, Value item) {}

    /// Whether one item comes before another.
    interface Order<T> {
        boolean before(T a, T b);
    }

    /// Sorts in place. Short lists are sorted by the comparisons Python makes, so that an order
    /// with gaps (NaN) comes out the same.
    static <T> void sort(List<T> items, Order<T> order, Budget budget) {
        budget.items(items.size());
        if (items.size() < SHORT) {
            insert(items, order, budget);
        } else {
            List<T> sorted = new ArrayList<>(items);
            mergeSort(sorted, new ArrayList<>(items), 0, items.size(), order, budget);
            for (int i = 0; i < items.size(); i++) {
                items.set(i, sorted.get(i));
            }
        }
    }

    private static <T> void insert(List<T> items, Order<T> order, Budget budget) {
        int run = Math.min(items.size(), 1);
        boolean falling = items.size() > 1 && order.before(items.get(1), items.get(0));
        while (run < items.size() && order.before(items.get(run), items.get(run - 1)) == falling) {
            run++;
        }
        if (falling) {
            Collections.reverse(items.subList(0, run));
        }
        for (int i = run; i < items.size(); i++) {
            T item = items.get(i);
            int low = 0;
            int high = i;
            while (low < high) {
                budget.step();
                int middle = (low + high) >>> 1;
                if (order.before(item, items.get(middle))) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            items.remove(i);
            items.add(low, item);
        }
    }

    /// Written out because orders of templates may be inconsistent, which the library's sort
    /// rejects.
    private static <T> void mergeSort(
            List<T> into, List<T> from, int low, int high, Order<T> order, Budget budget) {
        if (high - low < 2) {
            return;
        }
        int middle = (low + high) >>> 1;
        mergeSort(from, into, low, middle, order, budget);
        mergeSort(from, into, middle, high, order, budget);
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++) {
            budget.step();
            boolean takeRight =
                    left >= middle || right < high && order.before(from.get(right), from.get(left));
            into.set(i, takeRight ? from.get(right++) : from.get(left++));
        }
    }
}
