package exemplar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.ui.fx.Jobs;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
    @TempDir Path folder;

    @Test
    void examplesAreFoundByTheirIdsAndTheirWords() {
        Workspace workspace = Gallery.workspace(folder, Jobs.sameThread());
        workspace.open(new Gallery.InMemory(Gallery.study(), Optional.empty()));
        Places places = new Places(workspace);
        assertThat(places.examples("d-017")).extracting(Command::id).containsExactly("demo.d-017");
        assertThat(places.examples("number 901"))
                .extracting(Command::id)
                .containsExactly("item.d-901");
        assertThat(places.examples("te")).isEmpty();
        places.examples("d-017").getFirst().perform();
        assertThat(workspace.selected().get()).containsExactly("d-017");
    }
}
