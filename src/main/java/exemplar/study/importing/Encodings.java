package exemplar.study.importing;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds out how a file's bytes are letters.
final class Encodings {
    /// So many bytes are looked at: all of nearly every file.
    private static final int HEAD = 32 << 20;

    private static final int SAMPLE = 1 << 16;

    /// What ICU finds to what Java reads: the larger set where two differ only in rare letters.
    private static final Map<String, String> LARGER =
            Map.of(
                    "ISO-8859-1", "windows-1252",
                    "ISO-8859-2", "windows-1250",
                    "ISO-8859-9", "windows-1254",
                    "Shift_JIS", "windows-31j",
                    "EUC-KR", "x-windows-949");

    private static final List<Charset> MARKED =
            List.of(
                    Charset.forName("UTF-32LE"),
                    Charset.forName("UTF-32BE"),
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE);

    private Encodings() {}

    /// The encodings to offer, the usual ones first.
    static List<Charset> offered() {
        return List.of(
                        "UTF-8",
                        "UTF-16LE",
                        "UTF-16BE",
                        "windows-1252",
                        "windows-1250",
                        "windows-1251",
                        "windows-1253",
                        "windows-1254",
                        "windows-1255",
                        "windows-1256",
                        "ISO-8859-15",
                        "windows-31j",
                        "EUC-JP",
                        "GB18030",
                        "Big5",
                        "x-windows-949",
                        "KOI8-R")
                .stream()
                .filter(Charset::isSupported)
                .map(Charset::forName)
                .toList();
    }

    /// @throws ImportFault when it is no text
    static Encoding of(Source source, Optional<Charset> chosen) throws IOException {
        if (source instanceof Source.OfText) {
            return Encoding.TEXT;
        }
        byte[] head;
        try (InputStream in = source.open()) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            throw new ImportFault(source.name(), "is empty", "there is nothing to import");
        }
        Optional<Encoding> marked = marked(head);
        if (chosen.isPresent()) {
            int mark =
                    marked.filter(m -> sameFamily(m.charset(), chosen.get()))
                            .map(Encoding::mark)
                            .orElse(0);
            return new Encoding(chosen.get(), mark, Encoding.Known.CHOSEN, 100);
        }
        if (marked.isPresent()) {
            return marked.get();
        }
        Binary.refuse(source, head);
        return wide(head).or(() -> utf8(head)).orElseGet(() -> guess(head));
    }

    private static Optional<Encoding> marked(byte[] head) {
        for (Charset charset : MARKED) {
            byte[] mark = "\ufeff".getBytes(charset);
            if (head.length >= mark.length
                    && Arrays.equals(head, 0, mark.length, mark, 0, mark.length)) {
                return Optional.of(new Encoding(charset, mark.length, Encoding.Known.MARK, 100));
            }
        }
        return Optional.empty();
    }

    private static boolean sameFamily(Charset marked, Charset chosen) {
        return chosen.equals(marked)
                || (chosen.name().startsWith("UTF-16") && marked.name().startsWith("UTF-16"))
                || (chosen.name().startsWith("UTF-32") && marked.name().startsWith("UTF-32"));
    }

    /// UTF-16 without a mark: in most scripts every other byte of a blank or line end is zero.
    private static Optional<Encoding> wide(byte[] head) {
        int[] zeros = Binary.zeros(head);
        int half = Math.min(head.length, SAMPLE) / 2;
        boolean little = zeros[1] > half / 50 && zeros[0] <= zeros[1] / 20;
        boolean big = zeros[0] > half / 50 && zeros[1] <= zeros[0] / 20;
        if (little == big) {
            return Optional.empty();
        }
        if (zeros[0] + zeros[1] < half / 5 && Binary.isPlain(head)) {
            return Optional.empty();
        }
        Charset charset = little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return Optional.of(new Encoding(charset, 0, Encoding.Known.GUESS, 90));
    }

    /// UTF-8 when all bytes fit, or when far more letters fit than bytes do not: then the file is
    /// UTF-8 with a few broken lines.
    private static Optional<Encoding> utf8(byte[] head) {
        if (hasShifts(head)) {
            return Optional.empty();
        }
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(head);
        CharBuffer letters = CharBuffer.allocate(SAMPLE);
        long beyond = 0;
        long malformed = 0;
        while (true) {
            CoderResult result = decoder.decode(bytes, letters, head.length < HEAD);
            letters.flip();
            for (int i = 0; i < letters.length(); i++) {
                if (letters.charAt(i) >= 0x80) {
                    beyond++;
                }
            }
            letters.clear();
            if (result.isError()) {
                malformed++;
                bytes.position(bytes.position() + result.length());
            } else if (result.isUnderflow()) {
                break;
            }
        }
        if (malformed == 0) {
            return Optional.of(Encoding.TEXT);
        }
        return malformed * 10 < beyond
                ? Optional.of(new Encoding(StandardCharsets.UTF_8, 0, Encoding.Known.GUESS, 90))
                : Optional.empty();
    }

    /// ISO-2022 has only ASCII bytes and changes alphabets by escapes.
    private static boolean hasShifts(byte[] head) {
        for (int i = 0; i + 1 < head.length; i++) {
            if (head[i] == 0x1b && (head[i + 1] == '$' || head[i + 1] == '(')) {
                return true;
            }
        }
        return false;
    }

    private static Encoding guess(byte[] head) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(telling(head));
        for (CharsetMatch match : detector.detectAll()) {
            String name = LARGER.getOrDefault(match.getName(), match.getName());
            if (name.toUpperCase(Locale.ROOT).startsWith("UTF")
                    || name.startsWith("IBM")
                    || !Charset.isSupported(name)) {
                continue;
            }
            return new Encoding(
                    Charset.forName(name), 0, Encoding.Known.GUESS, match.getConfidence());
        }
        return new Encoding(Charset.forName("windows-1252"), 0, Encoding.Known.GUESS, 10);
    }

    /// The lines that say something about the encoding: those with more than ASCII.
    private static byte[] telling(byte[] head) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(SAMPLE);
        int start = 0;
        boolean tells = false;
        try {
            for (int i = 0; i < head.length && out.size() < SAMPLE; i++) {
                tells |= head[i] < 0 || head[i] == 0x1b;
                if (head[i] == '\n' || i == head.length - 1) {
                    if (tells) {
                        out.write(Arrays.copyOfRange(head, start, i + 1));
                    }
                    start = i + 1;
                    tells = false;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size() == 0 ? head : out.toByteArray();
    }
}
