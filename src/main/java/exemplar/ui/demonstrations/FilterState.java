package exemplar.ui.demonstrations;

import exemplar.study.filter.Filter;
import exemplar.study.filter.Parsed;
import java.util.Optional;

/// A filter as it is written.
///
/// @param text what stands in the field
/// @param filter what it means; the last readable one while it cannot be read
/// @param problem why it cannot be read; the rows then stay as they are
public record FilterState(String text, Filter filter, Optional<Parsed.Wrong> problem) {

    public static final FilterState NONE = new FilterState("", Filter.ALL, Optional.empty());

    /// Another text in the field.
    public FilterState write(String written) {
        return switch (Filter.parse(written)) {
            case Filter read -> new FilterState(written, read, Optional.empty());
            case Parsed.Wrong wrong -> new FilterState(written, filter, Optional.of(wrong));
        };
    }

    /// Whether it has to be asked again when findings change.
    boolean asksForFlags() {
        return filter.asksForFlags();
    }
}
