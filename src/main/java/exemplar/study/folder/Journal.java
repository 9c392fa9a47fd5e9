package exemplar.study.folder;

import exemplar.study.Study;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `.journal`: every edit since the last save, on the disk before it is acknowledged. Safe for
/// several threads. There is no file when there is nothing to keep.
///
/// The file is a sequence of checked lines (see [JournalLine]): first what the files of the study
/// were when it began, then edits (see [Effect]), numbered from 1, and checkpoints: the promise
/// that complete new files lie ready under other names, which recovery keeps where a save could
/// not.
final class Journal {
    static final String FILE = ".journal";

    private static final int PIECE = 1 << 20;

    private final Disk disk;
    private final Path folder;
    private Optional<Disk.Appender> appender = Optional.empty();
    private Map<String, Fingerprint> base;
    private long length;
    private long number;
    private List<Mark> marks = new ArrayList<>();

    /// Where an edit stands in the file.
    private record Mark(long number, long start, long end) {}

    /// A journal of files as they are; nothing is written yet.
    Journal(Disk disk, Path folder, Map<String, Fingerprint> base) {
        this.disk = disk;
        this.folder = folder;
        this.base = base;
    }

    /// Goes on behind what was read from the file.
    synchronized void resume(JournalRead read) {
        length = read.length();
        number = read.checkpoint().map(JournalRead.Checkpoint::upTo).orElse(0L);
        for (JournalRead.Entry entry : read.entries()) {
            number = Math.max(number, entry.number());
            marks.add(new Mark(entry.number(), entry.start(), entry.end()));
        }
    }

    /// Keeps an edit; returns its number.
    synchronized long append(Study before, Study after, String label) throws IOException {
        boolean begin = length == 0;
        Appending end = new Appending(length);
        long start;
        try {
            if (begin) {
                end.put(header(base));
            }
            start = end.at;
            Effect.between(
                    before,
                    after,
                    label,
                    part -> {
                        part.put("n", number + 1);
                        end.put(JournalLine.write(part));
                    });
            end.sync(begin);
        } catch (IOException e) {
            cutBack(e);
            throw e;
        }
        number++;
        marks.add(new Mark(number, start, length));
        return number;
    }

    /// Takes away what was written of an edit that is refused, so that it does not come back.
    private void cutBack(IOException cause) {
        try {
            if (appender.isPresent()) {
                appender.get().append(new byte[0], length);
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /// Writes behind the end, which moves only when all of it is on the disk: what a failure left
    /// there is written over by the next one.
    private final class Appending {
        private long at;

        Appending(long at) {
            this.at = at;
        }

        void put(byte[] bytes) throws IOException {
            if (appender.isEmpty()) {
                appender = Optional.of(disk.appender(folder.resolve(FILE)));
            }
            appender.get().append(bytes, at);
            at += bytes.length;
        }

        void sync(boolean alsoName) throws IOException {
            appender.orElseThrow().sync();
            if (alsoName) {
                disk.sync(folder);
            }
            length = at;
        }
    }

    /// The number of the last edit; 0 when there was none.
    synchronized long number() {
        return number;
    }

    /// Bytes in the file.
    synchronized long length() {
        return length;
    }

    /// Promises that the files under the temporary names are the study up to and with that edit.
    synchronized void checkpoint(
            long upTo, Map<String, Fingerprint> files, Map<String, String> temporary)
            throws IOException {
        Map<String, Object> promise = new LinkedHashMap<>();
        promise.put("saved", upTo);
        promise.put("files", members(files));
        promise.put("temporary", temporary);
        Appending end = new Appending(length);
        try {
            if (length == 0) {
                end.put(header(base));
            }
            end.put(JournalLine.write(promise));
            end.sync(true);
        } catch (IOException e) {
            cutBack(e);
            throw e;
        }
    }

    /// Begins anew: the files are as given and hold everything up to and with that edit.
    synchronized void restart(long upTo, Map<String, Fingerprint> files) throws IOException {
        List<Mark> kept = marks.stream().filter(m -> m.number > upTo).toList();
        if (kept.isEmpty()) {
            close();
            disk.delete(folder.resolve(FILE));
            disk.sync(folder);
            base = files;
            length = 0;
            marks = new ArrayList<>();
            return;
        }
        begin(
                files,
                fresh -> {
                    try (FileChannel old = FileChannel.open(folder.resolve(FILE))) {
                        for (Mark mark : kept) {
                            long start = fresh.written;
                            for (long at = mark.start; at < mark.end; ) {
                                ByteBuffer piece =
                                        ByteBuffer.allocate((int) Math.min(PIECE, mark.end - at));
                                at += old.read(piece, at);
                                fresh.put(Arrays.copyOf(piece.array(), piece.position()));
                            }
                            fresh.marks.add(new Mark(mark.number, start, fresh.written));
                        }
                    }
                });
    }

    /// Begins anew with the files as given and one edit that leads from them to the study.
    synchronized void rebase(
            Map<String, Fingerprint> files, Study onDisk, Study study, String label)
            throws IOException {
        long next = number + 1;
        begin(
                files,
                fresh -> {
                    long start = fresh.written;
                    Effect.between(
                            onDisk,
                            study,
                            label,
                            part -> {
                                part.put("n", next);
                                fresh.put(JournalLine.write(part));
                            });
                    fresh.marks.add(new Mark(next, start, fresh.written));
                });
        number = next;
    }

    /// A journal that is being written to take the place of this one.
    private static final class Fresh {
        private final OutputStream out;
        private final List<Mark> marks = new ArrayList<>();
        private long written;

        Fresh(OutputStream out) {
            this.out = out;
        }

        void put(byte[] bytes) throws IOException {
            out.write(bytes);
            written += bytes.length;
        }
    }

    @FunctionalInterface
    private interface Body {
        void writeTo(Fresh fresh) throws IOException;
    }

    private void begin(Map<String, Fingerprint> files, Body body) throws IOException {
        Path fresh = folder.resolve(FILE + ".new");
        List<Fresh> written = new ArrayList<>();
        disk.write(
                fresh,
                out -> {
                    Fresh journal = new Fresh(out);
                    journal.put(header(files));
                    body.writeTo(journal);
                    written.add(journal);
                });
        close();
        disk.rename(fresh, folder.resolve(FILE));
        disk.sync(folder);
        base = files;
        length = written.getLast().written;
        marks = written.getLast().marks;
    }

    /// Forgets every edit that was not saved.
    synchronized void discard() throws IOException {
        restart(number, base);
    }

    synchronized void close() throws IOException {
        if (appender.isPresent()) {
            appender.get().close();
            appender = Optional.empty();
        }
    }

    private static byte[] header(Map<String, Fingerprint> files) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("journal", 1);
        header.put("files", members(files));
        return JournalLine.write(header);
    }

    private static Map<String, Object> members(Map<String, Fingerprint> files) {
        Map<String, Object> members = new LinkedHashMap<>();
        files.forEach((name, print) -> members.put(name, print.members()));
        return Collections.unmodifiableMap(members);
    }
}
