package exemplar.study.importing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The lines of a file. For one thread.
final class Lines implements Closeable {
    /// Longer lines are refused: the study itself holds none of more than 16 MB.
    static final int LONGEST = 8_000_000;

    private final Decoded in;
    private final Charset charset;
    private final boolean loneReturnEnds;
    private final char[] block = new char[1 << 15];
    private final Deque<RawLine> again = new ArrayDeque<>();
    private int at;
    private int end;
    private long passed;
    private long number;

    /// @param loneReturnEnds whether a `\r` that no `\n` follows ends a line
    Lines(Decoded in, Charset charset, boolean loneReturnEnds) {
        this.in = in;
        this.charset = charset;
        this.loneReturnEnds = loneReturnEnds;
    }

    /// The next line, or one that was given back.
    Optional<RawLine> next() throws IOException {
        RawLine given = again.pollFirst();
        return given != null ? Optional.of(given) : read();
    }

    /// Gives lines back; the first of them comes next.
    void giveBack(List<RawLine> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            again.addFirst(lines.get(i));
        }
    }

    long bytes() {
        return in.bytes();
    }

    private Optional<RawLine> read() throws IOException {
        if (!filled()) {
            return Optional.empty();
        }
        number++;
        StringBuilder pieces = new StringBuilder(0);
        boolean tooLong = false;
        while (filled()) {
            int start = at;
            while (at < end && block[at] != '\n' && !(loneReturnEnds && block[at] == '\r')) {
                at++;
            }
            if (at == end) {
                tooLong |= !held(pieces, start);
                continue;
            }
            if (pieces.isEmpty() && !tooLong) {
                String text = new String(block, start, at - start);
                return Optional.of(line(text, lineEnd(), false));
            }
            tooLong |= !held(pieces, start);
            return Optional.of(line(pieces.toString(), lineEnd(), tooLong));
        }
        return Optional.of(line(pieces.toString(), "", tooLong));
    }

    private boolean held(StringBuilder text, int start) {
        int room = LONGEST - text.length();
        text.append(block, start, Math.min(room, at - start));
        return at - start <= room;
    }

    private String lineEnd() throws IOException {
        if (block[at++] == '\n') {
            return "\n";
        }
        if (filled() && block[at] == '\n') {
            at++;
            return "\r\n";
        }
        return "\r";
    }

    private RawLine line(String text, String lineEnd, boolean tooLong) {
        String fault = "";
        if (in.faultBefore(passed + at)) {
            fault = "has bytes that are no " + charset.displayName() + "; choose another encoding";
        } else if (tooLong) {
            fault = "is longer than " + LONGEST / 1_000_000 + " million characters";
        }
        if (!loneReturnEnds && lineEnd.equals("\n") && text.endsWith("\r")) {
            return new RawLine(number, text.substring(0, text.length() - 1), "\r\n", fault);
        }
        return new RawLine(number, text, lineEnd, fault);
    }

    private boolean filled() throws IOException {
        if (at < end) {
            return true;
        }
        passed += end;
        at = 0;
        end = 0;
        int count = in.read(block, 0, block.length);
        if (count < 0) {
            return false;
        }
        end = count;
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
