package exemplar.study.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import exemplar.study.line.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/// One line of the journal: a JSON object whose last member is a checksum of what stands before it,
/// so that a line that was cut or damaged is not taken for an edit.
final class JournalLine {
    private static final int TAIL = ",\"sum\":\"00000000\"}\n".length();

    private JournalLine() {}

    /// The line with its newline.
    static byte[] write(Map<String, Object> members) {
        String json = JsonText.compact(members);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        int head = bytes.length - 1;
        byte[] line = Arrays.copyOf(bytes, head + TAIL);
        System.arraycopy(tail(bytes, head), 0, line, head, TAIL);
        return line;
    }

    private static byte[] tail(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return ",\"sum\":\"%08x\"}\n".formatted(crc.getValue()).getBytes(StandardCharsets.US_ASCII);
    }

    /// The members of a line with its newline; empty when it is not whole.
    static Optional<Map<String, Object>> read(byte[] line) {
        int head = line.length - TAIL;
        if (head < 1
                || !Arrays.equals(tail(line, head), Arrays.copyOfRange(line, head, line.length))) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonText.object(line));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
