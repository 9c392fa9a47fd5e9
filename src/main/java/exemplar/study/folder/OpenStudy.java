package exemplar.study.folder;

import exemplar.study.Applied;
import exemplar.study.Finding;
import exemplar.study.History;
import exemplar.study.Study;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// One study folder, open. Edits go through [#history], on one thread; everything else may be
/// called from any thread, and what touches the disk blocks.
///
/// An edit is on the disk, in the journal, when it is acknowledged. Closing without saving leaves
/// it there, and the next opening restores it; [#discard] drops it.
public final class OpenStudy implements AutoCloseable {
    private final Path folder;
    private final Journal journal;
    private final StudyWriter writer;
    private final Closeable lock;
    private volatile List<Finding> findings;
    private final Optional<String> readOnly;
    private final Optional<Restored> restored;
    private final History history;
    private final Object saving = new Object();
    private volatile StudyFiles files;
    private volatile Kept kept;

    /// The newest study that is safe.
    ///
    /// @param number of the edit in the journal that led to it
    private record Kept(Study study, long number) {}

    OpenStudy(
            Path folder,
            Disk disk,
            Journal journal,
            Closeable lock,
            StudyFiles files,
            Study study,
            Optional<String> readOnly,
            Optional<Restored> restored) {
        this.folder = folder;
        this.journal = journal;
        this.lock = lock;
        this.files = files;
        this.readOnly = readOnly;
        this.restored = restored;
        findings = Opening.findings(files);
        writer = new StudyWriter(disk, folder, journal);
        kept = new Kept(study, journal.number());
        long memory = Math.min(512L << 20, Runtime.getRuntime().maxMemory() / 4);
        history = new History(study, this::keep, InstantSource.system(), memory);
        if (study != files.study()) {
            history.after(files.study(), "restored edits");
        }
    }

    /// Whether a folder looks like that of a study; it may be damaged all the same.
    public static boolean isStudy(Path folder) {
        return Files.isRegularFile(folder.resolve(StudyJson.FILE));
    }

    /// Opens a study. Blocks until all of it is read; see [Opening] for large ones.
    ///
    /// @throws StudyFault with a sentence for a person, when it is no study that can be shown
    public static OpenStudy open(Path folder) throws IOException {
        return new Opening(folder, rows -> {}).open();
    }

    /// Makes a folder with that study in it and opens it.
    ///
    /// @throws StudyFault when there is a study already, or it cannot be written
    public static OpenStudy create(Path folder, Study study) throws IOException {
        return create(folder, study, new RealDisk());
    }

    static OpenStudy create(Path folder, Study study, Disk disk) throws IOException {
        if (Files.exists(folder.resolve(StudyJson.FILE))) {
            throw new StudyFault(
                    Finding.ofFile(
                            Finding.Kind.FILE,
                            folder.toString(),
                            "holds a study already",
                            "choose another folder"));
        }
        try {
            folder(folder);
            disk.write(
                    folder.resolve(StudyFiles.POOL),
                    out -> new LinesWriter(study.pool(), Loaded.NOTHING).writeTo(out));
            disk.write(
                    folder.resolve(StudyFiles.TESTS),
                    out -> new LinesWriter(study.tests(), Loaded.NOTHING).writeTo(out));
            disk.write(folder.resolve(StudyJson.FILE), out -> out.write(StudyJson.write(study)));
            disk.sync(folder);
        } catch (IOException e) {
            // Half a study would stand in the way of the next attempt.
            for (String file : StudyFiles.ALL) {
                try {
                    disk.delete(folder.resolve(file));
                } catch (IOException left) {
                    e.addSuppressed(left);
                }
            }
            throw new StudyFault(
                    Finding.ofFile(
                            Finding.Kind.FILE,
                            folder.toString(),
                            "no study could be made there: " + Sentences.reason(e),
                            "name another folder"),
                    e);
        }
        return open(folder);
    }

