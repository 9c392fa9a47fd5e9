package exemplar.select;

import exemplar.model.Example;
import java.util.List;

/// What a selector chose for an item.
///
/// @param demonstrations in the selector's order of preference
/// @param warnings sentences about what could not be done as asked
public record Selected(List<Chosen> demonstrations, List<String> warnings) {
    public Selected {
        demonstrations = List.copyOf(demonstrations);
        warnings = List.copyOf(warnings);
    }

    /// The examples alone.
    public List<Example> examples() {
        return demonstrations.stream().map(Chosen::example).toList();
    }
}
