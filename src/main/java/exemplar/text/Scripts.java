package exemplar.text;

import com.ibm.icu.lang.UScript;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which scripts a text is written in.
public final class Scripts {
    private Scripts() {}

    /// Number of letters of each script, by its ISO 15924 code (`Latn`, `Arab`, `Hans` never: Han
    /// is `Hani`), in the order of first appearance. Digits, marks and symbols belong to none.
    public static Map<String, Integer> letters(String text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(c ->
                        counts.merge(UScript.getShortName(UScript.getScript(c)), 1, Integer::sum));
        return counts;
    }

    /// The script of most letters; empty where there are none.
    public static Optional<String> dominant(String text) {
        return letters(text).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /// Whether lines of the text may be shaped letter by letter: no script that joins, stacks or
    /// runs from right to left.
    public static boolean isSimple(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x300) {
                return false;
            }
        }
        return true;
    }
}
