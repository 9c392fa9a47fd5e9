package exemplar.study.folder;

import exemplar.study.Study;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        boolean begin = length == 0;
        if (begin) {
            lines.writeBytes(header(base));
        }
        int start = lines.size();
        for (Map<String, Object> part : Effect.between(before, after, label)) {
            part.put("n", number + 1);
            lines.writeBytes(JournalLine.write(part));
        }
        long at = length;
        write(lines.toByteArray());
        if (begin) {
            disk.sync(folder);
        }
        number++;
        marks.add(new Mark(number, at + start, length));
        return number;
    }

    private void write(byte[] bytes) throws IOException {
        if (appender.isEmpty()) {
            appender = Optional.of(disk.appender(folder.resolve(FILE)));
        }
        appender.get().append(bytes, length);
        length += bytes.length;
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
        byte[] line = JournalLine.write(promise);
        if (length == 0) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.writeBytes(header(base));
            both.writeBytes(line);
            line = both.toByteArray();
        }
        write(line);
        disk.sync(folder);
    }

    /// Begins anew: the files are as given and hold everything up to and with that edit.
    synchronized void restart(long upTo, Map<String, Fingerprint> files) throws IOException {
        restart(upTo, files, List.of());
    }

    /// Begins anew with the files as given and one edit that leads from them to the study.
    synchronized void rebase(
            Map<String, Fingerprint> files, Study onDisk, Study study, String label)
            throws IOException {
        restart(number, files, onDisk == study ? List.of() : Effect.between(onDisk, study, label));
    }

    private void restart(
            long upTo, Map<String, Fingerprint> files, List<Map<String, Object>> instead)
            throws IOException {
        List<Mark> kept = marks.stream().filter(m -> m.number > upTo).toList();
        Path file = folder.resolve(FILE);
        if (kept.isEmpty() && instead.isEmpty()) {
            close();
            disk.delete(file);
            disk.sync(folder);
            length = 0;
            marks = new ArrayList<>();
        } else {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            lines.writeBytes(header(files));
            List<Mark> moved = new ArrayList<>();
            if (!instead.isEmpty()) {
                number++;
                int start = lines.size();
                for (Map<String, Object> part : instead) {
                    part.put("n", number);
                    lines.writeBytes(JournalLine.write(part));
                }
                moved.add(new Mark(number, start, lines.size()));
            } else {
                byte[] all = Files.readAllBytes(file);
                for (Mark mark : kept) {
                    int start = lines.size();
                    lines.write(all, (int) mark.start, (int) (mark.end - mark.start));
                    moved.add(new Mark(mark.number, start, lines.size()));
                }
            }
            Path fresh = folder.resolve(FILE + ".new");
            disk.write(fresh, out -> lines.writeTo(out));
            close();
            disk.rename(fresh, file);
            disk.sync(folder);
            length = lines.size();
            marks = moved;
        }
        base = files;
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
