package exemplar.study.folder;

import exemplar.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The files of a study as they were read or written last.
///
/// @param schema of study.json
/// @param study what they say
/// @param stamps by which a change by another program is noticed
record StudyFiles(
        int schema,
        Study study,
        Loaded pool,
        Loaded tests,
        Map<String, Fingerprint> prints,
        Map<String, Stamp> stamps) {
    static final String POOL = "pool.jsonl";
    static final String TESTS = "tests.jsonl";
    static final List<String> ALL = List.of(StudyJson.FILE, POOL, TESTS);

    /// Size and time of a file.
    record Stamp(long size, FileTime modified) {
        static final Stamp ABSENT = new Stamp(-1, FileTime.fromMillis(0));
    }

    StudyFiles {
        prints = Map.copyOf(prints);
        stamps = Map.copyOf(stamps);
    }

    StudyFiles withStudy(Study same) {
        return new StudyFiles(schema, same, pool, tests, prints, stamps);
    }

    /// What a file was; [Fingerprint#ABSENT] where there was none.
    Fingerprint print(String file) {
        return prints.getOrDefault(file, Fingerprint.ABSENT);
    }

    static Map<String, Stamp> stamps(Path folder) throws IOException {
        Map<String, Stamp> stamps = new LinkedHashMap<>();
        for (String file : ALL) {
            try {
                BasicFileAttributes found =
                        Files.readAttributes(folder.resolve(file), BasicFileAttributes.class);
                stamps.put(file, new Stamp(found.size(), found.lastModifiedTime()));
            } catch (NoSuchFileException e) {
                stamps.put(file, Stamp.ABSENT);
            }
        }
        return stamps;
    }

    /// Whether a study says something else than the files in its study.json.
    boolean headDiffers(Study now) {
        return !Effect.sameHead(study, now);
    }

    /// Whether a study says something else than the files.
    boolean differs(Study now) {
        return now != study
                && (now.pool() != study.pool() || now.tests() != study.tests() || headDiffers(now));
    }
}
