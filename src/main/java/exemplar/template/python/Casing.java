package exemplar.template.python;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import exemplar.template.value.Str;
import exemplar.template.value.Unicode;
import java.util.Locale;
import java.util.function.IntPredicate;

/// Upper and lower case, and the questions about the characters of a text.
public final class Casing {
    private Casing() {}

    /// @param how `upper`, `lower`, `capitalize`, `title`, `swapcase` or `casefold`
    public static Str change(Str self, String how) {
        String text = self.text();
        return self.changed(
                switch (how) {
                    case "upper" -> upper(text);
                    case "lower" -> lower(text);
                    case "capitalize" -> capitalize(text);
                    case "title" -> title(text);
                    case "swapcase" -> swap(text);
                    default -> UCharacter.foldCase(text, true);
                });
    }

    public static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    public static String lower(String text) {
        return text.indexOf('Σ') < 0
                ? text.toLowerCase(Locale.ROOT)
                : lower(text, 0, text.length());
    }

    /// The lower case of a part; whether a sigma in it is final depends on what stands around it.
    private static String lower(String text, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            int sigma = text.indexOf('Σ', at, to);
            int end = sigma < 0 ? to : sigma;
            out.append(text.substring(at, end).toLowerCase(Locale.ROOT));
            if (end < to) {
                out.append(isFinal(text, sigma) ? 'ς' : 'σ');
            }
            at = end + 1;
        }
        return out.toString();
    }

    private static boolean isFinal(String text, int sigma) {
        int before = sigma;
        while (before > 0 && isIgnorable(text.codePointBefore(before))) {
            before -= Character.charCount(text.codePointBefore(before));
        }
        if (before == 0
                || !UCharacter.hasBinaryProperty(text.codePointBefore(before), UProperty.CASED)) {
            return false;
        }
        int after = sigma + 1;
        while (after < text.length() && isIgnorable(text.codePointAt(after))) {
            after += Character.charCount(text.codePointAt(after));
        }
        return after >= text.length()
                || !UCharacter.hasBinaryProperty(text.codePointAt(after), UProperty.CASED);
    }

    private static boolean isIgnorable(int c) {
        return UCharacter.hasBinaryProperty(c, UProperty.CASE_IGNORABLE);
    }

    public static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = Character.charCount(text.codePointAt(0));
        return titled(text.substring(0, first)) + lower(text, first, text.length());
    }

    private static String titled(String character) {
        int c = character.codePointAt(0);
        int title = Character.toTitleCase(c);
        if (title != c && title != Character.toUpperCase(c)) {
            return Character.toString(title);
        }
        String upper = upper(character);
        return upper.length() > Character.charCount(c)
                ? UCharacter.toTitleCase(Locale.ROOT, character, null)
                : title == c ? character : Character.toString(title);
    }

    private static boolean isCased(int c) {
        return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
    }

    private static String title(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean inside = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            if (!inside) {
                out.append(titled(text.substring(i, end)));
            } else {
                out.append(lower(text, i, end));
            }
            inside = isCased(c);
            i = end;
        }
        return out.toString();
    }

    private static String swap(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            String one = text.substring(i, end);
            if (Character.isUpperCase(c)) {
                out.append(lower(text, i, end));
            } else {
                out.append(Character.isLowerCase(c) ? upper(one) : one);
            }
            i = end;
        }
        return out.toString();
    }

    /// @param question the name of a method such as `isalpha`
    public static boolean is(Str self, String question) {
        String text = self.text();
        return switch (question) {
            case "isspace" -> all(text, Unicode::isSpace);
            case "isalpha" -> all(text, Character::isLetter);
            case "isdecimal" -> all(text, c -> Character.getType(c) == 9);
            case "isdigit" -> all(text, c -> numeric(c) == 1 || numeric(c) == 2);
            case "isnumeric" -> all(text, c -> numeric(c) > 0);
            case "isalnum" -> all(text, c -> Character.isLetter(c) || numeric(c) > 0);
            case "isascii" -> text.chars().allMatch(c -> c < 128);
            case "isprintable" -> text.codePoints().allMatch(Unicode::isPrintable);
            case "isidentifier" -> isIdentifier(text);
            case "islower" ->
                    text.codePoints().anyMatch(Character::isLowerCase)
                            && text.codePoints()
                                    .noneMatch(c ->
                                            Character.isUpperCase(c) || Character.isTitleCase(c));
            case "isupper" ->
                    text.codePoints().anyMatch(Character::isUpperCase)
                            && text.codePoints()
                                    .noneMatch(c ->
                                            Character.isLowerCase(c) || Character.isTitleCase(c));
            default -> isTitle(text);
        };
    }

    /// 1 decimal, 2 digit, 3 numeric, 0 none.
    private static int numeric(int c) {
        return UCharacter.getIntPropertyValue(c, UProperty.NUMERIC_TYPE);
    }

    private static boolean all(String text, IntPredicate holds) {
        return !text.isEmpty() && text.codePoints().allMatch(holds);
    }

    private static boolean isIdentifier(String text) {
        if (text.isEmpty()) {
            return false;
        }
        int first = text.codePointAt(0);
        return (first == '_' || UCharacter.hasBinaryProperty(first, UProperty.XID_START))
                && text.codePoints()
                        .skip(1)
                        .allMatch(c -> UCharacter.hasBinaryProperty(c, UProperty.XID_CONTINUE));
    }

    private static boolean isTitle(String text) {
        boolean inside = false;
        boolean any = false;
        for (int c : text.codePoints().toArray()) {
            boolean upper = Character.isUpperCase(c) || Character.isTitleCase(c);
            if (upper && inside || Character.isLowerCase(c) && !inside) {
                return false;
            }
            inside = isCased(c);
            any |= inside;
        }
        return any;
    }
}
