package exemplar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppingTest {
    @TempDir Path folder;

    @Test
    void aStudyIsOpenedAndFilesAreImportedWhereThatCanBeDone() throws IOException {
        Path study = Files.createDirectory(folder.resolve("study"));
        Files.createFile(study.resolve("study.json"));
        Path file = Files.createFile(folder.resolve("tweets.csv"));
        Path other = Files.createDirectory(folder.resolve("other"));
        assertThat(Dropping.wish(List.of(study), true)).contains(new Dropping.Wish.Open(study));
        assertThat(Dropping.wish(List.of(file, other), true))
                .contains(new Dropping.Wish.Import(List.of(file, other)));
        assertThat(Dropping.wish(List.of(file), false)).isEmpty();
        assertThat(Dropping.wish(List.of(folder.resolve("gone.csv")), true)).isEmpty();
    }
}
