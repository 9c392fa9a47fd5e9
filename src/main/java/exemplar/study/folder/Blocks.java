package exemplar.study.folder;

import exemplar.study.line.Eight;
import exemplar.study.line.LineScan;
import exemplar.study.line.Scanned;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// Cuts a file into blocks of whole lines. For one thread, blocking.
final class Blocks {
    /// Longer lines are left out.
    static final int LONGEST = 16_000_000;

    private static final int BLOCK = 1 << 18;

    private final InputStream in;
    private final CRC32C crc = new CRC32C();
    private byte[] buffer;
    private int held;
    private long read;
    private boolean ended;
    private boolean skipping;
    private boolean begun;
    private boolean bom;
    private boolean utf16;
    private boolean crlf;
    private boolean unended;

    /// Some lines of the file, in `bytes[from, to)`, which are never changed again.
    ///
    /// @param tooLong whether a line behind these was left out, as it was too long
    /// @param read how many bytes of the file were read until then
    record Block(byte[] bytes, int from, int to, boolean tooLong, long read) {

        /// Checks each line by itself.
        List<Cut> cut(LineScan scan) {
            List<Cut> lines = new ArrayList<>();
            for (int at = from; at < to; ) {
                int end = Eight.newline(bytes, at, to);
                int next = Math.min(to, end + 1);
                lines.add(new Cut(scan.scan(bytes, at, end), at, next));
                at = next;
            }
            return lines;
        }
    }

    /// A line of a block.
    ///
    /// @param from where it begins in the bytes of the block
    /// @param next where the one after it does
    record Cut(Scanned scanned, int from, int next) {}

    /// @param size of the file, as far as it is known beforehand
    Blocks(InputStream in, long size) {
        this.in = in;
        buffer = new byte[Math.clamp(size + 1, 1 << 10, BLOCK)];
    }

    /// The next lines; empty at the end of the file, and at the beginning of one that is UTF-16.
    Optional<Block> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        if (held == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.readNBytes(buffer, held, buffer.length - held);
        if (count <= 0) {
            ended = true;
            unended = held > 0;
            return unended
                    ? Optional.of(new Block(buffer, 0, held, false, read))
                    : Optional.empty();
        }
        crc.update(buffer, held, count);
        boolean first = read == 0;
        read += count;
        int search = held;
        held += count;
        if (first && held >= 3) {
            look();
            if (utf16) {
                ended = true;
                return Optional.empty();
            }
        }
        return Optional.of(cut(first && bom ? 3 : 0, search));
    }

    private void look() {
        utf16 =
                buffer[0] == (byte) 0xFF && buffer[1] == (byte) 0xFE
                        || buffer[0] == (byte) 0xFE && buffer[1] == (byte) 0xFF;
        bom = buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF;
    }

    /// @param begin where the lines begin
    /// @param search what stands before has no line end
    private Block cut(int begin, int search) {
        byte[] bytes = buffer;
        int from = begin;
        int newline = Eight.newline(bytes, Math.max(search, begin), held);
        if (newline < held) {
            crlf |= !begun && newline > begin && bytes[newline - 1] == '\r';
            begun = true;
            if (skipping) {
                skipping = false;
                from = newline + 1;
            }
        }
        int to = newline < held ? lastNewline(bytes) + 1 : from;
        keepRest(to);
        boolean tooLong = !skipping && held > LONGEST;
        if (tooLong) {
            skipping = true;
            begun = true;
        }
        if (skipping) {
            held = 0;
        }
        return new Block(bytes, from, to, tooLong, read);
    }

    private int lastNewline(byte[] bytes) {
        int last = held - 1;
        while (bytes[last] != '\n') {
            last--;
        }
        return last;
    }

    /// The lines cut so far keep the old array.
    private void keepRest(int from) {
        held -= from;
        if (from > 0) {
            byte[] next = new byte[Math.max(BLOCK, held)];
            System.arraycopy(buffer, from, next, 0, held);
            buffer = next;
        }
    }

    /// Whether the file begins with a mark of its byte order.
    boolean bom() {
        return bom;
    }

    /// Whether the file is UTF-16, which nothing was read of.
    boolean utf16() {
        return utf16;
    }

    /// Whether the first line ends with CR LF.
    boolean crlf() {
        return crlf;
    }

    /// Whether the last line has no end.
    boolean unended() {
        return unended;
    }

    /// How many bytes were read.
    long read() {
        return read;
    }

    /// What was read, once all of it was.
    Fingerprint print() {
        return new Fingerprint(read, crc.getValue());
    }
}
