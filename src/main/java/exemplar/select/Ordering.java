package exemplar.select;

import exemplar.model.Order;
import exemplar.model.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// Puts chosen demonstrations into the sequence in which the prompt shows them.
public final class Ordering {
    private Ordering() {}

    /// The same demonstrations, in order.
    ///
    /// @param seed of the shuffle
    public static List<Chosen> order(Order order, List<Chosen> chosen, Task task, long seed) {
        List<Chosen> ordered = new ArrayList<>(chosen);
        switch (order) {
            case AS_SELECTED -> {}
            case REVERSED -> Collections.reverse(ordered);
            case POOL -> ordered.sort(Comparator.comparingInt(Chosen::row));
            case SHUFFLED -> Collections.shuffle(ordered, new Random(seed));
            case BY_LABEL ->
                    ordered.sort(Comparator.comparingInt(c -> labelOf(task, c.example().gold())));
        }
        return ordered;
    }

    private static int labelOf(Task task, String gold) {
        int at = task.labelIndex(gold);
        return at < 0 ? Integer.MAX_VALUE : at;
    }
}
