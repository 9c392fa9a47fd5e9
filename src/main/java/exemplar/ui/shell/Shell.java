package exemplar.ui.shell;

import exemplar.ui.control.EmptyState;
import exemplar.ui.control.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The frame: top bar, rail, the shown pane, status bar, and what floats above them.
public final class Shell {
    private final Workspace workspace;
    private final List<WorkPane.Definition> definitions;
    private final Map<String, WorkPane> made = new LinkedHashMap<>();
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane(frame);
    private final StackPane stage = new StackPane();
    private final ReadOnlyObjectWrapper<Optional<WorkPane>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> shownId = new ReadOnlyObjectWrapper<>("");
    private final List<Command> own = new ArrayList<>();
    private final CommandPalette palette;
    private final StudyCommands studies;

    /// @param definitions the panes that exist
    /// @param extra further commands, such as those of the window
    public Shell(
            Workspace workspace,
            List<WorkPane.Definition> definitions,
            StudyCommands studies,
            List<Command> extra) {
        this.workspace = workspace;
        this.studies = studies;
        this.definitions =
                definitions.stream()
                        .sorted(Comparator.comparingInt(WorkPane.Definition::order))
                        .toList();
        root.getStyleClass().add("shell");
        root.setId("shell");
        palette = new CommandPalette(root, this::commands, workspace);
        own.addAll(studies.commands());
        own.add(
                Command.of("palette.open", Texts.of("command.palette"), palette::open)
                        .onKeys("Shortcut+K"));
        own.addAll(paneCommands());
        own.addAll(extra);
        own.add(Help.command(root, this::commands));
        frame.setTop(
                new VBox(
                        new TopBar(workspace, this, studies).view(),
                        new Banners(workspace, studies).view()));
        frame.setLeft(new Rail(this, this.definitions).view());
        frame.setCenter(stage);
        frame.setBottom(new StatusBar(workspace).view());
        new Notices(workspace, root);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        workspace.place().subscribe(p -> p.ifPresent(this::follow));
        workspace.session().subscribe(s -> refresh());
    }

    /// The root node.
    public Parent view() {
        return root;
    }

    /// The pane on screen.
    public ReadOnlyObjectProperty<Optional<WorkPane>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The id of the pane on screen.
    public ReadOnlyObjectProperty<String> shownId() {
        return shownId.getReadOnlyProperty();
    }

    /// The panes there are, in the order of the rail.
    public List<WorkPane.Definition> definitions() {
        return definitions;
    }

    /// Brings a pane on screen; the first one when there is none of that id.
    public void show(String id) {
        WorkPane.Definition definition =
                definitions.stream()
                        .filter(d -> d.id().equals(id))
                        .findFirst()
                        .orElseGet(definitions::getFirst);
        if (shownId.get().equals(definition.id()) && shown.get().isPresent()) {
            return;
        }
        shown.get().ifPresent(WorkPane::deactivate);
        shownId.set(definition.id());
        refresh();
    }

    private void refresh() {
        if (workspace.session().get().isEmpty()) {
            shown.get().ifPresent(WorkPane::deactivate);
            shown.set(Optional.empty());
            stage.getChildren().setAll(nothingOpen());
            return;
        }
        if (shownId.get().isEmpty()) {
            if (definitions.isEmpty()) {
                return;
            }
            shownId.set(definitions.getFirst().id());
        }
        shown.get().ifPresent(WorkPane::deactivate);
        WorkPane pane = pane(shownId.get());
        stage.getChildren().setAll(pane.view());
        pane.activate();
        shown.set(Optional.of(pane));
    }

    private WorkPane pane(String id) {
        return made.computeIfAbsent(
                id,
                i ->
                        definitions.stream()
                                .filter(d -> d.id().equals(i))
                                .findFirst()
                                .orElseThrow()
                                .make()
                                .apply(workspace));
    }

    private EmptyState nothingOpen() {
        return new EmptyState(
                        Feather.FOLDER, Texts.of("shell.nothing"), Texts.of("shell.nothing.advice"))
                .offer(Texts.of("command.sample"), studies::openSample)
                .offer(Texts.of("command.open"), studies::choose);
    }

    private void follow(Workspace.Place place) {
        switch (place) {
            case Workspace.Place.OfPane(String id) -> show(id);
            case Workspace.Place.Demonstration d -> show("demonstrations");
            case Workspace.Place.Item i -> show("demonstrations");
            case Workspace.Place.Prompt p -> show("prompt");
            case Workspace.Place.Import i -> show("importing");
            case Workspace.Place.ImportText i -> show("importing");
        }
    }

    /// Everything that can be done now, the shown pane's own first.
    public List<Command> commands() {
        List<Command> all = new ArrayList<>();
        shown.get()
                .ifPresent(p -> {
                    p.primary().ifPresent(all::add);
                    all.addAll(p.commands());
                });
        all.addAll(own);
        return all;
    }

    private List<Command> paneCommands() {
        List<Command> commands = new ArrayList<>();
        int n = 1;
        for (WorkPane.Definition d : definitions) {
            Command command =
                    Command.of(
                            "go." + d.id(),
                            Texts.of("command.go", Texts.of(d.titleKey())),
                            () -> show(d.id()));
            commands.add(n <= 9 ? command.onKeys("Shortcut+" + n++) : command);
        }
        return commands;
    }

    private void onKey(KeyEvent event) {
        for (Command command : commands()) {
            if (command.keys().isPresent()
                    && command.keys().get().match(event)
                    && command.enabled().getAsBoolean()) {
                event.consume();
                command.run().run();
                return;
            }
        }
    }
}
