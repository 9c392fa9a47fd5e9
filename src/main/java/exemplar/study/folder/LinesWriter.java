package exemplar.study.folder;

import exemplar.study.Examples;
import exemplar.study.line.Line;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/// Writes a file of examples: untouched lines byte for byte, stray ones where they stood.
final class LinesWriter {
    private static final int BUFFER = 1 << 18;
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Examples examples;
    private final Loaded shape;
    private long written;

    /// @param shape the file as it was read before
    LinesWriter(Examples examples, Loaded shape) {
        this.examples = examples;
        this.shape = shape;
    }

    /// Writes everything and returns what came out.
    Fingerprint writeTo(OutputStream target) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(target, new CRC32C());
        OutputStream out = new BufferedOutputStream(checked, BUFFER);
        if (shape.bom()) {
            put(out, BOM);
        }
        TreeMap<Integer, List<Stray>> strays = strays();
        int size = examples.size();
        int last = strays.isEmpty() ? -1 : strays.lastKey();
        for (int row = 0; row <= size; row++) {
            List<Stray> here = row <= last ? strays.get(row) : null;
            if (here != null) {
                for (Stray stray : here) {
                    put(out, stray.lines());
                    boolean ended = stray.lines()[stray.lines().length - 1] == '\n';
                    if (!ended && row < size) {
                        end(out);
                    }
                }
            }
            if (row < size) {
                line(out, examples.line(row), row == size - 1 && last < size);
            }
        }
        out.flush();
        return new Fingerprint(written, checked.getChecksum().getValue());
    }

    private void line(OutputStream out, Line line, boolean atEnd) throws IOException {
        line.writeTo(out);
        written += line.length();
        if (atEnd && shape.unended()) {
            return;
        }
        if (shape.crlf() && !line.endsWithReturn()) {
            out.write('\r');
            written++;
        }
        end(out);
    }

    private void end(OutputStream out) throws IOException {
        out.write('\n');
        written++;
    }

    private void put(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    /// The strays by the row before which they stand.
    private TreeMap<Integer, List<Stray>> strays() {
        TreeMap<Integer, List<Stray>> rows = new TreeMap<>();
        for (Stray stray : shape.strays()) {
            int anchor = stray.after().isEmpty() ? -1 : examples.indexOfId(stray.after());
            int row =
                    anchor >= 0 || stray.after().isEmpty()
                            ? anchor + 1
                            : Math.min(stray.row(), examples.size());
            rows.computeIfAbsent(row, r -> new ArrayList<>()).add(stray);
        }
        return rows;
    }
}
