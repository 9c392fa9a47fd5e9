package exemplar.template;

import exemplar.template.syntax.Problem;
import java.util.List;

/// What reading a template comes to.
public sealed interface Parsed permits Template, Parsed.Unreadable {

    /// @param problems at least one, in the order of the source
    record Unreadable(List<Problem> problems) implements Parsed {}
}
