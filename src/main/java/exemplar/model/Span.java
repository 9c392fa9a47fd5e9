package exemplar.model;

/// A run of characters with one origin: `[start, end)` in UTF-16 code units.
public record Span(int start, int end, Origin origin) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span [" + start + ", " + end + ")");
        }
    }

    /// Number of UTF-16 code units covered.
    public int length() {
        return end - start;
    }
}
