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
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
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
        // In a window that is too small the right and the bottom are cut, not all around.
        frame.setMinSize(0, 0);
        root.setId("shell");
        stage.setId("stage");
        keepWithin(stage);
        gather(extra);
        frame.setTop(
                new VBox(new TopBar(workspace, this, studies).view(), studies.banners().view()));
        frame.setLeft(new Rail(this, workspace, this.definitions).view());
        frame.setCenter(stage);
        frame.setBottom(new StatusBar(workspace).view());
        new Notices(workspace, root);
        new Autosave(workspace);
        Dropping.install(root, workspace, studies, has("importing"));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onUnusedKey);
        workspace.place().subscribe(p -> p.ifPresent(this::follow));
        workspace.session().subscribe(s -> refresh());
    }

    /// A pane that wants more room than there is must not push the bars out of the window.
    private static void keepWithin(StackPane stage) {
        stage.setMinSize(0, 0);
        Rectangle bounds = new Rectangle();
        bounds.widthProperty().bind(stage.widthProperty());
        bounds.heightProperty().bind(stage.heightProperty());
        stage.setClip(bounds);
        stage.setAlignment(Pos.TOP_LEFT);
    }

    private void gather(List<Command> extra) {
        CommandPalette palette = new CommandPalette(root, this::commands, workspace, studies);
        own.add(
                Command.of(CommandPalette.OPEN, Texts.of("command.palette"), palette::open)
                        .onKeys("Shortcut+K")
                        .alsoOnKeys("Shortcut+Shift+P")
                        .withIcon(Feather.SEARCH));
        own.add(
                Command.of(
                                "study.new",
                                Texts.of("command.new"),
                                () -> NewStudySheet.open(root, studies))
                        .onKeys("Shortcut+N")
                        .withIcon(Feather.FILE_PLUS));
        own.addAll(studies.commands());
        if (has("importing")) {
            own.add(
                    Command.of(
                                    "study.import",
                                    Texts.of("command.import"),
                                    () -> workspace.go(new Workspace.Place.Import(List.of())))
                            .onKeys("Shortcut+I")
                            .when(() -> workspace.readOnly().isEmpty() && isOpen())
                            .withIcon(Feather.DOWNLOAD));
        }
        if (has("prompt")) {
            own.add(
                    Command.of("study.export", Texts.of("command.export"), this::export)
                            .onKeys("Shortcut+E")
                            .when(this::isOpen)
                            .withIcon(Feather.SHARE));
        }
        if (has(TopBar.SETTINGS)) {
            own.add(
                    Command.of(
                                    "models.settings",
                                    Texts.of("command.models"),
                                    () -> show(TopBar.SETTINGS))
                            .onKeys("Shortcut+,")
                            .when(this::isOpen)
                            .withIcon(Feather.SLIDERS));
        }
        own.add(
                Command.of(
                                "jobs.stop",
                                Texts.of("command.stop"),
                                () -> workspace.jobs().cancelLatest())
                        .onKeys("Shortcut+.")
                        .when(() -> !workspace.jobs().running().isEmpty())
                        .withIcon(Feather.SQUARE));
        own.addAll(paneCommands());
        own.addAll(extra);
        own.add(Help.command(root, shown::get, this::commands));
    }

    private boolean isOpen() {
        return workspace.session().get().isPresent();
    }

    boolean has(String pane) {
        return definitions.stream().anyMatch(d -> d.id().equals(pane));
    }

    private void export() {
        show("export");
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
        if (definitions.isEmpty()) {
            return;
        }
        String wanted = has(id) ? id : first();
        if (shownId.get().equals(wanted) && shown.get().isPresent()) {
            return;
        }
        shownId.set(wanted);
        refresh();
    }

    /// Brings a pane on screen and the keyboard with it.
    private void visit(String id) {
        show(id);
        shown.get().flatMap(WorkPane::home).ifPresent(Node::requestFocus);
    }

    private String first() {
        return definitions.stream()
                .filter(WorkPane.Definition::onRail)
                .findFirst()
                .orElseGet(definitions::getFirst)
                .id();
    }

    private void refresh() {
        shown.get().ifPresent(WorkPane::deactivate);
        if (!isOpen() || definitions.isEmpty()) {
            shown.set(Optional.empty());
            stage.getChildren().setAll(nothingOpen());
            return;
        }
        if (shownId.get().isEmpty()) {
            shownId.set(first());
        }
        WorkPane pane = pane(shownId.get());
        pane.activate();
        stage.getChildren().setAll(pane.view());
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

    private Parent nothingOpen() {
        if (workspace.jobs().running().isEmpty() && !isOpen()) {
            EmptyState empty =
                    new EmptyState(
                            Feather.FOLDER,
                            Texts.of("shell.nothing"),
                            Texts.of("shell.nothing.advice"));
            studies.recent().stream()
                    .findFirst()
                    .ifPresent(latest ->
                            empty.offer(
                                    Texts.of("shell.again", latest.getFileName()),
                                    () -> studies.open(latest)));
            if (!studies.samples().isEmpty()) {
                empty.offer(Texts.of("command.sample"), studies::openSample);
            }
            return empty.offer(Texts.of("command.open"), studies::choose)
                    .offer(Texts.of("command.new"), () -> perform("study.new"));
        }
        return new StackPane();
    }

    private void follow(Workspace.Place place) {
        switch (place) {
            case Workspace.Place.OfPane(String id) -> visit(id);
            case Workspace.Place.Demonstration d -> visit("demonstrations");
            case Workspace.Place.Item i -> visit("demonstrations");
            case Workspace.Place.Prompt p -> visit("prompt");
            case Workspace.Place.Import i -> visit("importing");
            case Workspace.Place.ImportText i -> visit("importing");
        }
    }

    /// The one thing to do here: the shown pane's, else to ask the model about the item, which
    /// happens in the prompt pane.
    Optional<Command> primary() {
        Optional<Command> own = shown.get().flatMap(WorkPane::primary);
        return own.isPresent() || shown.get().isEmpty() || !has("prompt")
                ? own
                : Optional.of(
                        Command.of("item.run", Texts.of("command.run"), this::runItem)
                                .onKeys("Shortcut+Enter")
                                .when(this::isOpen));
    }

    private void runItem() {
        show("prompt");
        shown.get().flatMap(WorkPane::primary).ifPresent(Command::perform);
    }

    /// Everything that can be done now, the shown pane's own first.
    public List<Command> commands() {
        List<Command> all = new ArrayList<>();
        primary().ifPresent(all::add);
        shown.get().ifPresent(p -> all.addAll(p.commands()));
        all.addAll(own);
        return all;
    }

    /// Does the command of that id, where there is one and it can be done.
    public void perform(String id) {
        commands().stream().filter(c -> c.id().equals(id)).findFirst().ifPresent(Command::perform);
    }

    private List<Command> paneCommands() {
        List<Command> commands = new ArrayList<>();
        int n = 1;
        for (WorkPane.Definition d : definitions) {
            if (d.onRail()) {
                Command command =
                        Command.of(
                                        "go." + d.id(),
                                        Texts.of("command.go", Texts.of(d.titleKey())),
                                        () -> visit(d.id()))
                                .withIcon(d.icon());
                commands.add(n <= 9 ? command.onKeys("Shortcut+" + n++) : command);
            }
        }
        return commands;
    }

    private void onKey(KeyEvent event) {
        if (Overlay.anyOn(root)) {
            return;
        }
        for (Command command : commands()) {
            if (command.isOn(event) && command.enabled().getAsBoolean()) {
                event.consume();
                command.run().run();
                return;
            }
        }
    }

    /// Escape stops a job when nobody else had a use for it.
    private void onUnusedKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && workspace.jobs().cancelLatest()) {
            event.consume();
        }
    }
}
