package exemplar.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which of a group of twins contradict each other: those with different gold outputs and the same
/// numbers. "Order 12 is late" and "Order 13 is late" are nearly the same text, yet an answer may
/// depend on just that number. Examples without a gold output contradict nobody.
final class Oppositions {
    private final Likeness likeness;
    private final Map<String, Map<String, List<Integer>>> rows = new HashMap<>();

    /// @param likeness of the group; only in texts that are nearly the same can numbers differ
    Oppositions(Likeness likeness) {
        this.likeness = likeness;
    }

    void add(Fingerprints prints, int row) {
        String gold = prints.examples().example(row).gold();
        if (!gold.isBlank()) {
            String numbers = likeness == Likeness.NEAR ? numbers(prints.plainInput(row)) : "";
            rows.computeIfAbsent(numbers, n -> new HashMap<>())
                    .computeIfAbsent(gold, g -> new ArrayList<>())
                    .add(row);
        }
    }

    /// The rows that have another one against them.
    List<Integer> opposed() {
        return rows.values().stream()
                .filter(golds -> golds.size() > 1)
                .flatMap(golds -> golds.values().stream())
                .flatMap(List::stream)
                .toList();
    }

    /// The numbers of a text, in their order, with a blank between them.
    static String numbers(String text) {
        StringBuilder numbers = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean digit = Character.isDigit(c);
            if (digit && !inside && !numbers.isEmpty()) {
                numbers.append(' ');
            }
            if (digit) {
                numbers.append(Character.digit(c, 10));
            }
            inside = digit;
        }
        return numbers.toString();
    }
}
