package exemplar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Label;
import exemplar.model.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewStudyViewModelTest {
    @TempDir Path folder;
    private NewStudyViewModel model;

    @BeforeEach
    void describe() {
        model = new NewStudyViewModel(folder);
        model.name().set("tweets");
        model.labels().set("joy, anger、sadness");
    }

    @Test
    void aDescribedStudyHasATaskAndDesignsToStartFrom() {
        assertThat(model.problem()).isEmpty();
        assertThat(model.study().task().labels())
                .extracting(Label::name)
                .containsExactly("joy", "anger", "sadness");
        assertThat(model.study().task().instruction()).contains("joy, anger, sadness");
        assertThat(model.study().designs()).isNotEmpty();
        assertThat(model.folder()).isEqualTo(folder.resolve("tweets"));
    }

    @Test
    void whatStandsInTheWayIsSaid() throws IOException {
        model.labels().set("joy");
        assertThat(model.problem()).contains("two labels");
        model.kind().set(Task.Kind.GENERATE);
        assertThat(model.problem()).isEmpty();
        model.fields().set("text, text");
        assertThat(model.problem()).contains("name of its own");
        model.fields().set("gold");
        assertThat(model.problem()).contains("gold");
        model.fields().set("text");
        Files.createDirectory(folder.resolve("tweets"));
        assertThat(model.problem()).contains("already");
        model.name().set(" ");
        assertThat(model.problem()).contains("name");
    }
}
