package exemplar.compare;

/// One question of a run.
///
/// @param item id of the test item
/// @param repeat 0 for the first time it is asked
public record Cell(Variant variant, String item, int repeat) {}
