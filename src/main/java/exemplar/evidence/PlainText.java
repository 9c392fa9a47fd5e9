package exemplar.evidence;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;

/// The text that is left when case, width, punctuation, white space and characters without a shape
/// are set aside: Unicode NFKC case folding, then punctuation and spaces shrunk to single spaces.
/// Symbols, emoji, digits and combining marks stay, because they carry meaning. A text of nothing
/// but punctuation stays as it is folded, so that `:)` and `:(` differ.
public final class PlainText {
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

    private PlainText() {}

    /// The plain form of a text.
    public static String of(String text) {
        if (!isAscii(text)) {
            return squeezed(FOLD.normalize(text));
        }
        return squeezedAscii(text);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String squeezedAscii(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                c += 32;
            }
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "$+<=>^`|~".indexOf(c) >= 0) {
                if (gap && !plain.isEmpty()) {
                    plain.append(' ');
                }
                gap = false;
                plain.append(c);
            } else if (c != '\'') {
                gap = true;
            }
        }
        return plain.isEmpty() ? text.strip() : plain.toString();
    }

    private static String squeezed(String folded) {
        StringBuilder plain = new StringBuilder(folded.length());
        boolean gap = false;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\'' || c == 0x2019) {
                continue;
            }
            if (isGap(c)) {
                gap = true;
                continue;
            }
            if (gap && !plain.isEmpty()) {
                plain.append(' ');
            }
            gap = false;
            plain.appendCodePoint(c);
        }
        return plain.isEmpty() ? folded.strip() : plain.toString();
    }

    private static boolean isGap(int c) {
        return switch (UCharacter.getType(c)) {
            case UCharacterCategory.SPACE_SEPARATOR,
                    UCharacterCategory.LINE_SEPARATOR,
                    UCharacterCategory.PARAGRAPH_SEPARATOR,
                    UCharacterCategory.CONTROL,
                    UCharacterCategory.FORMAT,
                    UCharacterCategory.CONNECTOR_PUNCTUATION,
                    UCharacterCategory.DASH_PUNCTUATION,
                    UCharacterCategory.START_PUNCTUATION,
                    UCharacterCategory.END_PUNCTUATION,
                    UCharacterCategory.INITIAL_PUNCTUATION,
                    UCharacterCategory.FINAL_PUNCTUATION,
                    UCharacterCategory.OTHER_PUNCTUATION ->
                    true;
            default -> false;
        };
    }
}
