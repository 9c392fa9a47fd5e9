package exemplar.text;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds what is in a text and cannot be seen: characters without a shape, blanks that are not the
/// common one, tabs, and blanks at the end of a line.
public final class Invisibles {
    private Invisibles() {}

    /// Sorts of the unseen.
    public enum Kind {
        /// Takes no room: joiners, marks of direction, the byte order mark, soft hyphens.
        ZERO_WIDTH,
        /// A blank that is not U+0020.
        OTHER_BLANK,
        TAB,
        /// U+0020 at the end of a line.
        TRAILING_BLANK,
        /// A control character other than tab and line ends; a carriage return alone, too.
        CONTROL
    }

    /// A run of the same unseen character.
    ///
    /// @param start in UTF-16 code units
    /// @param end exclusive
    /// @param name its name in Unicode, such as `no-break space`
    public record Mark(int start, int end, Kind kind, String name) {}

    /// All of them, in order.
    public static List<Mark> of(String text) {
        List<Mark> marks = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            Optional<Kind> kind = kind(text, i, c);
            if (kind.isPresent()) {
                while (end < text.length()
                        && text.codePointAt(end) == c
                        && kind(text, end, c).isPresent()) {
                    end += Character.charCount(c);
                }
                marks.add(new Mark(i, end, kind.get(), name(c)));
            }
            i = end;
        }
        return marks;
    }

    private static Optional<Kind> kind(String text, int at, int c) {
        if (c > ' ' && c < 0x7f || c == '\n') {
            return Optional.empty();
        }
        if (c == '\t') {
            return Optional.of(Kind.TAB);
        }
        if (c == ' ') {
            return endsLine(text, at) ? Optional.of(Kind.TRAILING_BLANK) : Optional.empty();
        }
        if (c == '\r') {
            return at + 1 < text.length() && text.charAt(at + 1) == '\n'
                    ? Optional.empty()
                    : Optional.of(Kind.CONTROL);
        }
        return switch (Character.getType(c)) {
            case Character.FORMAT -> Optional.of(Kind.ZERO_WIDTH);
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    Optional.of(Kind.OTHER_BLANK);
            case Character.CONTROL -> Optional.of(Kind.CONTROL);
            default ->
                    UCharacter.hasBinaryProperty(
                                            c,
                                            com.ibm.icu.lang.UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                                    && !isPartOfEmoji(c)
                            ? Optional.of(Kind.ZERO_WIDTH)
                            : Optional.empty();
        };
    }

    /// Variation selectors choose a shape; they belong to the visible character before them.
    private static boolean isPartOfEmoji(int c) {
        return c >= 0xfe00 && c <= 0xfe0f || c >= 0xe0100 && c <= 0xe01ef;
    }

    private static boolean endsLine(String text, int at) {
        int i = at;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r';
    }

    private static String name(int c) {
        return Optional.ofNullable(UCharacter.getExtendedName(c))
                .map(n -> n.toLowerCase(java.util.Locale.ROOT))
                .orElse("U+%04X".formatted(c));
    }
}