    /// Makes the folder. That it is missing is no reason against that, so another is given.
    private static void folder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (NoSuchFileException e) {
            throw new IOException("nothing can be made in that place", e);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(e.getFile() + " is a file", e);
        } catch (FileSystemException e) {
            String reason = String.valueOf(e.getReason());
            if (reason.equals("Not a directory")) {
                throw new IOException("a part of the path is a file", e);
            }
            if (reason.equals("Operation not permitted")) {
                throw new IOException("nothing may be made in that place", e);
            }
            throw e;
        }
    }

    /// The folder.
    public Path folder() {
        return folder;
    }

    /// The study now.
    public Study study() {
        return history.study();
    }

    /// The way to change it.
    public History history() {
        return history;
    }

    /// What was wrong with its files when they were read.
    public List<Finding> findings() {
        return findings;
    }

    /// Why it cannot be changed, as a sentence; empty when it can.
    public Optional<String> readOnly() {
        return readOnly;
    }

    /// The edits that opening found in the journal.
    public Optional<Restored> restored() {
        return restored;
    }

    /// Whether the files say something else than the study.
    public boolean dirty() {
        return files.differs(history.study());
    }

    private void keep(Study before, Study after, String label) throws IOException {
        if (readOnly.isPresent()) {
            throw new IOException(readOnly.get());
        }
        try {
            kept = new Kept(after, journal.append(before, after, label));
        } catch (IOException e) {
            throw new IOException(
                    "The change was not made, because it could not be kept: "
                            + Sentences.reason(e)
                            + ".",
                    e);
        }
    }

    /// Saves the study as it is now. Edits may go on meanwhile; they stay in the journal.
    public Saved save() {
        return save(false);
    }

    /// Saves even over files that another program changed, removed or broke; to be called when a
    /// person said so.
    public Saved saveOver() {
        return save(true);
    }

    private Saved save(boolean over) {
        synchronized (saving) {
            if (readOnly.isPresent()) {
                return new Saved.Failed(readOnly.get());
            }
            Kept now = kept;
            StudyFiles before = files;
            try {
                List<String> foreign = over ? List.of() : changedOnDisk();
                if (!foreign.isEmpty()) {
                    return new Saved.ChangedOnDisk(foreign);
                }
                StudyFiles after = writer.write(before, now.study, now.number, over);
                files = after;
                return new Saved.Done(
                        StudyFiles.ALL.stream()
                                .filter(f -> over || !after.print(f).equals(before.print(f)))
                                .toList());
            } catch (IOException e) {
                return new Saved.Failed(Sentences.notWritten(folder, e));
            }
        }
    }

    /// Names of files that are not as they were read or written last.
    private List<String> changedOnDisk() throws IOException {
        List<String> changed = new ArrayList<>();
        Map<String, StudyFiles.Stamp> stamps = StudyFiles.stamps(folder);
        for (String file : StudyFiles.ALL) {
            if (!Objects.equals(stamps.get(file), files.stamps().get(file))) {
                Fingerprint print = StudyReader.print(folder.resolve(file));
                if (!print.equals(files.print(file)) && !writer.left(file, print)) {
                    changed.add(file);
                }
            }
        }
        return changed;
    }

    /// Looks whether another program changed the files. Cheap when it did not; otherwise reads
    /// them.
    public DiskCheck checkDisk() {
        synchronized (saving) {
            try {
                List<String> changed = changedOnDisk();
                if (changed.isEmpty()) {
                    return new DiskCheck.Same();
                }
                for (String file : changed) {
                    if (Files.notExists(folder.resolve(file))) {
                        return new DiskCheck.Unusable(
                                file
                                        + " was removed by another program. Saving writes it again;"
                                        + " nothing is lost.");
                    }
                }
                StudyFiles read = new StudyReader(folder).read();
                Optional<String> reason = Opening.whyReadOnly(read);
                if (reason.isPresent()) {
                    return new DiskCheck.Unusable(reason.get());
                }
                return new DiskCheck.Changed(
                        changed,
                        Merge.conflicts(files.study(), history.study(), read.study()),
                        read);
            } catch (IOException e) {
                return new DiskCheck.Unusable(
                        "Another program changed the study, and it cannot be read any more: "
                                + Sentences.reason(e));
            }
        }
    }

    /// Takes over what another program changed, as one step that can be undone. Where something of
    /// its own is kept instead, that is a second step: undoing it brings the other version, which
    /// the next save would lose for good. To be called on the thread of the history.
    ///
    /// @param choose asked once for each conflict there is now, which may be more than there were
    public Applied merge(DiskCheck.Changed changed, Function<Conflict, Side> choose) {
        synchronized (saving) {
            if (readOnly.isPresent()) {
                return new Applied.Refused(readOnly.get());
            }
            StudyFiles read = changed.read();
            String label = "changes of " + files(changed);
            Study before = files.study();
            AtomicBoolean keepsMine = new AtomicBoolean();
            try {
                Merge.Result merged =
                        Merge.of(
                                before,
                                history.study(),
                                read.study(),
                                conflict -> {
                                    Side side = choose.apply(conflict);
                                    keepsMine.compareAndSet(false, side == Side.MINE);
                                    return side;
                                });
                StudyFiles shared = read.withStudy(merged.theirs());
                journal.rebase(shared.prints(), merged.theirs(), merged.study(), label);
                files = shared;
                findings = Opening.findings(shared);
                kept = new Kept(merged.study(), journal.number());
                if (keepsMine.get()) {
                    Study theirs =
                            Merge.of(before, history.study(), read.study(), c -> Side.THEIRS)
                                    .study();
                    history.adopt(label, theirs);
                    return history.adopt("keeping of mine in " + files(changed), merged.study());
                }
                return history.adopt(label, merged.study());
            } catch (IOException e) {
                return new Applied.Refused(Sentences.notWritten(folder, e));
            }
        }
    }

    private static String files(DiskCheck.Changed changed) {
        return String.join(", ", changed.files());
    }

    /// Drops every edit that was not saved, from the journal and for good, and closes.
    public void discard() throws IOException {
        synchronized (saving) {
            if (readOnly.isEmpty()) {
                journal.discard();
            }
            close();
        }
    }

    /// Ends the use of the folder. Unsaved edits stay in the journal.
    @Override
    public void close() throws IOException {
        synchronized (saving) {
            if (readOnly.isEmpty() && journal.length() > 0 && !dirty()) {
                journal.discard();
            }
            journal.close();
            lock.close();
        }
    }
}
