package exemplar.ui.shell;

import exemplar.backend.Backend;
import exemplar.backend.Sleeper;
import exemplar.backend.cost.PriceTable;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.Opener;
import exemplar.backend.gateway.Registry;
import exemplar.backend.gateway.RetryPolicy;
import exemplar.backend.gateway.Settings;
import exemplar.backend.mock.MockBackend;
import exemplar.study.History;
import exemplar.study.Sample;
import exemplar.study.Study;
import exemplar.ui.control.Chip;
import exemplar.ui.control.EmptyState;
import exemplar.ui.control.FlagChip;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Icons;
import exemplar.ui.control.KeyCap;
import exemplar.ui.control.LabelPill;
import exemplar.ui.control.StackedBar;
import exemplar.ui.fx.Jobs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Two panes and a small study for tests of the frame; the first shows every shared control.
final class Gallery {
    private Gallery() {}

    static final class Controls implements WorkPane {
        final List<String> log = new ArrayList<>();
        boolean hasPrimary = true;
        boolean possible = true;
        final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper(true);
        final Workspace workspace;
        private final VBox root = new VBox();

        Controls(Workspace workspace) {
            this.workspace = workspace;
            Button add = new Button("Add", Icons.of(Feather.PLUS, 14));
            add.getStyleClass().add("secondary");
            Button imports = new Button("Import…");
            imports.getStyleClass().add("secondary");
            Button find = new Button("Find and replace", new KeyCap("Ctrl H"));
            find.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
            find.getStyleClass().add("quiet");
            Chip on = new Chip("demonstrations", 412);
            on.setSelected(true);
            Chip off = new Chip("test items", 60);
            HBox filters = new HBox();
            filters.getStyleClass().add("filter-bar");
            TextField search = new TextField();
            search.setPromptText("label:joy · text~\"not bad\" · len>200 · lang:es");
            HBox.setHgrow(search, Priority.ALWAYS);
            filters.getChildren()
                    .addAll(
                            search,
                            new Chip("ambiguous", 63),
                            chosen("misclassified", 41),
                            new Chip("leaks", 0));
            FlowPane pills = new FlowPane(8, 8);
            for (int i = -1; i < 8; i++) {
                pills.getChildren()
                        .add(
                                new LabelPill(
                                        List.of(
                                                        "none",
                                                        "anger",
                                                        "joy",
                                                        "optimism",
                                                        "sadness",
                                                        "five",
                                                        "six",
                                                        "seven",
                                                        "eight")
                                                .get(i + 1),
                                        i));
            }
            for (FlagChip.Tone tone : FlagChip.Tone.values()) {
                pills.getChildren()
                        .add(
                                new FlagChip(
                                        tone.name().toLowerCase(java.util.Locale.ROOT) + " flag",
                                        tone));
            }
            StackedBar bar = new StackedBar();
            bar.show(
                    List.of(
                            new StackedBar.Part(.41, 3, "sadness .41"),
                            new StackedBar.Part(.3, 1, "joy .30"),
                            new StackedBar.Part(.18, 2, "optimism .18"),
                            new StackedBar.Part(.11, 0, "anger .11")));
            MenuButton menu = new MenuButton("nearest last");
            menu.getStyleClass().add("secondary");
            Button primary = new Button("Relabel anger", new KeyCap("R"));
            primary.getStyleClass().add("primary");
            primary.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
            TextArea area =
                    new TextArea(
                            "She read the last page out loud and nobody in the room wanted to breathe");
            area.setWrapText(true);
            area.setPrefRowCount(3);
            Label code = new Label("{{ instruction }}  {% for d in demos %}");
            code.getStyleClass().add("mono");
            VBox body =
                    new VBox(
                            12,
                            pills,
                            bar,
                            new HBox(8, menu, primary, new Button("Plain")),
                            area,
                            code,
                            new EmptyState(
                                            Feather.INBOX,
                                            "Nothing here yet",
                                            "Add an example or import a file.")
                                    .offer("Import…", () -> {})
                                    .offer("Add", () -> {}));
            body.setPadding(new javafx.geometry.Insets(14));
            root.getChildren()
                    .addAll(
                            Headers.toolbar(
                                    "Demonstrations",
                                    add,
                                    imports,
                                    find,
                                    Headers.spring(),
                                    new Label("pool"),
                                    on,
                                    off),
                            filters,
                            Headers.section(
                                    "Template",
                                    "Jinja2 · completion layout",
                                    Headers.spring(),
                                    chosen("by label", -1),
                                    new Chip("plain")),
                            body);
        }

        private static Chip chosen(String words, int count) {
            Chip chip = count < 0 ? new Chip(words) : new Chip(words, count);
            chip.setSelected(true);
            return chip;
        }

        @Override
        public Parent view() {
            return root;
        }

        @Override
        public void activate() {
            log.add("activate");
        }

        @Override
        public void deactivate() {
            log.add("deactivate");
        }

        @Override
        public Optional<Command> primary() {
            return Optional.of(
                            Command.of("gallery.run", "Run on item", () -> log.add("run"))
                                    .onKeys("Shortcut+Enter")
                                    .when(() -> possible))
                    .filter(c -> hasPrimary);
        }

        @Override
        public ReadOnlyBooleanProperty settled() {
            return settled.getReadOnlyProperty();
        }
    }

    static List<WorkPane.Definition> panes() {
        return List.of(
                new WorkPane.Definition(
                        "demonstrations", "pane.demonstrations", Feather.LIST, 10, Controls::new),
                new WorkPane.Definition(
                        "prompt",
                        "pane.prompt",
                        Feather.CODE,
                        50,
                        Controls::new,
                        w -> new javafx.beans.property.SimpleIntegerProperty(63)),
                new WorkPane.Definition(
                        "compare", "pane.compare", Feather.COLUMNS, 60, Controls::new));
    }

    static Study study() {
        return Sample.study(412).withName("emotions-in-tweets").withModels(List.of("mock"));
    }

    static Workspace workspace(Path folder, Jobs jobs) {
        return workspace(folder, jobs, Preferences.none());
    }

    static Workspace workspace(Path folder, Jobs jobs, Preferences preferences) {
        return workspace(folder, jobs, preferences, List.of(MockBackend::new));
    }

    /// @param backends those of this process
    static Workspace workspace(
            Path folder,
            Jobs jobs,
            Preferences preferences,
            List<Supplier<? extends Backend>> backends) {
        Gateway gateway =
                new Gateway(
                        backends,
                        Registry.at(folder.resolve("models.json")),
                        target -> new Opener.Unavailable("none here"),
                        new Settings(
                                RetryPolicy.OFF,
                                Sleeper.REAL,
                                Optional.empty(),
                                new PriceTable(java.time.LocalDate.EPOCH, List.of())));
        return new Workspace(jobs, () -> gateway, Clock.systemUTC(), preferences);
    }

    /// A session without files.
    static final class InMemory implements Session {
        private final History history;
        private final Optional<String> readOnly;
        int saves;

        InMemory(Study study, Optional<String> readOnly) {
            history = History.of(study);
            this.readOnly = readOnly;
        }

        @Override
        public History history() {
            return history;
        }

        @Override
        public Path folder() {
            return Path.of("emotions-in-tweets");
        }

        @Override
        public Optional<String> readOnly() {
            return readOnly;
        }

        @Override
        public boolean dirty() {
            return history.undoLabel().isPresent() && saves == 0;
        }

        @Override
        public void save() {
            saves++;
        }

        @Override
        public void close() {}
    }
}
