package exemplar.study.folder;

import exemplar.study.Examples;
import exemplar.study.ExamplesBuilder;
import exemplar.study.Finding;
import exemplar.study.LineSet;
import exemplar.study.line.BrokenLine;
import exemplar.study.line.Line;
import exemplar.study.line.Scanned;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/// Reads a file of examples. Every line is checked; what is no example is kept as a [Stray] and
/// reported. For one thread, blocking; an interrupt ends it.
final class LinesReader {
    private static final int MOST_STRAYS = 64_000_000;
    private static final int FIRST = 512;
    private static final int LATER = 1 << 17;

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
        Blocks blocks = new Blocks(in, size);
        new Cutting(blocks).each(size, this::take);
        if (blocks.utf16()) {
            return utf16(blocks.read());
        }
        endStray();
        return new Loaded(
                built.build(),
                strays,
                blocks.bom(),
                blocks.crlf(),
                blocks.unended(),
                blocks.print(),
                findings.list(),
                incomplete);
    }

    private void take(Blocks.Block block, List<Blocks.Cut> lines) {
        for (Blocks.Cut cut : lines) {
            line(block, cut);
        }
        if (block.tooLong()) {
            number++;
            findings.tooLong(number, Blocks.LONGEST);
            incomplete(file + " has a line of more than " + Blocks.LONGEST / 1_000_000 + " MB");
        }
    }

    private void line(Blocks.Block block, Blocks.Cut cut) {
        number++;
        switch (cut.scanned()) {
            case Line line -> {
                Optional<Line> twin = ids.add(line);
                if (twin.isPresent()) {
                    if (findings.takeMore()) {
                        findings.duplicate(number, lineOf(twin.get()), line.id());
                    }
                    keep(block, cut);
                } else {
                    endStray();
                    built.add(line);
                    tell(block.read());
                }
            }
            case BrokenLine broken -> {
                findings.broken(number, broken);
                keep(block, cut);
            }
            case Scanned.Blank blank -> keep(block, cut);
        }
    }

    private void tell(long read) {
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

    private void keep(Blocks.Block block, Blocks.Cut cut) {
        if (stray.size() == 0) {
            last = built.size() == 0 ? "" : built.last().id();
        }
        int length = cut.next() - cut.from();
        strayBytes += length;
        if (strayBytes > MOST_STRAYS) {
            incomplete(file + " is mostly not made of examples");
        } else {
            stray.write(block.bytes(), cut.from(), length);
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

    private Loaded utf16(long read) {
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
