package exemplar.model;

import java.util.List;

/// Designs × models to run on the test items.
///
/// @param name unique within the study
/// @param designs names of designs
/// @param models names of models as registered on this machine
/// @param repeats how often each cell is asked, at least 1
public record Comparison(String name, List<String> designs, List<String> models, int repeats) {
    public Comparison {
        designs = List.copyOf(designs);
        models = List.copyOf(models);
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats must be at least 1, not " + repeats);
        }
    }
}
