package exemplar.backend.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A recording as a file: JSON objects, one a line. What stands behind the end of the last line was
/// cut off by a crash, perhaps within a character.
///
/// @param path where it is
record RecordingFile(Path path) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Takes one line of a recording.
    interface Lines {
        /// @throws IllegalArgumentException when it is none
        void line(JsonNode line);
    }

    /// Reads all lines.
    ///
    /// @return how many bytes of a last line that was cut off are left out
    /// @throws IOException with file, line and reason when it is no recording
    int read(Lines lines) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int number = 1;
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    take(line.toByteArray(), number++, lines);
                    line.reset();
                } else {
                    line.write(b);
                }
            }
            return last(line.toByteArray(), number, lines);
        }
    }

    private int last(byte[] line, int number, Lines lines) throws IOException {
        try {
            take(line, number, lines);
            return 0;
        } catch (IOException e) {
            if (number == 1) {
                throw e;
            }
            return line.length;
        }
    }

    private void take(byte[] line, int number, Lines lines) throws IOException {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException e) {
            throw new IOException(path + " is no recording: it is not UTF-8 text.", e);
        }
        if (text.isBlank()) {
            return;
        }
        try {
            lines.line(JSON.readTree(text));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IOException(path + ", line " + number + ": not a line of a recording.", e);
        }
    }

    /// Makes it ready for further lines: a last line that was cut off is taken away, a whole one
    /// without an end is ended. A file that is not there, or is empty, stays so.
    ///
    /// @throws IOException when it is something else than a recording, which is left as it is
    void ready() throws IOException {
        if (!Files.exists(path) || Files.size(path) == 0) {
            return;
        }
        int cut = read(RecordingJson::reply);
        try (FileChannel file =
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            file.truncate(file.size() - cut);
            ByteBuffer end = ByteBuffer.allocate(1);
            file.read(end, file.size() - 1);
            if (end.get(0) != '\n') {
                file.write(ByteBuffer.wrap(new byte[] {'\n'}), file.size());
            }
        }
    }
}
