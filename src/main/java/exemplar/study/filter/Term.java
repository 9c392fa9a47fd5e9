package exemplar.study.filter;

import java.util.List;
import java.util.Optional;

/// One term as it was written.
///
/// @param start where it begins, the `-` included
/// @param key empty for bare words
/// @param operator `:`, `~`, `=`, `<`, `>`, `<=` or `>=`
/// @param values any of them is enough
/// @param valueStart where the values begin
record Term(
        int start,
        int end,
        boolean negated,
        Optional<Key> key,
        String operator,
        List<String> values,
        int valueStart) {}
