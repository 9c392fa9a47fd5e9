package exemplar.ui.shell;

import java.util.Locale;
import java.util.OptionalInt;

/// How well typed letters fit a name: every typed word must occur, as a whole or with its letters
/// in order; whole words, beginnings of words and runs count more.
final class Fuzzy {
    private Fuzzy() {}

    /// A score, higher is better; empty when it does not fit.
    static OptionalInt score(String typed, String name) {
        String hay = name.toLowerCase(Locale.ROOT);
        int score = 0;
        for (String word : typed.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            int at = hay.indexOf(word);
            if (at >= 0) {
                boolean begins = at == 0 || !Character.isLetterOrDigit(hay.charAt(at - 1));
                score += word.length() * 10 + (begins ? 25 : 0) + (at == 0 ? 5 : 0);
            } else {
                OptionalInt letters = letters(word, hay);
                if (letters.isEmpty()) {
                    return letters;
                }
                score += letters.getAsInt();
            }
        }
        return OptionalInt.of(score * 10 - hay.length());
    }

    private static OptionalInt letters(String word, String hay) {
        int score = 0;
        int from = 0;
        int last = -2;
        for (int i = 0; i < word.length(); i++) {
            int at = hay.indexOf(word.charAt(i), from);
            if (at < 0) {
                return OptionalInt.empty();
            }
            boolean begins = at == 0 || !Character.isLetterOrDigit(hay.charAt(at - 1));
            score += at == last + 1 ? 4 : begins ? 6 : 0;
            last = at;
            from = at + 1;
        }
        return OptionalInt.of(score);
    }
}
