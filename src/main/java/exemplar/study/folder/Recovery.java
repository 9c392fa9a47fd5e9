package exemplar.study.folder;

import exemplar.study.Examples;
import exemplar.study.Study;
import exemplar.study.line.Line;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Brings a study back to where it was when a process ended: finishes a save that was promised, and
/// does the edits of the journal again.
final class Recovery {
    private Recovery() {}

    /// Whether every promised file is there, in its place or under its temporary name. A promise
    /// whose writing failed, and whose files were removed again, does not count.
    static boolean canFinish(Path folder, JournalRead.Checkpoint promise) throws IOException {
        for (Map.Entry<String, Fingerprint> file : promise.files().entrySet()) {
            boolean there =
                    StudyReader.print(folder.resolve(file.getKey())).equals(file.getValue())
                            || isReady(folder, promise, file.getKey());
            if (!there) {
                return false;
            }
        }
        return true;
    }

    private static boolean isReady(Path folder, JournalRead.Checkpoint promise, String file)
            throws IOException {
        String name = promise.temporary().get(file);
        return name != null
                && StudyReader.print(folder.resolve(name)).equals(promise.files().get(file));
    }

    /// Puts the promised files in place.
    static void finish(Disk disk, Path folder, JournalRead.Checkpoint promise) throws IOException {
        for (Map.Entry<String, String> file : promise.temporary().entrySet()) {
            if (isReady(folder, promise, file.getKey())) {
                disk.rename(folder.resolve(file.getValue()), folder.resolve(file.getKey()));
            }
        }
        disk.sync(folder);
    }

    /// Removes files that a save left behind.
    static void clean(Disk disk, Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".*.new*")) {
            for (Path path : left) {
                String name = path.getFileName().toString();
                boolean ours =
                        name.equals(Journal.FILE + ".new")
                                || StudyFiles.ALL.stream()
                                        .anyMatch(f -> name.startsWith("." + f + ".new-"));
                if (ours) {
                    disk.delete(path);
                }
            }
        }
    }

    /// The study after the edits of the journal.
    ///
    /// @param same the files that are as they were when the journal began
    static Study replay(Study study, List<JournalRead.Entry> entries, Set<String> same)
            throws IOException {
        Study now = study;
        for (JournalRead.Entry entry : entries) {
            Study exact = Effect.again(now, entry.parts(), same);
            if (!same.contains(StudyFiles.POOL)) {
                exact = exact.withPool(byId(now.pool(), Effect.lines("pool", entry.parts())));
            }
            if (!same.contains(StudyFiles.TESTS)) {
                exact = exact.withTests(byId(now.tests(), Effect.lines("tests", entry.parts())));
            }
            now = exact;
        }
        return now;
    }

    private static Examples byId(Examples examples, List<Line> lines) {
        Examples now = examples;
        for (Line line : lines) {
            int row = now.indexOfId(line.id());
            now =
                    row >= 0
                            ? now.with(row, line.example())
                            : now.inserted(now.size(), List.of(line.example()));
        }
        return now;
    }
}
