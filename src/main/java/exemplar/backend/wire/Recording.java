package exemplar.backend.wire;

import exemplar.backend.Reply.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Passes a body on and keeps what passed.
final class Recording extends InputStream {
    private final Body body;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(1024);

    Recording(Body body) {
        this.body = body;
    }

    @Override
    public int read() throws IOException {
        int b = body.read();
        if (b >= 0) {
            kept.write(b);
        }
        return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = body.read(into, offset, length);
        if (n > 0) {
            kept.write(into, offset, n);
        }
        return n;
    }

    /// Everything that passed so far; half a character at the end shows as a replacement sign.
    String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }

    /// Reads what is left after the last event, so that the connection can be used again.
    void finish() throws WireFault {
        body.finish();
    }

    Exchange exchange(Call call) {
        return new Exchange(call.redact(call.body().orElse("")), call.redact(text()));
    }

    @Override
    public void close() {
        body.close();
    }
}
