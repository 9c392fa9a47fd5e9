package exemplar.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.formats.Exporters;
import exemplar.model.PromptForm;
import exemplar.study.Edit;
import exemplar.ui.fx.Jobs;
import exemplar.ui.prompt.OpenedDesigns;
import exemplar.ui.shell.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {
    private final Workspace workspace =
            OpenedDesigns.workspace(Jobs.sameThread(), OpenedDesigns.study());
    private final ExportViewModel model = new ExportViewModel(workspace);

    private ExportViewModel.State.Preview preview() {
        return (ExportViewModel.State.Preview) model.state().get();
    }

    private ExportViewModel.Outcome.Written written() {
        return (ExportViewModel.Outcome.Written) model.result().get().orElseThrow();
    }

    @Test
    void everyFormatShowsWhatItWouldWrite() {
        for (var exporter : Exporters.all()) {
            model.choose(exporter);
            assertThat(preview().exported().files()).as(exporter.name()).isNotEmpty();
            assertThat(preview().exported().files().toString()).contains("third week");
        }
    }

    @Test
    void whatIsWrittenIsReadAgainAndTold(@TempDir Path folder) throws IOException {
        model.choose(Exporters.of("text").orElseThrow());
        assertThat(model.needsFolder()).isFalse();
        assertThat(model.suggestedName()).isEqualTo("few.txt");
        Path file = folder.resolve(model.suggestedName());
        model.write(file);
        var result = written();
        assertThat(result.ok()).isTrue();
        assertThat(result.files()).containsExactly(file);
        assertThat(Files.readString(file)).endsWith("T: nearly true\nE:");
        model.choose(Exporters.of("jinja2").orElseThrow());
        assertThat(model.result().get()).isEmpty();
    }

    @Test
    void allItemsAreExportedWhenAsked() {
        model.choose(Exporters.of("text").orElseThrow());
        model.all(true);
        assertThat(preview().items()).isEqualTo(2);
        assertThat(preview().exported().files().toString()).contains("not true");
    }

    @Test
    void filesInAFolderAreReplacedOnlyWhenThatIsSaid(@TempDir Path folder) throws IOException {
        model.choose(Exporters.of("jinja2").orElseThrow());
        assertThat(model.needsFolder()).isTrue();
        Path mine = Files.writeString(folder.resolve("context.json"), "mine");
        model.write(folder);
        assertThat(model.result().get())
                .contains(new ExportViewModel.Outcome.Asked(folder, List.of(mine)));
        assertThat(folder)
                .isDirectoryContaining(mine::equals)
                .isDirectoryNotContaining(p -> !p.equals(mine));
        model.leave();
        assertThat(model.result().get()).isEmpty();
        assertThat(mine).hasContent("mine");
        model.replace(folder);
        assertThat(written().ok()).isTrue();
        assertThat(written().files()).contains(mine);
        assertThat(Files.readString(mine)).contains("item");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldInASentence(@TempDir Path folder) throws IOException {
        Path taken = Files.writeString(folder.resolve("a"), "x");
        model.choose(Exporters.of("text").orElseThrow());
        model.write(taken.resolve("b.txt"));
        assertThat(written().ok()).isFalse();
        assertThat(written().sentence()).contains("could not be written");
    }

    @Test
    void aDesignWithAProblemSaysSoAndNoDesignAtAllToo() {
        workspace.apply(
                Edit.of(
                        "break",
                        s ->
                                s.withDesign(
                                        s.designs()
                                                .getFirst()
                                                .withForm(new PromptForm.Free("{{ nope }}")))));
        model.refresh();
        assertThat(model.state().get()).isInstanceOf(ExportViewModel.State.Impossible.class);
        workspace.apply(Edit.of("delete", s -> s.withDesigns(List.of())));
        model.refresh();
        assertThat(model.state().get()).isInstanceOf(ExportViewModel.State.Nothing.class);
    }
}
