package exemplar.compare;

import exemplar.model.Comparison;
import exemplar.model.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything a run asks: variants × items × repeats.
public record Plan(List<Variant> variants, List<Example> items, int repeats) {

    public Plan {
        variants = List.copyOf(variants);
        items = List.copyOf(items);
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats must be at least 1, not " + repeats);
        }
    }

    /// Every design of the comparison with every model of it, design by design.
    public static Plan of(Comparison comparison, List<Example> items) {
        List<Variant> variants = new ArrayList<>();
        for (String design : comparison.designs()) {
            for (String model : comparison.models()) {
                variants.add(new Variant(design, model));
            }
        }
        return new Plan(variants, items, comparison.repeats());
    }

    /// The cells, item by item, so that a run that is stopped early has compared all variants on
    /// the same items.
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(size());
        for (Example item : items) {
            for (int repeat = 0; repeat < repeats; repeat++) {
                for (Variant variant : variants) {
                    cells.add(new Cell(variant, item.id(), repeat));
                }
            }
        }
        return cells;
    }

    /// The models that are asked, each once.
    public Set<String> models() {
        return variants.stream().map(Variant::model).collect(Collectors.toUnmodifiableSet());
    }

    /// Number of cells.
    public int size() {
        return Math.multiplyExact(Math.multiplyExact(variants.size(), items.size()), repeats);
    }
}
