package exemplar.study.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Gives examples ids that nobody has. Keeps an id the file brings where it is free.
final class Ids {
    private final Predicate<String> taken;
    private final String prefix;
    private final Set<String> given = new HashSet<>();
    private final Map<String, Integer> behind = new HashMap<>();
    private long next;
    private int changed;

    /// @param taken whether an id is in the study already
    /// @param count how many examples there are already
    Ids(Predicate<String> taken, int count, String prefix) {
        this.taken = taken;
        this.prefix = prefix;
        this.next = count + 1L;
    }

    String of(String wanted) {
        String base = wanted.strip();
        if (base.isEmpty()) {
            String id = numbered();
            while (!free(id)) {
                id = numbered();
            }
            return id;
        }
        String id = base;
        if (!free(id)) {
            // Where a whole file has one id, each row does not count from the beginning again.
            int n = behind.getOrDefault(base, 2);
            while (!free(base + "-" + n)) {
                n++;
            }
            id = base + "-" + n;
            behind.put(base, n + 1);
            changed++;
        }
        given.add(id);
        return id;
    }

    /// How many ids of the file were taken and got a number behind.
    int changed() {
        return changed;
    }

    private String numbered() {
        String digits = Long.toString(next++);
        return prefix + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private boolean free(String id) {
        return !given.contains(id) && !taken.test(id);
    }
}
