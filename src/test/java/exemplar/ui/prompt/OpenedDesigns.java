package exemplar.ui.prompt;

import exemplar.backend.Places;
import exemplar.backend.Sleeper;
import exemplar.backend.cost.PriceTable;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.Opener;
import exemplar.backend.gateway.Registry;
import exemplar.backend.gateway.RetryPolicy;
import exemplar.backend.gateway.Settings;
import exemplar.backend.mock.MockBackend;
import exemplar.model.Comparison;
import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Layout;
import exemplar.model.Order;
import exemplar.model.PromptForm;
import exemplar.model.Selection;
import exemplar.model.Task;
import exemplar.model.TemplateOptions;
import exemplar.study.Examples;
import exemplar.study.History;
import exemplar.study.Study;
import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.Session;
import exemplar.ui.shell.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A workspace with a small study that has two designs, and the mock as its model.
public final class OpenedDesigns implements Session {
    static final Task TASK =
            new Task(
                    Task.Kind.CLASSIFY,
                    List.of("text"),
                    "emotion",
                    List.of(Label.of("anger"), Label.of("joy"), Label.of("sadness")),
                    "Which emotion?",
                    List.of("accuracy"));
    static final PromptForm.Parts PARTS =
            new PromptForm.Parts(
                    "",
                    "{{ instruction }}",
                    "T: {{ text }}\nE: {{ gold }}",
                    "{{ gold }}",
                    "\n\n",
                    "T: {{ text }}\nE:");

    private final History history;

    private OpenedDesigns(Study study) {
        history = History.of(study);
    }

    static Session of(Study study) {
        return new OpenedDesigns(study);
    }

    static Design design(String name, PromptForm form, Layout layout, int count) {
        return new Design(
                name,
                form,
                layout,
                TemplateOptions.DEFAULT,
                Selection.first(count),
                Order.AS_SELECTED,
                8,
                Map.of());
    }

    public static Study study() {
        List<Example> pool =
                List.of(
                        Example.of("d-1", Map.of("text", "third week without water"), "anger"),
                        Example.of(
                                "d-2", Map.of("text", "the street smelled of {{ bread }}"), "joy"),
                        Example.of("d-3", Map.of("text", "he kept his jacket"), "sadness"),
                        Example.of("d-4", Map.of("text", "one more revision"), "anger"));
        List<Example> tests =
                List.of(
                        Example.of("t-1", Map.of("text", "nearly true"), "joy"),
                        Example.of("t-2", Map.of("text", "not true"), "sadness"));
        return Study.of("emotions", TASK)
                .withPool(Examples.of(pool))
                .withTests(Examples.of(tests))
                .withDesigns(
                        List.of(
                                design("few", PARTS, Layout.COMPLETION, 3),
                                design("zero", PARTS, Layout.COMPLETION, 0)))
                .withComparisons(
                        List.of(new Comparison("all", List.of("few", "zero"), List.of("mock"), 1)));
    }

    public static Workspace workspace(Jobs jobs, Study study) {
        try {
            Path places = Files.createTempDirectory("exemplar");
            Gateway gateway =
                    new Gateway(
                            List.of(MockBackend::new),
                            Registry.in(new Places(places, places)),
                            target -> new Opener.Unavailable("not in tests"),
                            new Settings(
                                    RetryPolicy.DEFAULT,
                                    Sleeper.REAL,
                                    Optional.empty(),
                                    PriceTable.in(places)));
            Workspace workspace = new Workspace(jobs, gateway, Clock.systemUTC());
            workspace.open(new OpenedDesigns(study));
            workspace.model().set("mock");
            return workspace;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return Optional.empty();
    }

    @Override
    public boolean dirty() {
        return false;
    }

    @Override
    public void save() {}

    @Override
    public void close() {}
}
