package exemplar.study.folder;

/// Lines of a file that are no examples (broken, blank, or with an id that came before), kept as
/// they are and written back behind the same example.
///
/// @param after id of the example they follow; empty at the start of the file
/// @param row how many examples stood before them, for when that example is gone
/// @param lines their bytes, with line ends
record Stray(String after, int row, byte[] lines) {}
