package exemplar.study.folder;

import exemplar.study.Finding;
import exemplar.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.zip.CRC32C;

/// Reads the files of a study folder. For one thread, blocking; an interrupt ends it.
final class StudyReader {
    private final Path folder;
    private final Consumer<Study> rows;
    private final DoubleConsumer progress;

    /// @param rows told what was read so far: first the study without examples, soon with the first
    ///   rows, then now and then
    /// @param progress told how much of all bytes was read, 0 to 1
    StudyReader(Path folder, Consumer<Study> rows, DoubleConsumer progress) {
        this.folder = folder;
        this.rows = rows;
        this.progress = progress;
    }

    StudyReader(Path folder) {
        this(folder, study -> {}, share -> {});
    }

    /// Says in a sentence why that is no study folder.
    static void refuseOther(Path folder) throws StudyFault {
        String what =
                Files.notExists(folder)
                        ? "there is no such folder"
                        : !Files.isDirectory(folder)
                                ? "is a file, a study is a folder"
                                : Files.notExists(folder.resolve(StudyJson.FILE))
                                        ? "is no study, it has no " + StudyJson.FILE
                                        : Files.isDirectory(folder.resolve(StudyJson.FILE))
                                                ? "has a directory "
                                                        + StudyJson.FILE
                                                        + " where a file must be"
                                                : "";
        if (!what.isEmpty()) {
            throw new StudyFault(
                    Finding.ofFile(
                            Finding.Kind.FILE,
                            folder.toString(),
                            what,
                            "make a study with: exemplar new"));
        }
    }

    StudyFiles read() throws IOException {
        refuseOther(folder);
        Map<String, StudyFiles.Stamp> stamps = StudyFiles.stamps(folder);
        byte[] json = Files.readAllBytes(folder.resolve(StudyJson.FILE));
        CRC32C crc = new CRC32C();
        crc.update(json);
        StudyJson.Read head = StudyJson.read(json, nameOf(folder));
        rows.accept(head.study());
        long poolBytes = size(stamps, StudyFiles.POOL);
        double all = 1 + poolBytes + size(stamps, StudyFiles.TESTS);
        Loaded pool =
                LinesReader.read(
                        folder,
                        StudyFiles.POOL,
                        (examples, bytes) -> {
                            rows.accept(head.study().withPool(examples));
                            progress.accept(bytes / all);
                        });
        Study withPool = head.study().withPool(pool.examples());
        Loaded tests =
                LinesReader.read(
                        folder,
                        StudyFiles.TESTS,
                        (examples, bytes) -> {
                            rows.accept(withPool.withTests(examples));
                            progress.accept((poolBytes + bytes) / all);
                        });
        return new StudyFiles(
                head.schema(),
                withPool.withTests(tests.examples()),
                pool,
                tests,
                Map.of(
                        StudyJson.FILE,
                        new Fingerprint(json.length, crc.getValue()),
                        StudyFiles.POOL,
                        pool.print(),
                        StudyFiles.TESTS,
                        tests.print()),
                stamps);
    }

    private static long size(Map<String, StudyFiles.Stamp> stamps, String file) {
        return Math.max(0, stamps.getOrDefault(file, StudyFiles.Stamp.ABSENT).size());
    }

    static String nameOf(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "study" : name.toString();
    }

    /// The fingerprint of a file that is there or not.
    static Fingerprint print(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Fingerprint.ABSENT;
        }
        CRC32C crc = new CRC32C();
        byte[] buffer = new byte[1 << 18];
        long size = 0;
        try (var in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                crc.update(buffer, 0, count);
                size += count;
            }
        }
        return new Fingerprint(size, crc.getValue());
    }

    static List<Finding> findings(StudyFiles files) {
        List<Finding> all = new ArrayList<>(files.pool().findings());
        all.addAll(files.tests().findings());
        return all;
    }
}
