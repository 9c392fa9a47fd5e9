package exemplar.study.folder;

import exemplar.study.Finding;
import exemplar.study.Study;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Opening a study, step by step, for those who want to show the first rows before the last are
/// read. [#open] does the work on the thread that calls it; [#progress] and the consumer of rows
/// tell how far it is.
public final class Opening {
    private static final String LOCK = ".lock";

    private final Path folder;
    private final Disk disk;
    private final Consumer<Study> rows;
    private volatile double progress;

    /// @param rows told on the opening thread what was read so far: first the study without
    ///   examples, then with the first few hundred, then now and then; never the complete one
    public Opening(Path folder, Consumer<Study> rows) {
        this(folder, rows, new RealDisk());
    }

    Opening(Path folder, Consumer<Study> rows, Disk disk) {
        this.folder = folder;
        this.rows = rows;
        this.disk = disk;
    }

    /// How much was read, 0 to 1.
    public double progress() {
        return progress;
    }

    /// Opens the study. Blocks; an interrupt ends it with an [IOException].
    ///
    /// @throws StudyFault with a sentence for a person, when it is no study that can be shown
    public OpenStudy open() throws IOException {
        StudyReader.refuseOther(folder);
        Optional<String> readOnly = Optional.empty();
        Closeable lock = () -> {};
        try {
            Optional<Closeable> ours = disk.lock(folder.resolve(LOCK));
            if (ours.isPresent()) {
                lock = ours.get();
            } else {
                readOnly =
                        Optional.of(
                                "This study is open in another window, so it is open for reading"
                                        + " only here.");
            }
        } catch (FileSystemException | ReadOnlyFileSystemException e) {
            readOnly =
                    Optional.of(
                            "This study is open for reading only: " + Sentences.reason(e) + ".");
        }
        boolean done = false;
        try {
            OpenStudy open = open(lock, readOnly);
            done = true;
            return open;
        } catch (StudyFault | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw new StudyFault(
                    Finding.ofFile(
                            Finding.Kind.FILE,
                            folder.toString(),
                            "cannot be opened: " + Sentences.reason(e),
                            ""),
                    e);
        } finally {
            if (!done) {
                lock.close();
            }
        }
    }

    private OpenStudy open(Closeable lock, Optional<String> readOnly) throws IOException {
        Optional<JournalRead> found = JournalRead.of(folder);
        Optional<JournalRead.Checkpoint> promise = promise(found);
        if (readOnly.isEmpty() && promise.isPresent()) {
            Recovery.finish(disk, folder, promise.get());
        }
        StudyFiles files = new StudyReader(folder, rows, share -> progress = share).read();
        Optional<String> reason = readOnly.or(() -> whyReadOnly(files));
        if (reason.isEmpty()) {
            Recovery.clean(disk, folder);
        }
        Map<String, Fingerprint> base =
                promise.map(JournalRead.Checkpoint::files)
                        .or(() -> found.map(JournalRead::base))
                        .orElse(files.prints());
        long upTo = promise.map(JournalRead.Checkpoint::upTo).orElse(0L);
        List<JournalRead.Entry> entries =
                found.map(JournalRead::entries).orElse(List.of()).stream()
                        .filter(entry -> entry.number() > upTo)
                        .toList();
        Set<String> same = new HashSet<>();
        for (String file : StudyFiles.ALL) {
            if (files.print(file).equals(base.getOrDefault(file, Fingerprint.ABSENT))) {
                same.add(file);
            }
        }
        boolean exact = same.size() == StudyFiles.ALL.size();
        Journal journal = new Journal(disk, folder, files.prints());
        if (reason.isPresent() && !exact) {
            // Somebody else is saving just now, or the edits cannot be put in safely.
            entries = List.of();
        }
        Study study = Recovery.replay(files.study(), entries, same);
        if (reason.isEmpty() && found.isPresent()) {
            journal.resume(found.get());
            if (exact) {
                if (promise.isPresent() || entries.isEmpty()) {
                    journal.restart(upTo, files.prints());
                }
            } else {
                keepJournal();
                journal.rebase(files.prints(), files.study(), study, "restore after a crash");
            }
        } else if (reason.isEmpty()) {
            disk.delete(folder.resolve(Journal.FILE));
        }
        Optional<Restored> restored =
                entries.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Restored(entries.size(), entries.getLast().label(), exact));
        progress = 1;
        return new OpenStudy(folder, disk, journal, lock, files, study, reason, restored);
    }

    private Optional<JournalRead.Checkpoint> promise(Optional<JournalRead> found)
            throws IOException {
        Optional<JournalRead.Checkpoint> promise = found.flatMap(JournalRead::checkpoint);
        return promise.isPresent() && Recovery.canFinish(folder, promise.get())
                ? promise
                : Optional.empty();
    }

    private void keepJournal() throws IOException {
        Path journal = folder.resolve(Journal.FILE);
        Path kept = folder.resolve(Journal.FILE + ".kept-" + Instant.now().toEpochMilli());
        disk.write(kept, out -> Files.copy(journal, out));
    }

    static Optional<String> whyReadOnly(StudyFiles files) {
        if (files.schema() > StudyJson.SCHEMA) {
            return Optional.of(
                    "This study was written by a newer version (schema %d, this one knows %d), so it is open for reading only."
                            .formatted(files.schema(), StudyJson.SCHEMA));
        }
        return files.pool().incomplete().or(() -> files.tests().incomplete());
    }

    static List<Finding> findings(StudyFiles files) {
        return StudyReader.findings(files);
    }
}
