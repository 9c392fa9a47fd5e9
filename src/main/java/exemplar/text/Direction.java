package exemplar.text;

import java.util.Optional;

/// Which way a text runs.
public enum Direction {
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT;

    /// The direction of the first strong character, as paragraphs take it (Unicode Standard Annex
    /// 9, rules P2 and P3: what stands between isolates does not count); left to right where there
    /// is none.
    public static Direction of(String text) {
        return firstStrong(text).orElse(LEFT_TO_RIGHT);
    }

    /// The same, unless a person chose otherwise: the first strong character misleads on texts that
    /// begin with a name or a term of another script.
    public static Direction of(String text, Optional<Direction> chosen) {
        return chosen.orElseGet(() -> of(text));
    }

    /// The direction of the first strong character; empty where there is none.
    public static Optional<Direction> firstStrong(String text) {
        int isolates = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x80 && !Character.isLetter(c)) {
                continue;
            }
            switch (Character.getDirectionality(c)) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                        Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                        Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE ->
                        isolates++;
                case Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
                        isolates = Math.max(0, isolates - 1);
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    if (isolates == 0) {
                        return Optional.of(LEFT_TO_RIGHT);
                    }
                }
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                        Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    if (isolates == 0) {
                        return Optional.of(RIGHT_TO_LEFT);
                    }
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    /// Whether any letter of the text runs from right to left, whatever the text begins with.
    public static boolean turnsLeft(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x590) {
                continue;
            }
            byte way = Character.getDirectionality(text.codePointAt(i));
            if (way == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
                return true;
            }
        }
        return false;
    }
}
