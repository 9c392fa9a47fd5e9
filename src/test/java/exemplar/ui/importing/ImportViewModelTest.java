package exemplar.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Sleeper;
import exemplar.backend.cost.PriceTable;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.Opener;
import exemplar.backend.gateway.Registry;
import exemplar.backend.gateway.RetryPolicy;
import exemplar.backend.gateway.Settings;
import exemplar.backend.mock.MockBackend;
import exemplar.study.Sample;
import exemplar.study.Study;
import exemplar.study.folder.OpenStudy;
import exemplar.study.importing.Dialect;
import exemplar.study.importing.Imported;
import exemplar.study.importing.Target;
import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.FolderSession;
import exemplar.ui.shell.Workspace;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewModelTest {
    @TempDir Path temp;
    private Workspace workspace;
    private ImportViewModel model;

    @BeforeEach
    void open() throws IOException {
        Path folder = temp.resolve("study");
        OpenStudy.create(folder, Study.of("moods", Sample.task())).close();
        workspace = workspace(temp, Jobs.sameThread());
        workspace.open(FolderSession.open(folder).session());
        model = new ImportViewModel(workspace);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    static Workspace workspace(Path temp, Jobs jobs) {
        Gateway gateway =
                new Gateway(
                        List.of(MockBackend::new),
                        Registry.at(temp.resolve("models.json")),
                        target -> new Opener.Unavailable("none here"),
                        new Settings(
                                RetryPolicy.OFF,
                                Sleeper.REAL,
                                Optional.empty(),
                                new PriceTable(LocalDate.EPOCH, List.of())));
        return new Workspace(jobs, gateway, Clock.systemUTC());
    }

    private Path file(String name, String text, Charset charset) throws IOException {
        return Files.write(temp.resolve(name), text.getBytes(charset));
    }

    private Path file(String name, String text) throws IOException {
        return file(name, text, StandardCharsets.UTF_8);
    }

    private Study study() {
        return workspace.study().get().orElseThrow();
    }

    @Test
    void aFileIsLookedAtBeforeAnythingChanges() throws IOException {
        model.choose(List.of(file("a.csv", "text,emotion\nfine,joy\nbad,anger\n")));
        assertThat(model.state().get()).isInstanceOf(ImportViewModel.State.Planned.class);
        assertThat(model.plan().orElseThrow().preview()).hasSize(2);
        assertThat(model.ready()).isTrue();
        assertThat(study().pool()).isEmpty();
    }

    @Test
    void anImportIsOneStepThatUndoTakesBack() throws IOException {
        model.choose(List.of(file("a.csv", "text,emotion\nfine,joy\n,anger\nbad,anger\n")));
        model.start();
        assertThat(study().pool()).hasSize(2);
        assertThat(model.state().get())
                .isInstanceOfSatisfying(
                        ImportViewModel.State.Done.class,
                        done ->
                                assertThat(done.sentence())
                                        .isEqualTo(
                                                "Imported 2 demonstrations of 3 rows, 1 rejected."));
        assertThat(model.rejectedLines()).startsWith("3\thas no text in \"text\"\t");
        assertThat(workspace.undoLabel()).contains("import of 2 demonstrations");
        workspace.undo();
        assertThat(study().pool()).isEmpty();
    }

    @Test
    void theMappingCanBeChangedColumnByColumn() throws IOException {
        model.choose(List.of(file("a.csv", "text,better,emotion\nfine,excellent indeed,joy\n")));
        model.map("better", Optional.of(new Target.Field("text")));
        assertThat(model.plan().orElseThrow().mapping().column(new Target.Field("text")))
                .contains("better");
        model.map("emotion", Optional.empty());
        model.start();
        assertThat(study().pool().get(0).field("text")).isEqualTo("excellent indeed");
        assertThat(study().pool().get(0).gold()).isEmpty();
    }

    @Test
    void anotherEncodingOrSeparatorShowsAtOnce() throws IOException {
        Path file =
                file(
                        "a.txt",
                        "emotion;text\njoy;Gr\u00f6\u00dfe, ja\n",
                        StandardCharsets.ISO_8859_1);
        model.choose(List.of(file));
        model.encoding(Optional.of(StandardCharsets.UTF_8));
        assertThat(model.plan().orElseThrow().preview().getFirst().problem()).isPresent();
        model.encoding(Optional.of(StandardCharsets.ISO_8859_1));
        assertThat(model.plan().orElseThrow().preview().getFirst().cells())
                .containsExactly("joy", "Gr\u00f6\u00dfe, ja");
        model.separator(Optional.of(','));
        assertThat(model.plan().orElseThrow().dialect()).map(Dialect::separator).contains(',');
        model.header(false);
        assertThat(model.plan().orElseThrow().columns().getFirst().name()).isEqualTo("column 1");
    }

    @Test
    void whatCannotBeReadIsSaidAndNothingBreaks() throws IOException {
        model.choose(List.of(temp.resolve("none.csv")));
        assertThat(model.state().get())
                .isInstanceOfSatisfying(
                        ImportViewModel.State.Nothing.class,
                        n -> assertThat(n.fault().orElseThrow()).contains("is not there"));
        assertThat(model.ready()).isFalse();
        model.start();
        assertThat(study().pool()).isEmpty();
    }

    @Test
    void severalFilesComeOneAfterTheOther() throws IOException {
        model.choose(
                List.of(
                        file("a.csv", "text,emotion\none,joy\n"),
                        file("b.jsonl", "{\"text\":\"two\",\"emotion\":\"joy\"}\n")));
        assertThat(model.waiting()).isEqualTo(1);
        model.start();
        model.next();
        model.destination(Imported.Destination.TESTS);
        model.start();
        assertThat(study().pool()).hasSize(1);
        assertThat(study().tests().get(0).id()).isEqualTo("t-0001");
        model.next();
        assertThat(model.state().get()).isInstanceOf(ImportViewModel.State.Nothing.class);
    }

    @Test
    void aFolderStandsForTheTablesInItByTheirNames() throws IOException {
        Path inner = Files.createDirectory(temp.resolve("inner"));
        Files.writeString(inner.resolve("b.csv"), "text,emotion\nfrom b,joy\n");
        Files.writeString(inner.resolve("a.JSONL"), "{\"text\":\"from a\",\"emotion\":\"joy\"}\n");
        Files.writeString(inner.resolve(".hidden.csv"), "text\nno\n");
        Files.writeString(inner.resolve("picture.png"), "no");
        model.choose(List.of(inner));
        assertThat(model.plan().orElseThrow().source().name()).isEqualTo("a.JSONL");
        assertThat(model.waiting()).isEqualTo(1);
        model.start();
        model.next();
        assertThat(model.plan().orElseThrow().source().name()).isEqualTo("b.csv");
    }

    @Test
    void aFolderWithNothingToImportSaysSo() throws IOException {
        model.choose(List.of(Files.createDirectory(temp.resolve("bare"))));
        assertThat(model.state().get())
                .isInstanceOfSatisfying(
                        ImportViewModel.State.Nothing.class,
                        nothing ->
                                assertThat(nothing.fault())
                                        .hasValueSatisfying(fault ->
                                                assertThat(fault).contains("is a folder")));
    }

    @Test
    void pastedCellsAndUnknownLabelsComeInWithTheirLabels() {
        model.paste("text\temotion\nso so\tmeh\nwell\tjoy\n");
        assertThat(model.plan().orElseThrow().unknownLabels()).containsOnlyKeys("meh");
        model.addLabels(true);
        model.start();
        assertThat(study().task().label("meh")).isPresent();
        assertThat(study().pool().get(0).source()).isEqualTo("clipboard:2");
    }
}
