package exemplar.study.filter;

import exemplar.study.line.Line;

/// Says which flags an example has.
@FunctionalInterface
public interface Flags {
    /// No example has a flag.
    Flags NONE = (row, line, flag) -> false;

    /// Whether the example has the flag.
    ///
    /// @param row its row in the list being filtered
    /// @param line the example, its id, or its decoded form
    /// @param flag the flag's word in lower case
    boolean has(int row, Line line, String flag);
}
