package exemplar.study.filter;

/// Something a filter field can offer to put in.
///
/// @param start where it replaces what was typed, in UTF-16 code units
/// @param end where that ends
/// @param text what to put there
/// @param about what it is for; may be empty
public record Completion(int start, int end, String text, String about) {}
