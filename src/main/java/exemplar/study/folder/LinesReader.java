package exemplar.study.folder;

import exemplar.study.Examples;
import exemplar.study.ExamplesBuilder;
import exemplar.study.Finding;
import exemplar.study.LineSet;
import exemplar.study.line.BrokenLine;
import exemplar.study.line.Eight;
import exemplar.study.line.Line;
import exemplar.study.line.LineScan;
import exemplar.study.line.Scanned;
import exemplar.study.line.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.zip.CRC32C;

/// Reads a file of examples. Every line is checked; what is no example is kept as a [Stray] and
/// reported. For one thread, blocking; an interrupt ends it.
final class LinesReader {
    /// Longer lines are reported and left out.
    static final int LONGEST = 16_000_000;

    private static final int MOST_STRAYS = 64_000_000;
    private static final int BLOCK = 1 << 18;
    private static final int FIRST = 512;
    private static final int LATER = 1 << 17;

    private final LineScan scan = new LineScan(new Words());
    private final ExamplesBuilder built = new ExamplesBuilder();
    private final LineSet ids = new LineSet();
    private final Findings findings;
    private final List<Stray> strays = new ArrayList<>();
    private final ByteArrayOutputStream stray = new ByteArrayOutputStream();
    private final ObjLongConsumer<Examples> progress;
    private final String file;
    private String last = "";
    private int number;
    private long strayBytes;
    private int told = FIRST;
    private long read;
    private Optional<String> incomplete = Optional.empty();

    private LinesReader(String file, ObjLongConsumer<Examples> progress) {
        this.file = file;
        this.progress = progress;
        findings = new Findings(file);
    }

    /// Reads the file of that name in the folder.
    ///
    /// @param progress told now and then what was read so far, and from how many bytes
    static Loaded read(Path folder, String file, ObjLongConsumer<Examples> progress)
            throws IOException {
        Path path = folder.resolve(file);
        if (Files.notExists(path)) {
            return Loaded.NOTHING;
        }
        if (Files.isDirectory(path)) {
            throw new StudyFault(
                    Finding.ofFile(
                            Finding.Kind.FILE, file, "is a directory", "move it out of the study"));
        }
        refuseTooLarge(file, Files.size(path));
        try (InputStream in = Files.newInputStream(path)) {
            return new LinesReader(file, progress).read(in, Files.size(path));
        }
    }

    private static void refuseTooLarge(String file, long size) throws StudyFault {
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
        if (size > 10_000_000 && size * 1.3 > free) {
            throw new StudyFault(
                    Finding.ofFile(
                            Finding.Kind.FILE,
                            file,
                            "has %,d MB and %,d MB of memory are free"
                                    .formatted(size >> 20, free >> 20),
                            "give Java more with -Xmx, or split the study"));
        }
    }

    private Loaded read(InputStream in, long size) throws IOException {
        CRC32C crc = new CRC32C();
        byte[] buffer = new byte[Math.clamp(size + 1, 1 << 10, BLOCK)];
        int held = 0;
        boolean first = true;
        boolean bom = false;
        boolean crlf = false;
        boolean skipping = false;
        while (true) {
            if (held == buffer.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            int count = in.readNBytes(buffer, held, buffer.length - held);
            if (count <= 0) {
                break;
            }
            crc.update(buffer, held, count);
            read += count;
            int from = 0;
            int search = held;
            held += count;
            if (first && held >= 3) {
                first = false;
                if (isUtf16(buffer)) {
                    return utf16();
                }
                bom =
                        buffer[0] == (byte) 0xEF
                                && buffer[1] == (byte) 0xBB
                                && buffer[2] == (byte) 0xBF;
                from = bom ? 3 : 0;
            }
            int i = Eight.newline(buffer, Math.max(search, from), held);
            for (; i < held; i = Eight.newline(buffer, i + 1, held)) {
                crlf |= number == 0 && i > from && buffer[i - 1] == '\r';
                if (skipping) {
                    skipping = false;
                } else {
                    line(buffer, from, i, i + 1);
                }
                from = i + 1;
            }
            held -= from;
            if (from > 0) {
                // The lines read so far keep the old array.
                byte[] next = new byte[Math.max(BLOCK, held)];
                System.arraycopy(buffer, from, next, 0, held);
                buffer = next;
            }
            if (skipping || held > LONGEST) {
                if (!skipping) {
                    number++;
                    findings.tooLong(number, LONGEST);
                    skipping = true;
                    incomplete(file + " has a line of more than " + LONGEST / 1_000_000 + " MB");
                }
                held = 0;
            }
        }
        boolean unended = held > 0;
        if (unended) {
            line(buffer, 0, held, held);
        }
        endStray();
        return new Loaded(
                built.build(),
                strays,
                bom,
                crlf,
                unended,
                new Fingerprint(read, crc.getValue()),
                findings.list(),
                incomplete);
    }

    private void line(byte[] buffer, int from, int to, int next) {
        number++;
        Scanned scanned = scan.scan(buffer, from, to);
        switch (scanned) {
            case Line line -> {
                Optional<Line> twin = ids.add(line);
                if (twin.isPresent()) {
                    if (findings.takeMore()) {
                        findings.duplicate(number, lineOf(twin.get()), line.id());
                    }
                    keep(buffer, from, next);
                } else {
                    endStray();
                    built.add(line);
                    tell();
                }
            }
            case BrokenLine broken -> {
                findings.broken(number, broken);
                keep(buffer, from, next);
            }
            case Scanned.Blank blank -> keep(buffer, from, next);
        }
    }

    private void tell() {
        if (built.size() >= told) {
            told += LATER;
            progress.accept(built.soFar(), read);
        }
    }

    /// The line number of an example: its row, and the stray lines before it.
    private int lineOf(Line line) {
        Examples soFar = built.soFar();
        int row = soFar.indexOfId(line.id());
        int before = row + 1;
        for (Stray one : strays) {
            if (one.row() <= row) {
                for (byte b : one.lines()) {
                    before += b == '\n' ? 1 : 0;
                }
            }
        }
        return before;
    }

    private void keep(byte[] buffer, int from, int next) {
        if (stray.size() == 0) {
            last = built.size() == 0 ? "" : built.last().id();
        }
        strayBytes += next - from;
        if (strayBytes > MOST_STRAYS) {
            incomplete(file + " is mostly not made of examples");
        } else {
            stray.write(buffer, from, next - from);
        }
    }

    private void endStray() {
        if (stray.size() > 0) {
            strays.add(new Stray(last, built.size(), stray.toByteArray()));
            stray.reset();
        }
    }

    private void incomplete(String why) {
        if (incomplete.isEmpty()) {
            incomplete = Optional.of(why + ", so the study is open for reading only.");
        }
    }

    private static boolean isUtf16(byte[] b) {
        return b[0] == (byte) 0xFF && b[1] == (byte) 0xFE
                || b[0] == (byte) 0xFE && b[1] == (byte) 0xFF;
    }

    private Loaded utf16() {
        Finding finding =
                Finding.ofFile(
                        Finding.Kind.ENCODING,
                        file,
                        "is UTF-16",
                        "save it as UTF-8, or move it away and import it");
        incomplete(file + " is UTF-16");
        return new Loaded(
                Examples.NONE,
                List.of(),
                false,
                false,
                false,
                new Fingerprint(read, -1),
                List.of(finding),
                incomplete);
    }
}
