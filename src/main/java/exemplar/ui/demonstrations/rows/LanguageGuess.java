package exemplar.ui.demonstrations.rows;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.util.Map;

/// The language a script gives away, where it does: Thai script is Thai, Latin script may be
/// anything. A hint for people, never written into an example by itself.
public final class LanguageGuess {
    private static final Map<Integer, String> BY_SCRIPT =
            Map.ofEntries(
                    Map.entry(UScript.ARABIC, "ar"),
                    Map.entry(UScript.HEBREW, "he"),
                    Map.entry(UScript.CYRILLIC, "ru"),
                    Map.entry(UScript.GREEK, "el"),
                    Map.entry(UScript.THAI, "th"),
                    Map.entry(UScript.DEVANAGARI, "hi"),
                    Map.entry(UScript.BENGALI, "bn"),
                    Map.entry(UScript.TAMIL, "ta"),
                    Map.entry(UScript.TELUGU, "te"),
                    Map.entry(UScript.GEORGIAN, "ka"),
                    Map.entry(UScript.ARMENIAN, "hy"),
                    Map.entry(UScript.HANGUL, "ko"),
                    Map.entry(UScript.HIRAGANA, "ja"),
                    Map.entry(UScript.KATAKANA, "ja"),
                    Map.entry(UScript.HAN, "zh"));
    private static final int ENOUGH = 2_000;

    private LanguageGuess() {}

    /// The language tag that goes with the script of most letters; empty when that says nothing.
    public static String byScript(String text) {
        int[] counts = new int[UCharacter.getIntPropertyMaxValue(UProperty.SCRIPT) + 1];
        int end = Math.min(text.length(), ENOUGH);
        int most = UScript.COMMON;
        for (int i = 0; i < end; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetter(c)) {
                int script = UScript.getScript(c);
                if (++counts[script] > counts[most]) {
                    most = script;
                }
            }
        }
        if (most == UScript.HAN && counts[UScript.HIRAGANA] + counts[UScript.KATAKANA] > 0) {
            return "ja";
        }
        return BY_SCRIPT.getOrDefault(most, "");
    }
}
