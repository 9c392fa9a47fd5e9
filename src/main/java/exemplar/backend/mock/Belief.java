package exemplar.backend.mock;

import java.util.LinkedHashMap;
import java.util.Map;

/// What the mock thinks of each label of a prompt.
///
/// @param p label to probability, in the order the prompt names them; adds up to 1
record Belief(Map<String, Double> p) {

    /// A piece that no label goes on with still is possible, hardly.
    static final double HARDLY = 1e-9;

    Belief {
        p = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(p));
    }

    /// Only the labels that begin so, made to add up to 1; empty when none does.
    Belief given(String begun) {
        Map<String, Double> left = new LinkedHashMap<>();
        double sum = 0;
        for (Map.Entry<String, Double> e : p.entrySet()) {
            if (e.getKey().startsWith(begun)) {
                left.put(e.getKey(), e.getValue());
                sum += e.getValue();
            }
        }
        double total = sum;
        left.replaceAll((label, v) -> v / total);
        return new Belief(left);
    }

    /// The next piece after what is said, with its probability; the empty piece is the end.
    Map<String, Double> next(String begun) {
        Map<String, Double> next = new LinkedHashMap<>();
        given(begun)
                .p()
                .forEach((label, v) -> {
                    String rest = label.substring(begun.length());
                    String piece = rest.isEmpty() ? "" : Pieces.of(rest).getFirst();
                    next.merge(piece, v, Double::sum);
                });
        return next;
    }
}
