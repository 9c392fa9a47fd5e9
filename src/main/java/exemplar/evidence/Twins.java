package exemplar.evidence;

import java.util.List;

/// Examples of one list whose input is the same text, or nearly.
///
/// @param likeness how the least alike of them are the same
/// @param similarity smallest share of common character sequences with the first of them, 0 to 1; 1
///   unless the likeness is [Likeness#NEAR]
/// @param rows positions in the list, ascending, at least two
/// @param conflict whether some with the same numbers have different gold outputs (missing ones do
///   not count)
public record Twins(Likeness likeness, double similarity, List<Integer> rows, boolean conflict) {
    public Twins {
        rows = List.copyOf(rows);
    }
}
