package exemplar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearbyStudiesTest {
    @TempDir Path folder;

    private Path study(String path, String head) throws IOException {
        Path made = Files.createDirectories(folder.resolve(path));
        Files.writeString(made.resolve("study.json"), head);
        return made;
    }

    @Test
    void studiesOpenedLatelyComeFirstThenThoseBesideTheOpenOneThenThePersonsOwn()
            throws IOException {
        Path open = study("work/open", "{\"schema\": 1, \"name\": \"Open\"}");
        study("work/s1m", "{\"schema\": 1, \"task\": {\"name\": \"no\"}, \"name\": \"Millions\"}");
        Path late = study("late", "{\"schema\": 1}");
        study("own/broken", "{\"schema\"");
        Files.createDirectories(folder.resolve("work/no-study"));
        List<NearbyStudies.Nearby> found =
                NearbyStudies.of(
                        List.of(late, open, folder.resolve("gone")),
                        Optional.of(open),
                        folder.resolve("own"));
        assertThat(found)
                .extracting(NearbyStudies.Nearby::name)
                .containsExactly("late", "Millions", "broken");
        assertThat(NearbyStudies.of(List.of(open), Optional.empty(), folder.resolve("nowhere")))
                .extracting(NearbyStudies.Nearby::name)
                .containsExactly("Open", "Millions");
    }

    @Test
    void aStudyIsFoundByItsNameItsFolderOrItsPath() {
        NearbyStudies.Nearby study =
                new NearbyStudies.Nearby(Path.of("/data/spring/s1m"), "Millions");
        assertThat(study.score("s1m")).isPresent();
        assertThat(study.score("million")).isPresent();
        assertThat(study.score("data/spring").orElseThrow())
                .isLessThan(study.score("s1m").orElseThrow());
        assertThat(study.score("quark")).isEmpty();
    }
}
