package exemplar.evidence;

/// A test item whose input also stands in the pool, so that a prompt could show the answer.
///
/// @param poolRow position of the demonstration in the pool
/// @param testRow position of the item in the tests
/// @param similarity share of common character sequences, 1 unless the likeness is [Likeness#NEAR]
public record Leak(int poolRow, int testRow, Likeness likeness, double similarity) {}
