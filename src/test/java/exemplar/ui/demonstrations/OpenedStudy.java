package exemplar.ui.demonstrations;

import exemplar.backend.Places;
import exemplar.backend.Sleeper;
import exemplar.backend.cost.PriceTable;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.Opener;
import exemplar.backend.gateway.Registry;
import exemplar.backend.gateway.RetryPolicy;
import exemplar.backend.gateway.Settings;
import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Task;
import exemplar.study.Examples;
import exemplar.study.History;
import exemplar.study.Study;
import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.Session;
import exemplar.ui.shell.Theme;
import exemplar.ui.shell.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// A workspace with a small study, for tests.
final class OpenedStudy implements Session {
    static final Task TASK =
            new Task(
                    Task.Kind.CLASSIFY,
                    List.of("text"),
                    "emotion",
                    List.of(Label.of("anger"), Label.of("joy"), Label.of("sadness")),
                    "",
                    List.of("accuracy"));

    private final History history;
    private final Optional<String> readOnly;

    private OpenedStudy(Study study, Optional<String> readOnly) {
        this.history = History.of(study);
        this.readOnly = readOnly;
    }

    /// Examples `d-1`, `d-2` … written as `label: text`.
    static Study study(String... lines) {
        List<Example> pool = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            String text = line.substring(colon + 1).strip();
            pool.add(
                    Example.of(
                            "d-" + (pool.size() + 1),
                            Map.of("text", text),
                            line.substring(0, colon)));
        }
        List<Example> tests = List.of(Example.of("t-1", Map.of("text", "a test item"), "joy"));
        return Study.of("emotions", TASK).withPool(Examples.of(pool)).withTests(Examples.of(tests));
    }

    static Workspace workspace(Jobs jobs, Study study) {
        return workspace(jobs, study, Optional.empty());
    }

    static Workspace workspace(Jobs jobs, Study study, Optional<String> readOnly) {
        try {
            Path places = Files.createTempDirectory("exemplar");
            Gateway gateway =
                    new Gateway(
                            List.of(),
                            Registry.in(new Places(places, places)),
                            target -> new Opener.Unavailable("not in tests"),
                            new Settings(
                                    RetryPolicy.DEFAULT,
                                    Sleeper.REAL,
                                    Optional.empty(),
                                    PriceTable.in(places)));
            Workspace workspace = new Workspace(jobs, gateway, Clock.systemUTC());
            workspace.open(new OpenedStudy(study, readOnly));
            return workspace;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Board board(Workspace workspace) {
        return new Board(workspace, workspace.session().get().orElseThrow(), new Wording());
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public Path folder() {
        return Path.of("emotions");
    }

    @Override
    public Optional<String> readOnly() {
        return readOnly;
    }

    @Override
    public boolean dirty() {
        return false;
    }

    @Override
    public void save() {}

    @Override
    public void close() {}

    /// The pane of a study, in a window.
    static Scene pane(Stage stage, Workspace workspace) {
        DemonstrationsPane pane = new DemonstrationsPane(workspace, Remembered.forNow());
        pane.activate();
        Scene scene = new Scene(new StackPane(pane.view()), 980, 700);
        Theme.LIGHT.dress(scene, 1);
        stage.setScene(scene);
        stage.show();
        return scene;
    }
}
