package exemplar.ui.shell;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import exemplar.study.folder.OpenStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// The studies a person may want to go to: those opened lately, then those beside the open one and
/// where new ones are made. Files are looked at, so ask from a job.
final class NearbyStudies {
    /// A folder may hold thousands of others; this many are looked into.
    private static final int MOST_BESIDE = 200;

    private static final JsonFactory JSON = new JsonFactory();

    /// A study on the disk.
    ///
    /// @param name what it is called in its file; the folder's name where it says nothing
    record Nearby(Path folder, String name) {

        String folderName() {
            return String.valueOf(folder.getFileName());
        }

        /// How well the letters fit its name or its folder's; a part of the path fits, but less.
        OptionalInt score(String typed) {
            String letters = typed.strip().toLowerCase(Locale.ROOT);
            OptionalInt named = Fuzzy.score(letters, name + " " + folderName());
            boolean inPath = folder.toString().toLowerCase(Locale.ROOT).contains(letters);
            return named.isPresent() || !inPath ? named : OptionalInt.of(0);
        }
    }

    private NearbyStudies() {}

    /// @param recent folders opened lately, the latest first
    /// @param open the open study, which is left out; where there is none, one looks beside the
    ///   latest
    /// @param studies where new studies are made
    static List<Nearby> of(List<Path> recent, Optional<Path> open, Path studies) {
        Set<Path> folders = new LinkedHashSet<>();
        recent.forEach(f -> folders.add(f.toAbsolutePath().normalize()));
        open.or(() -> recent.stream().findFirst())
                .map(f -> f.toAbsolutePath().normalize().getParent())
                .ifPresent(parent -> folders.addAll(within(parent)));
        folders.addAll(within(studies));
        open.ifPresent(f -> folders.remove(f.toAbsolutePath().normalize()));
        List<Nearby> found = new ArrayList<>();
        for (Path folder : folders) {
            if (OpenStudy.isStudy(folder)) {
                found.add(new Nearby(folder, name(folder)));
            }
        }
        return List.copyOf(found);
    }

    private static List<Path> within(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.limit(MOST_BESIDE)
                    .map(f -> f.toAbsolutePath().normalize())
                    .filter(OpenStudy::isStudy)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            // A folder that cannot be looked into has nothing to offer.
            return List.of();
        }
    }

    /// The name stands near the beginning; a study that cannot be read goes by its folder.
    private static String name(Path folder) {
        String otherwise = String.valueOf(folder.getFileName());
        try (JsonParser json = JSON.createParser(folder.resolve("study.json").toFile())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return otherwise;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean isName = json.currentName().equals("name");
                JsonToken value = json.nextToken();
                if (isName && value == JsonToken.VALUE_STRING && !json.getText().isBlank()) {
                    return json.getText();
                }
                json.skipChildren();
            }
            return otherwise;
        } catch (IOException e) {
            return otherwise;
        }
    }
}
