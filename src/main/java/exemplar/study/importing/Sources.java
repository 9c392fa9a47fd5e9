package exemplar.study.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What there is to import behind the paths a person named.
public final class Sources {
    /// Endings of the files that a folder offers.
    private static final Set<String> ENDINGS =
            Set.of("csv", "tsv", "tab", "json", "jsonl", "ndjson", "txt");

    private Sources() {}

    /// Files themselves, and of a folder the tables and texts that stand in it, by their names; not
    /// those of folders within. A folder with nothing of the kind stands for itself, and is refused
    /// with a sentence when it is opened. Blocking.
    public static List<Source> of(List<Path> paths) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path path : paths) {
            List<Path> within = Files.isDirectory(path) ? offered(path) : List.of();
            for (Path file : within.isEmpty() ? List.of(path) : within) {
                sources.add(new Source.OfFile(file));
            }
        }
        return sources;
    }

    private static List<Path> offered(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> ENDINGS.contains(ending(String.valueOf(file.getFileName()))))
                    .sorted()
                    .toList();
        }
    }

    /// Hidden files have none.
    private static String ending(String name) {
        return name.startsWith(".")
                ? ""
                : name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
