package exemplar.study.line;

/// What became of the bytes of a line: a [Line], a [BrokenLine], or [Blank].
public sealed interface Scanned permits Line, BrokenLine, Scanned.Blank {

    /// A line of nothing but blanks.
    record Blank() implements Scanned {}
}
