package exemplar.study.line;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The characters that [Needle#fold] makes the same, as UTF-8.
final class Cases {
    private static final byte[][][] NONE = {};

    private Cases() {}

    /// For each character of a folded text the bytes of all that fold to it; empty when some of
    /// them differ in length, or when a character would be escaped in a line.
    static byte[][][] of(String folded) {
        List<byte[][]> all = new ArrayList<>();
        for (int i = 0; i < folded.length(); ) {
            int code = folded.codePointAt(i);
            if (code < 0x20
                    || code == '"'
                    || code == '\\'
                    || Character.getType(code) == Character.SURROGATE) {
                return NONE;
            }
            List<byte[]> cases = new ArrayList<>();
            cases.add(utf8(code));
            for (int other : code > 0xffff ? List.<Integer>of() : Wide.others(code)) {
                cases.add(utf8(other));
            }
            int length = cases.getFirst().length;
            if (cases.stream().anyMatch(one -> one.length != length)) {
                return NONE;
            }
            all.add(cases.toArray(byte[][]::new));
            i += Character.charCount(code);
        }
        return all.toArray(byte[][][]::new);
    }

    private static byte[] utf8(int code) {
        return Character.toString(code).getBytes(StandardCharsets.UTF_8);
    }

    /// Read once, when somebody first looks for a text.
    private static final class Wide {
        private static final Map<Integer, List<Integer>> OTHERS = read();

        private static Map<Integer, List<Integer>> read() {
            Map<Integer, List<Integer>> others = new HashMap<>();
            for (int code = 0; code <= 0xffff; code++) {
                int folded = Needle.fold((char) code);
                if (folded != code) {
                    others.computeIfAbsent(folded, c -> new ArrayList<>()).add(code);
                }
            }
            return others;
        }

        static List<Integer> others(int folded) {
            return OTHERS.getOrDefault(folded, List.of());
        }
    }
}
