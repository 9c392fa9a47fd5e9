package exemplar.evidence;

/// How much two texts are the same, from the strictest to the loosest.
public enum Likeness {
    /// Character for character.
    EXACT,
    /// The same once case, white space, punctuation, width and invisible characters are set aside.
    NORMALISED,
    /// Nearly the same: they share most of their character sequences.
    NEAR
}
