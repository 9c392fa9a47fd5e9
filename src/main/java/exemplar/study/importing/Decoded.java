package exemplar.study.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.Deque;

/// Bytes as letters. Bytes that are none in the encoding become U+FFFD, and where that happened is
/// remembered, so that the row they stand in can be refused.
final class Decoded extends Reader {
    private static final int BLOCK = 1 << 16;
    private static final int MOST_FAULTS = 1_000_000;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).flip();
    private final Deque<Long> faults = new ArrayDeque<>();
    private long read;
    private long position;
    private boolean ended;
    private boolean flushed;

    /// @param skip bytes of the mark at the beginning
    Decoded(InputStream in, Charset charset, int skip) throws IOException {
        this.in = in;
        this.decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        in.skipNBytes(skip);
        read = skip;
    }

    /// Bytes read so far.
    long bytes() {
        return read;
    }

    /// Whether bytes before that character, counted from 0, could not be read; each is told once.
    boolean faultBefore(long character) {
        boolean found = false;
        while (!faults.isEmpty() && faults.peekFirst() < character) {
            faults.pollFirst();
            found = true;
        }
        return found;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0 || flushed) {
            return length == 0 ? 0 : -1;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("reading was cancelled");
        }
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        while (out.position() == 0) {
            if (!bytes.hasRemaining() && !ended) {
                fill();
            }
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                if (!out.hasRemaining()) {
                    break;
                }
                bytes.position(bytes.position() + result.length());
                if (faults.size() < MOST_FAULTS) {
                    faults.addLast(position + out.position());
                }
                out.put('\ufffd');
            } else if (result.isUnderflow()) {
                if (ended) {
                    flushed = true;
                    decoder.flush(out);
                    break;
                }
                fill();
            } else if (out.position() == 0) {
                throw new IOException("a character of two units does not fit into one");
            }
        }
        position += out.position();
        return out.position() == 0 ? -1 : out.position();
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
            read += count;
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
