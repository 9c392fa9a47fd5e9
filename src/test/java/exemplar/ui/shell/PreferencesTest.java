package exemplar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @TempDir Path folder;

    @Test
    void whatWasPutIsThereAtTheNextStart() {
        Preferences first = Preferences.in(folder.resolve("not/yet"));
        first.put("theme", "DARK");
        first.put("width", 1234);
        first.opened(Path.of("/a"));
        first.opened(Path.of("/b"));
        first.opened(Path.of("/a"));
        Preferences next = Preferences.in(folder.resolve("not/yet"));
        assertThat(next.text("theme")).contains("DARK");
        assertThat(next.number("width")).contains(1234.0);
        assertThat(next.recent()).containsExactly(Path.of("/a"), Path.of("/b"));
    }

    @Test
    void aDamagedFileIsStartedAfresh() throws IOException {
        Files.writeString(folder.resolve("window.json"), "{\"theme\":");
        Preferences preferences = Preferences.in(folder);
        assertThat(preferences.text("theme")).isEmpty();
        preferences.put("theme", "LIGHT");
        assertThat(Preferences.in(folder).text("theme")).contains("LIGHT");
    }
}
