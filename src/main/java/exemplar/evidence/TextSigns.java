package exemplar.evidence;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What one text shows by itself, read in one pass. Handles (`@name`) and addresses (`https://…`)
/// do not count towards scripts and direction: they are Latin in every language.
final class TextSigns {
    private static final Set<String> JAPANESE = Set.of("Han", "Hiragana", "Katakana");
    private static final Set<String> KOREAN = Set.of("Han", "Hangul");
    private static final Set<String> TAIWANESE = Set.of("Han", "Bopomofo");

    private final String text;
    private final Set<Integer> scripts = new LinkedHashSet<>();
    private final Set<Integer> hidden = new LinkedHashSet<>();
    private int hiddenCount;
    private int leftToRight;
    private int rightToLeft;
    private boolean beginsRightToLeft;
    private int brace = -1;

    TextSigns(String text) {
        this.text = text;
        read();
    }

    private void read() {
        boolean wordStart = true;
        boolean foreign = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c <= ' ') {
                wordStart = true;
                foreign = false;
                if (c != '\n' && c != '\t' && c != ' ' && c != '\r') {
                    hide(c);
                }
            } else {
                if (wordStart) {
                    foreign = c == '@' || text.startsWith("http", i);
                    wordStart = false;
                }
                if ((c == '{' || c == '}') && brace < 0) {
                    brace = i;
                }
                readVisible(c, i, foreign);
            }
            i += Character.charCount(c);
        }
    }

    private void readVisible(int c, int at, boolean foreign) {
        if (c < 0x80) {
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (letter && !foreign) {
                letter(false);
                scripts.add(UScript.LATIN);
            } else if (c == 0x7f) {
                hide(c);
            }
            return;
        }
        if (isHidden(c, at)) {
            hide(c);
            return;
        }
        if (foreign) {
            return;
        }
        switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                    letter(true);
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> letter(false);
            default -> {}
        }
        if (Character.isLetter(c)) {
            int script = UScript.getScript(c);
            if (script != UScript.COMMON && script != UScript.INHERITED) {
                scripts.add(script);
            }
        }
    }

    private void letter(boolean isRightToLeft) {
        if (leftToRight + rightToLeft == 0) {
            beginsRightToLeft = isRightToLeft;
        }
        if (isRightToLeft) {
            rightToLeft++;
        } else {
            leftToRight++;
        }
    }

    private void hide(int c) {
        hidden.add(c);
        hiddenCount++;
    }

    /// Characters without a shape, except where they do their duty: joiners between letters that
    /// need them, and between the parts of an emoji.
    boolean isHidden(int c, int at) {
        if (c == 0xa0 || c == 0x202f || c == 0x2007 || c == 0x3164 || c == 0x115f || c == 0x1160) {
            return true;
        }
        boolean joiner = c == 0x200c || c == 0x200d;
        if (joiner && at > 0 && at + 1 < text.length()) {
            return text.charAt(at - 1) < 0x80 || text.charAt(at + 1) < 0x80;
        }
        boolean flagTag = c >= 0xe0020 && c <= 0xe007f;
        int type = Character.getType(c);
        return !flagTag
                && (type == Character.FORMAT
                        || type == Character.CONTROL
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR);
    }

    boolean hasBraces() {
        return brace >= 0;
    }

    boolean hasHidden() {
        return hiddenCount > 0;
    }

    /// Whether it begins in the direction of the fewer letters.
    boolean turns() {
        return beginsRightToLeft ? leftToRight > rightToLeft : rightToLeft > leftToRight;
    }

    boolean hasSeveralScripts() {
        if (scripts.size() < 2) {
            return false;
        }
        Set<String> names = new LinkedHashSet<>(scriptNames());
        return !JAPANESE.containsAll(names)
                && !KOREAN.containsAll(names)
                && !TAIWANESE.containsAll(names);
    }

    List<String> scriptNames() {
        return scripts.stream().map(script -> UScript.getName(script).replace('_', ' ')).toList();
    }

    int trailing() {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end == 0 ? 0 : text.length() - end;
    }

    /// The findings on this text as the content of a field.
    List<Flag> flags(String field) {
        List<Flag> flags = new ArrayList<>();
        if (text.isBlank()) {
            flags.add(new Flag.EmptyField(field));
        }
        if (hasSeveralScripts()) {
            flags.add(new Flag.Scripts(field, scriptNames()));
        }
        if (turns()) {
            flags.add(new Flag.Direction(field, beginsRightToLeft));
        }
        if (hasHidden()) {
            flags.add(new Flag.Invisible(field, List.copyOf(hidden), hiddenCount));
        }
        if (trailing() > 0) {
            flags.add(new Flag.TrailingSpace(field, trailing()));
        }
        if (hasBraces()) {
            flags.add(new Flag.Braces(field, excerpt()));
        }
        return flags;
    }

    /// The kinds of those findings, as bits.
    int bits() {
        return (text.isBlank() ? FlagKind.EMPTY.bit() : 0)
                | (hasSeveralScripts() ? FlagKind.SCRIPTS.bit() : 0)
                | (turns() ? FlagKind.DIRECTION.bit() : 0)
                | (hasHidden() ? FlagKind.INVISIBLE.bit() : 0)
                | (trailing() > 0 ? FlagKind.TRAILING_SPACE.bit() : 0)
                | (hasBraces() ? FlagKind.BRACES.bit() : 0);
    }

    private String excerpt() {
        int from = Math.max(0, brace - 20);
        int to = Math.min(text.length(), brace + 40);
        if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
            from--;
        }
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to--;
        }
        return text.substring(from, to);
    }
}
