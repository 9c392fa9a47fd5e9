package exemplar.ui.settings;

import exemplar.ui.control.Chip;
import exemplar.ui.control.EmptyState;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Icons;
import exemplar.ui.control.InlineError;
import exemplar.ui.control.MasterDetail;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Watching;
import exemplar.ui.shell.AttachedPane;
import exemplar.ui.shell.Command;
import exemplar.ui.shell.Workspace;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Models and backends of this machine: the list at the left, one model at the right; and, apart,
/// what the machine keeps beside them.
public final class SettingsPane extends AttachedPane {
    private final SettingsViewModel model;
    private final AddViewModel adding;
    private final MachineViewModel kept;
    private final KeyEntry keys;
    private final ListView<Shelf.Row> list = new ListView<>();
    private final InlineError fault = new InlineError();
    private final ModelDetail detail;
    private final FetchDetail fetching;
    private final AddForm form;
    private final MachineView machineView;
    private final EmptyState nothing =
            new EmptyState(
                            Feather.CPU,
                            Texts.of("settings.empty"),
                            Texts.of("settings.empty.advice"))
                    .offer(Texts.of("settings.add"), this::begin);
    private final StackPane side = new StackPane();
    private final MasterDetail split;
    private final Chip ofModels = new Chip(Texts.of("settings.models"));
    private final Chip ofMachine = new Chip(Texts.of("settings.machine"));
    private final Button undo = new Button();
    private final Button add = new Button(Texts.of("settings.add"), Icons.of(Feather.PLUS, 13));
    private final BorderPane root = new BorderPane();
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper();
    private boolean filling;

