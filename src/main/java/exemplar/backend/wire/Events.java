package exemplar.backend.wire;

import exemplar.backend.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Reads server-sent events (WHATWG HTML, section 9.2.6) from a stream.
///
/// Lines are decoded when they are complete, so a character split between two packets is whole
/// again. An event repeated with the same `id` is passed on once.
final class Events {

    /// Receives events.
    @FunctionalInterface
    interface Sink {
        /// @param name the event's type; empty when it has none
        /// @return whether to go on reading
        boolean event(String name, String data) throws IOException;
    }

    /// Stands in a text for bytes that are none; only where it does they are looked at more
    /// closely.
    private static final char REPLACED = '\ufffd';

    private final String where;
    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private int from;
    private int to;
    private boolean afterReturn;
    private boolean terminated = true;

    Events(String where, InputStream in) {
        this.where = where;
        this.in = in;
    }

    /// Reads to the end, or until the sink has enough.
    void read(Sink sink) throws IOException {
        StringBuilder data = new StringBuilder();
        String name = "";
        String id = "";
        String lastId = "";
        boolean any = false;
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean first = true;
        while (line(line)) {
            String text = decode(line);
            if (first) {
                first = false;
                text = text.startsWith("\ufeff") ? text.substring(1) : text;
            }
            if (text.isEmpty()) {
                boolean repeated = !id.isEmpty() && id.equals(lastId);
                if (any && !repeated && !sink.event(name, data.toString())) {
                    return;
                }
                lastId = id.isEmpty() ? lastId : id;
                data.setLength(0);
                name = "";
                id = "";
                any = false;
                continue;
            }
            int colon = text.indexOf(':');
            String field = colon < 0 ? text : text.substring(0, colon);
            String value = colon < 0 ? "" : text.substring(colon + 1);
            value = value.startsWith(" ") ? value.substring(1) : value;
            switch (field) {
                case "data" -> {
                    data.append(any ? "\n" : "").append(value);
                    any = true;
                }
                case "event" -> name = value;
                case "id" -> id = value;
                default -> {}
            }
        }
        // Some servers leave out the blank line after the last event. A line that was cut off is no
        // event: whoever reads then misses the end and says so.
        if (any && (terminated || data.toString().equals("[DONE]"))) {
            sink.event(name, data.toString());
        }
    }

    private String decode(ByteArrayOutputStream line) throws WireFault {
        String read = line.toString(StandardCharsets.UTF_8);
        if (read.indexOf(REPLACED) < 0) {
            return read;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new WireFault(
                    new Fault.Malformed(where + " sent bytes that are no UTF-8 text. Try again."));
        }
    }

    /// The next line without its end; false at the end of the stream. A last line without an end
    /// counts when it is whole text.
    private boolean line(ByteArrayOutputStream line) throws IOException {
        line.reset();
        while (true) {
            if (from == to) {
                int n = in.read(buffer, 0, buffer.length);
                if (n < 0) {
                    // Asked once more behind a cut line, there is nothing; the line stays cut.
                    terminated &= line.size() == 0;
                    return line.size() > 0 && whole(line);
                }
                from = 0;
                to = n;
            }
            if (afterReturn && buffer[from] == '\n') {
                afterReturn = false;
                from++;
                continue;
            }
            afterReturn = false;
            int start = from;
            while (from < to && buffer[from] != '\n' && buffer[from] != '\r') {
                from++;
            }
            line.write(buffer, start, from - start);
            if (from < to) {
                afterReturn = buffer[from++] == '\r';
                return true;
            }
        }
    }

    private static boolean whole(ByteArrayOutputStream line) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
