package exemplar.select;

import exemplar.model.Example;

/// A demonstration that was chosen.
///
/// @param row its row in the pool
/// @param score how well it fits, by the selector's own measure; higher is better
/// @param why one line for a person
public record Chosen(int row, Example example, double score, String why) {}
