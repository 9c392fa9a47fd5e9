package exemplar.compare;

/// What an answer is worth against gold.
///
/// @param predicted what the answer was read as: a label's name, or the trimmed answer
/// @param verdict right, wrong, or why neither can be said
/// @param score in [0, 1]: 1 or 0 for a label, chrF2 / 100 for a text
public record Judgement(String predicted, Verdict verdict, double score) {

    /// The verdicts.
    public enum Verdict {
        RIGHT,
        WRONG,
        /// No label could be read from the answer. Counts as not right.
        UNPARSED,
        /// There is no gold output to hold it against.
        NO_GOLD
    }
}
