package exemplar.text;

/// Turns growing offsets in the UTF-8 form of a text into offsets in the text.
final class Utf8Place {
    private final String text;
    private int chars;
    private int bytes;

    Utf8Place(String text) {
        this.text = text;
    }

    /// The end of the character in which that many bytes end.
    int after(int wanted) {
        while (bytes < wanted && chars < text.length()) {
            int c = text.codePointAt(chars);
            chars += Character.charCount(c);
            // A lone surrogate is written as a question mark.
            bytes +=
                    c < 0x80 || c >= 0xd800 && c <= 0xdfff
                            ? 1
                            : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        }
        return chars;
    }
}
