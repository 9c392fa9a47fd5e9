package exemplar.backend.gguf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/// Reads little-endian values from a file that may end or lie anywhere.
final class GgufReader {
    private static final int LONGEST_TEXT = 4 << 20;
    private final SeekableByteChannel channel;
    private final long size;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long bufferStart;

    GgufReader(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    long position() {
        return bufferStart + buffer.position();
    }

    long size() {
        return size;
    }

    private void need(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return;
        }
        bufferStart += buffer.position();
        buffer.compact();
        while (buffer.position() < bytes) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        buffer.flip();
    }

    int u8() throws IOException {
        need(1);
        return buffer.get() & 0xff;
    }

    int u16() throws IOException {
        need(2);
        return buffer.getShort() & 0xffff;
    }

    int i32() throws IOException {
        need(4);
        return buffer.getInt();
    }

    long i64() throws IOException {
        need(8);
        return buffer.getLong();
    }

    float f32() throws IOException {
        need(4);
        return buffer.getFloat();
    }

    double f64() throws IOException {
        need(8);
        return buffer.getDouble();
    }

    /// A count or length that the rest of the file could hold.
    ///
    /// @param each least bytes that one of them takes
    long count(String what, int each) throws IOException {
        long n = i64();
        if (n < 0 || n > (size - position()) / each) {
            throw new BadGguf(
                    "The file says it has %s %s, more than it could hold. It is damaged."
                            .formatted(Long.toUnsignedString(n), what));
        }
        return n;
    }

    String text() throws IOException {
        long length = count("bytes in a text", 1);
        if (length > LONGEST_TEXT) {
            throw new BadGguf("A text in the file's header is longer than 4 MiB. It is damaged.");
        }
        byte[] bytes = new byte[(int) length];
        int at = 0;
        while (at < bytes.length) {
            need(1);
            int n = Math.min(buffer.remaining(), bytes.length - at);
            buffer.get(bytes, at, n);
            at += n;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    void skip(long bytes) throws IOException {
        if (bytes < 0 || bytes > size - position()) {
            throw new EOFException();
        }
        if (bytes <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) bytes);
        } else {
            bufferStart = position() + bytes;
            channel.position(bufferStart);
            buffer.limit(0);
        }
    }
}