    SettingsPane(Workspace workspace, ThisMachine machine) {
        model = new SettingsViewModel(workspace, machine);
        keys = new KeyEntry(workspace.jobs(), machine);
        adding = new AddViewModel(workspace, model, new KeyEntry(workspace.jobs(), machine));
        kept = new MachineViewModel(workspace, machine);
        detail = new ModelDetail(model, new KeyEntry(workspace.jobs(), machine), workspace);
        fetching = new FetchDetail(model);
        form = new AddForm(adding, workspace.jobs().screen());
        machineView = new MachineView(kept, keys, () -> model.keysChanged(Optional.empty()));
        settled.bind(model.settled().and(kept.settled()));
        makeList();
        VBox master = new VBox(fault, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        side.setMinWidth(0);
        split =
                new MasterDetail(
                        workspace.preferences(), "settings.models", 0.42, 520, master, side);
        makeBar();
        root.setId("settings");
        root.getStylesheets()
                .add(String.valueOf(getClass().getResource("/ui/settings/settings.css")));
        root.setOnDragOver(this::over);
        root.setOnDragDropped(this::dropped);
        turn(true);
    }

    private void makeBar() {
        ToggleGroup group = new ToggleGroup();
        ofModels.setToggleGroup(group);
        ofMachine.setToggleGroup(group);
        ofModels.setId("settings-of-models");
        ofMachine.setId("settings-of-machine");
        ofModels.setOnAction(e -> turn(true));
        ofMachine.setOnAction(e -> turn(false));
        undo.getStyleClass().add("quiet");
        undo.setId("settings-undo");
        undo.setMnemonicParsing(false);
        undo.setGraphic(Icons.of(Feather.CORNER_UP_LEFT, 13));
        undo.setOnAction(e -> model.undo());
        add.getStyleClass().add("secondary");
        add.setId("settings-new");
        add.setMinWidth(Button.USE_PREF_SIZE);
        add.setOnAction(e -> begin());
        root.setTop(
                Headers.toolbar(
                        Texts.of("pane.settings"),
                        ofModels,
                        ofMachine,
                        Headers.spring(),
                        undo,
                        add));
    }

    private void makeList() {
        list.setId("settings-list");
        list.setAccessibleText(Texts.of("settings.models"));
        list.setCellFactory(l -> new ModelCell(model::failed));
        list.setFixedCellSize(52);
        list.setPlaceholder(new StackPane());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> {
                    if (row != null && !filling) {
                        adding.cancel();
                        model.select(row.name());
                    }
                });
        list.setOnMouseClicked(e -> openDrawer());
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            openDrawer();
            side.requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            model.remove();
            event.consume();
        }
    }

    private void openDrawer() {
        if (!list.getSelectionModel().isEmpty()) {
            split.open().set(true);
        }
    }

    private void turn(boolean models) {
        ofModels.setSelected(models);
        ofMachine.setSelected(!models);
        root.setCenter(models ? split : machineView.view());
        Presence.set(add, models && !adding.open().get());
        if (!models) {
            kept.refresh();
            keys.begin(new exemplar.backend.gateway.KeySource.Stored("exemplar"), "exemplar");
        }
    }

    private void begin() {
        turn(true);
        adding.begin();
        form.begin();
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    protected void watch(Watching watching) {
        watching.value(model.shelf(), this::fill);
        watching.value(model.selected(), name -> choose());
        watching.value(adding.open(), open -> showSide());
        watching.value(model.trials(), t -> list.refresh());
        watching.value(model.undoable(), this::showUndo);
        detail.watch(watching);
        fetching.watch(watching);
        form.watch(watching);
        machineView.watch(watching);
        model.refresh();
        if (ofMachine.isSelected()) {
            kept.refresh();
        }
    }

    private void fill(Shelf shelf) {
        fault.show(shelf.fault().orElse(""));
        if (!shelf.equals(Shelf.EMPTY)) {
            // Said only once it was looked.
            list.setPlaceholder(nothing);
            ofModels.setCount(shelf.held().size());
        }
        filling = true;
        try {
            list.getItems().setAll(shelf.rows());
        } finally {
            filling = false;
        }
        choose();
    }

    /// Shows in the list what the model has chosen.
    private void choose() {
        filling = true;
        try {
            int at =
                    model.shelf().get().rows().stream()
                            .map(Shelf.Row::name)
                            .toList()
                            .indexOf(model.selected().get());
            if (at >= 0) {
                list.getSelectionModel().clearAndSelect(at);
                list.scrollTo(Math.max(0, at - 3));
            } else {
                list.getSelectionModel().clearSelection();
            }
        } finally {
            filling = false;
        }
        showSide();
    }

    private void showSide() {
        Node now =
                adding.open().get()
                        ? form.view()
                        : switch (model.row().orElse(null)) {
                            case Shelf.Held held -> {
                                detail.show(held);
                                yield detail.view();
                            }
                            case Shelf.Fetchable f -> {
                                fetching.show(f);
                                yield fetching.view();
                            }
                            case null -> new StackPane();
                        };
        boolean left = form.view().isFocusWithin() && !adding.open().get();
        if (!side.getChildren().equals(List.of(now))) {
            side.getChildren().setAll(now);
        }
        if (left) {
            list.requestFocus();
        }
        Presence.set(add, ofModels.isSelected() && !adding.open().get());
        if (adding.open().get()) {
            split.open().set(true);
        }
    }

    private void showUndo(Optional<String> what) {
        undo.setText(what.map(w -> Texts.of("top.undo.named", w)).orElse(Texts.of("top.undo")));
        Presence.set(undo, what.isPresent());
    }

    // --- Model files dropped ---------------------------------------------------------------------

    private void over(DragEvent event) {
        if (gguf(event).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        gguf(event)
                .ifPresent(file -> {
                    turn(true);
                    adding.begin(file);
                    form.begin();
                    event.setDropCompleted(true);
                    event.consume();
                });
    }

    private static Optional<Path> gguf(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .map(File::toPath)
                .filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".gguf"))
                .findFirst();
    }

    // --- Commands --------------------------------------------------------------------------------

    @Override
    public Optional<Command> primary() {
        if (ofModels.isSelected() && adding.open().get()) {
            return Optional.of(
                    Command.of("settings.add.commit", Texts.of("settings.add.add"), adding::add)
                            .onKeys("Shortcut+Enter")
                            .withIcon(Feather.PLUS));
        }
        return Optional.of(
                Command.of("settings.test", Texts.of("settings.test"), model::test)
                        .onKeys("Shortcut+Enter")
                        .when(() -> ofModels.isSelected() && model.testable()));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("settings.add", Texts.of("settings.add"), this::begin)
                        .onKeys("Shortcut+N")
                        .withIcon(Feather.PLUS),
                Command.of("settings.rename", Texts.of("settings.rename"), this::rename)
                        .onKeys("F2")
                        .when(this::registered),
                Command.of(
                                "settings.default",
                                Texts.of("settings.default.make"),
                                () -> model.makeDefault(true))
                        .when(() -> model.held().isPresent()),
                Command.of("settings.remove", Texts.of("settings.remove.command"), model::remove)
                        .when(this::registered),
                Command.of("settings.undo", Texts.of("settings.undo.command"), model::undo)
                        .onKeys("Shortcut+Z")
                        .when(() -> model.undoable().get().isPresent()),
                Command.of(
                        "settings.machine",
                        Texts.of("settings.machine.command"),
                        () -> turn(false)));
    }

    @Override
    public Optional<Node> home() {
        return Optional.of(list);
    }

    private boolean registered() {
        return ofModels.isSelected()
                && !adding.open().get()
                && model.held().flatMap(Shelf.Held::registration).isPresent();
    }

    private void rename() {
        openDrawer();
        detail.focusName();
    }

    @Override
    public ReadOnlyBooleanProperty settled() {
        return settled.getReadOnlyProperty();
    }

    /// The pane's place: at the bottom of the rail.
    public static Definition definition(ThisMachine machine) {
        return new Definition(
                "settings",
                "pane.settings",
                Feather.SLIDERS,
                1000,
                workspace -> new SettingsPane(workspace, machine));
    }
}
