package exemplar.ui.shell;

import java.util.Locale;
import java.util.OptionalInt;

/// How well typed letters fit a name: they must all occur, in order; runs and word beginnings count
/// more.
final class Fuzzy {
    private Fuzzy() {}

    /// A score, higher is better; empty when the letters do not occur in order.
    static OptionalInt score(String typed, String name) {
        String needle = typed.toLowerCase(Locale.ROOT).replace(" ", "");
        String hay = name.toLowerCase(Locale.ROOT);
        int score = 0;
        int from = 0;
        int last = -2;
        for (int i = 0; i < needle.length(); i++) {
            int at = hay.indexOf(needle.charAt(i), from);
            if (at < 0) {
                return OptionalInt.empty();
            }
            boolean wordStart = at == 0 || !Character.isLetterOrDigit(hay.charAt(at - 1));
            score += at == last + 1 ? 8 : wordStart ? 6 : 1;
            last = at;
            from = at + 1;
        }
        return OptionalInt.of(score * 10 - hay.length());
    }
}
