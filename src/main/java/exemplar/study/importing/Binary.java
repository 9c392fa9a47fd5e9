package exemplar.study.importing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tells files that are no text, and what they are.
final class Binary {
    private static final int SAMPLE = 1 << 16;
    private static final Map<String, String[]> BEGINNINGS = new LinkedHashMap<>();

    static {
        BEGINNINGS.put(
                "PK\u0003\u0004",
                new String[] {
                    "is a workbook or a zip archive",
                    "save the sheet as CSV (UTF-8), or unpack the archive"
                });
        BEGINNINGS.put(
                "\u00d0\u00cf\u0011\u00e0",
                new String[] {"is an old Office file", "save the sheet as CSV (UTF-8)"});
        BEGINNINGS.put("\u001f\u008b", new String[] {"is compressed", "unpack it first"});
        BEGINNINGS.put("BZh", new String[] {"is compressed", "unpack it first"});
        BEGINNINGS.put("\u00fd7zXZ", new String[] {"is compressed", "unpack it first"});
        BEGINNINGS.put("(\u00b5/\u00fd", new String[] {"is compressed", "unpack it first"});
        BEGINNINGS.put("PAR1", new String[] {"is a Parquet file", "write it as JSON lines or CSV"});
        BEGINNINGS.put(
                "ARROW1", new String[] {"is an Arrow file", "write it as JSON lines or CSV"});
        BEGINNINGS.put("SQLite format 3", new String[] {"is a database", "write the table as CSV"});
        BEGINNINGS.put("%PDF", new String[] {"is a PDF", "import a text file"});
        BEGINNINGS.put("\u0089PNG", new String[] {"is a picture", "import a text file"});
        BEGINNINGS.put("\u00ff\u00d8\u00ff", new String[] {"is a picture", "import a text file"});
    }

    private Binary() {}

    /// @throws ImportFault when these are the first bytes of something else than text
    static void refuse(Source source, byte[] head) throws ImportFault {
        String start = new String(head, 0, Math.min(head.length, 16), StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String[]> beginning : BEGINNINGS.entrySet()) {
            if (start.startsWith(beginning.getKey())) {
                throw new ImportFault(
                        source.name(), beginning.getValue()[0], beginning.getValue()[1]);
            }
        }
        int looked = Math.min(head.length, SAMPLE);
        int[] zeros = zeros(head);
        int others = controls(head);
        boolean oneSided = Math.min(zeros[0], zeros[1]) <= Math.max(zeros[0], zeros[1]) / 20;
        boolean few = zeros[0] + zeros[1] <= looked / 200;
        if (others > looked / 20 || !(oneSided || few)) {
            throw new ImportFault(source.name(), "is no text", "import a text file");
        }
    }

    /// Whether the first bytes are UTF-8 in which only zeros stand out. Of letters of two bytes
    /// each some have a control character for one half.
    static boolean isPlain(byte[] head) {
        if (controls(head) > 0) {
            return false;
        }
        int looked = Math.min(head.length, SAMPLE);
        // A letter that the sample cuts in two is no fault.
        return !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(head, 0, looked), CharBuffer.allocate(looked), false)
                .isError();
    }

    private static int controls(byte[] head) {
        int controls = 0;
        for (int i = 0; i < Math.min(head.length, SAMPLE); i++) {
            if (head[i] > 0 && head[i] < 0x20 && "\t\n\r\f\u001b\u001a".indexOf(head[i]) < 0) {
                controls++;
            }
        }
        return controls;
    }

    /// How many of the first bytes are zero, at even and at odd positions.
    static int[] zeros(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < Math.min(head.length, SAMPLE); i++) {
            if (head[i] == 0) {
                zeros[i & 1]++;
            }
        }
        return zeros;
    }
}
