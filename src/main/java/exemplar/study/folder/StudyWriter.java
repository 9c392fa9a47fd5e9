package exemplar.study.folder;

import exemplar.study.Examples;
import exemplar.study.Study;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/// Saves a study so that at every moment either the files of before or those of now can be had.
///
/// 1. Each changed file is written under a temporary name and synced. 2. The journal promises them.
/// 3. They are renamed into place. 4. The journal begins anew. Whatever ends the process before 2
///    leaves the files of before and the journal; after 2, recovery finishes 3 and 4.
final class StudyWriter {
    private final Disk disk;
    private final Path folder;
    private final Journal journal;

    /// What a save promised that failed before all of it was in place.
    private Optional<Map<String, Fingerprint>> promised = Optional.empty();

    StudyWriter(Disk disk, Path folder, Journal journal) {
        this.disk = disk;
        this.folder = folder;
        this.journal = journal;
    }

    /// Whether a file may be as it is because of a save that failed half way.
    boolean left(String file, Fingerprint print) {
        return promised.filter(files -> print.equals(files.get(file))).isPresent();
    }

    /// Writes what differs; returns the files as they are then.
    ///
    /// @param all write every file, also those that seem to be the same
    /// @param upTo the number of the last edit in the study
    StudyFiles write(StudyFiles before, Study study, long upTo, boolean all) throws IOException {
        Map<String, Fingerprint> prints = new LinkedHashMap<>(before.prints());
        Map<String, String> temporary = new LinkedHashMap<>();
        boolean every = all || promised.isPresent();
        try {
            if (every || before.headDiffers(study) || before.print(StudyJson.FILE).size() < 0) {
                byte[] json = StudyJson.write(study);
                put(StudyJson.FILE, temporary, prints, out -> bytes(json, out));
            }
            if (every || study.pool() != before.study().pool()) {
                lines(StudyFiles.POOL, study.pool(), before.pool(), temporary, prints);
            }
            if (every || study.tests() != before.study().tests()) {
                lines(StudyFiles.TESTS, study.tests(), before.tests(), temporary, prints);
            }
            if (!temporary.isEmpty()) {
                journal.checkpoint(upTo, prints, temporary);
                promised = Optional.of(prints);
                for (Map.Entry<String, String> file : temporary.entrySet()) {
                    disk.rename(folder.resolve(file.getValue()), folder.resolve(file.getKey()));
                }
                disk.sync(folder);
            }
        } catch (IOException e) {
            if (!prints.equals(promised.orElse(Map.of()))) {
                remove(temporary, e);
            }
            throw e;
        }
        StudyFiles after =
                new StudyFiles(
                        StudyJson.SCHEMA,
                        study,
                        before.pool(),
                        before.tests(),
                        prints,
                        StudyFiles.stamps(folder));
        journal.restart(upTo, prints);
        promised = Optional.empty();
        return after;
    }

    private interface Writing {
        Fingerprint to(OutputStream out) throws IOException;
    }

    private void lines(
            String file,
            Examples examples,
            Loaded shape,
            Map<String, String> temporary,
            Map<String, Fingerprint> prints)
            throws IOException {
        put(file, temporary, prints, out -> new LinesWriter(examples, shape).writeTo(out));
    }

    private static Fingerprint bytes(byte[] bytes, OutputStream out) throws IOException {
        new ByteArrayInputStream(bytes).transferTo(out);
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return new Fingerprint(bytes.length, crc.getValue());
    }

    private void put(
            String file,
            Map<String, String> temporary,
            Map<String, Fingerprint> prints,
            Writing writing)
            throws IOException {
        String name = "." + file + ".new-" + UUID.randomUUID();
        temporary.put(file, name);
        disk.write(folder.resolve(name), out -> prints.put(file, writing.to(out)));
    }

    private void remove(Map<String, String> temporary, IOException cause) {
        for (String name : temporary.values()) {
            try {
                disk.delete(folder.resolve(name));
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
