package exemplar.study.replace;

/// What is looked for and what takes its place.
///
/// @param text the text, or a regular expression
/// @param replacement in a regular expression `$1` and `${name}` stand for groups and `\n`, `\t`,
///   `\\`, `\$` for these characters; otherwise it is taken as it is written
/// @param regex whether the text is a regular expression (Java's, with Unicode classes)
/// @param matchCase whether upper and lower case differ
/// @param wholeWord whether a hit must begin and end at the edge of a word, as Unicode (UAX #29)
///   divides the text of any language into words
public record Needle(
        String text, String replacement, boolean regex, boolean matchCase, boolean wholeWord) {

    /// Looks for a text as it is written, in any case.
    public static Needle of(String text) {
        return new Needle(text, "", false, false, false);
    }

    public Needle replacedBy(String replacement) {
        return new Needle(text, replacement, regex, matchCase, wholeWord);
    }

    public Needle asRegex() {
        return new Needle(text, replacement, true, matchCase, wholeWord);
    }

    public Needle matchingCase() {
        return new Needle(text, replacement, regex, true, wholeWord);
    }

    public Needle asWholeWord() {
        return new Needle(text, replacement, regex, matchCase, true);
    }
}
