package exemplar.study.filter;

/// What became of the text of a filter.
public sealed interface Parsed permits Filter, Parsed.Wrong {

    /// It cannot be read.
    ///
    /// @param start where the trouble is, in UTF-16 code units
    /// @param end where it ends
    /// @param message a sentence for a person
    record Wrong(int start, int end, String message) implements Parsed {}
}
