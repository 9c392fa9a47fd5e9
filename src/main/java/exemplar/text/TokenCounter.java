package exemplar.text;

/// Cuts texts into the tokens of a model. Blocking; safe for any number of threads.
public interface TokenCounter {

    /// How it is called, such as `o200k`.
    String name();

    /// Whether these are the model's own tokens. Otherwise every number that comes of it is shown
    /// as an *estimate*.
    boolean exact();

    /// Where each token of the text ends, in UTF-16 code units, never decreasing; the last one ends
    /// with the text. A token that ends inside a character ends after it here.
    int[] ends(String text);

    /// How many tokens the text has.
    default int count(String text) {
        return ends(text).length;
    }
}
