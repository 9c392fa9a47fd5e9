package exemplar.ui.importing;

import exemplar.study.folder.OpenStudy;
import exemplar.study.importing.ImportPlan;
import exemplar.study.importing.Imported;
import exemplar.ui.control.Chip;
import exemplar.ui.control.EmptyState;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Icons;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Watching;
import exemplar.ui.shell.AttachedPane;
import exemplar.ui.shell.Command;
import exemplar.ui.shell.Workspace;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// A file before it is imported: its first rows with what each column becomes, and what was found
/// out about it.
public final class ImportPane extends AttachedPane {
    private final Workspace workspace;
    private final ImportViewModel model;
    private final BorderPane root = new BorderPane();
    private final StackPane centre = new StackPane();
    private final Label file = new Label();
    private final Chip toPool = new Chip(Texts.of("import.to.pool"));
    private final Chip toTests = new Chip(Texts.of("import.to.tests"));
    private final ReadingBar reading;
    private final PreviewTable preview;
    private final PlanDetail detail;
    private final SplitPane split = new SplitPane();
    private Optional<Workspace.Place> taken = Optional.empty();

    public ImportPane(Workspace workspace) {
        this.workspace = workspace;
        model = new ImportViewModel(workspace);
        reading = new ReadingBar(model);
        preview = new PreviewTable(model);
        detail = new PlanDetail(model, workspace);
        file.getStyleClass().add("caption");
        file.setId("import-file");
        file.setMinWidth(0);
        Button choose = new Button(Texts.of("import.choose"), Icons.of(Feather.FOLDER, 14));
        choose.getStyleClass().add("secondary");
        choose.setId("import-choose");
        choose.setOnAction(e -> choose());
        Button back = new Button(Texts.of("import.back"));
        back.getStyleClass().add("quiet");
        back.setOnAction(e -> leave());
        ToggleGroup to = new ToggleGroup();
        destination(to, toPool, Imported.Destination.POOL);
        destination(to, toTests, Imported.Destination.TESTS);
        root.setTop(
                new VBox(
                        Headers.toolbar(
                                Texts.of("pane.importing"),
                                file,
                                Headers.spring(),
                                toPool,
                                toTests,
                                choose,
                                back),
                        reading.view()));
        VBox table = new VBox(preview.view());
        VBox.setVgrow(preview.view(), Priority.ALWAYS);
        split.getItems().addAll(table, detail.view());
        SplitPane.setResizableWithParent(detail.view(), false);
        split.setDividerPositions(0.72);
        root.setCenter(centre);
        root.setId("importing");
        root.getStylesheets()
                .add(String.valueOf(getClass().getResource("/ui/importing/importing.css")));
        root.setOnDragOver(this::over);
        root.setOnDragDropped(this::dropped);
        show();
    }

    private void destination(ToggleGroup group, Chip chip, Imported.Destination to) {
        chip.setToggleGroup(group);
        chip.setOnAction(e -> {
            chip.setSelected(true);
            model.destination(to);
        });
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    protected void watch(Watching watching) {
        watching.value(workspace.place(), this::arrive);
        watching.value(model.state(), s -> show());
        watching.value(model.destination(), d -> show());
        watching.value(model.addingLabels(), a -> show());
    }

    private void arrive(Optional<Workspace.Place> place) {
        if (place.equals(taken)) {
            return;
        }
        taken = place;
        place.ifPresent(to -> {
            switch (to) {
                case Workspace.Place.Import(List<Path> files) -> {
                    if (files.isEmpty() && root.getScene() != null) {
                        workspace.jobs().screen().later(this::choose);
                    } else {
                        model.choose(files);
                    }
                }
                case Workspace.Place.ImportText(String text) -> model.paste(text);
                default -> {}
            }
        });
    }

    private void show() {
        ImportViewModel.State state = model.state().get();
        Optional<ImportPlan> plan = model.plan();
        boolean pool = model.destination().get() == Imported.Destination.POOL;
        toPool.setSelected(pool);
        toTests.setSelected(!pool);
        boolean fixed = !(state instanceof ImportViewModel.State.Planned);
        toPool.setDisable(fixed && plan.isPresent());
        toTests.setDisable(fixed && plan.isPresent());
        file.setText(plan.map(p -> p.source().name() + " · " + p.sentence()).orElse(""));
        reading.show(plan, state instanceof ImportViewModel.State.Planned);
        if (state instanceof ImportViewModel.State.Nothing(Optional<String> fault)) {
            put(nothing(fault));
            return;
        }
        plan.ifPresent(preview::show);
        detail.show(state);
        put(split);
    }

    /// What had the focus goes when something else is shown, and the next key must not go just
    /// anywhere.
    private void put(Node shown) {
        if (centre.getChildren().contains(shown)) {
            return;
        }
        boolean focused = hasFocus();
        centre.getChildren().setAll(shown);
        if (focused) {
            // A split has its parts in the window only once it has its looks.
            shown.applyCss();
            home().ifPresent(Node::requestFocus);
        }
    }

    private boolean hasFocus() {
        Node owner = centre.getScene() == null ? null : centre.getScene().getFocusOwner();
        while (owner != null && owner != centre) {
            owner = owner.getParent();
        }
        return owner == centre;
    }

    private EmptyState nothing(Optional<String> fault) {
        EmptyState empty =
                new EmptyState(
                        fault.isPresent() ? Feather.ALERT_TRIANGLE : Feather.DOWNLOAD,
                        Texts.of(fault.isPresent() ? "import.refused" : "import.empty"),
                        fault.orElse(Texts.of("import.empty.advice")));
        empty.offer(Texts.of("import.choose"), this::choose);
        empty.offer(Texts.of("import.paste"), this::paste);
        return empty;
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("import.choose.title"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                Texts.of("import.choose.data"),
                                "*.csv",
                                "*.tsv",
                                "*.tab",
                                "*.json",
                                "*.jsonl",
                                "*.ndjson",
                                "*.txt"),
                        new FileChooser.ExtensionFilter(Texts.of("import.choose.all"), "*.*"));
        List<File> files =
                Optional.ofNullable(
                                chooser.showOpenMultipleDialog(
                                        root.getScene() == null
                                                ? null
                                                : root.getScene().getWindow()))
                        .orElse(List.of());
        model.choose(files.stream().map(File::toPath).toList());
    }

    private void paste() {
        Optional.ofNullable(Clipboard.getSystemClipboard().getString())
                .filter(text -> !text.isBlank())
                .ifPresent(model::paste);
    }

    /// A study's folder is the window's to open, whatever pane is shown.
    private static boolean isStudy(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        return files.size() == 1 && OpenStudy.isStudy(files.getFirst().toPath());
    }

    private void over(DragEvent event) {
        if (isStudy(event)) {
            return;
        }
        if (event.getDragboard().hasFiles() || event.getDragboard().hasString()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (isStudy(event)) {
            return;
        }
        if (event.getDragboard().hasFiles()) {
            model.choose(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        } else {
            model.paste(event.getDragboard().getString());
        }
        event.setDropCompleted(true);
        event.consume();
    }

    private void leave() {
        workspace.go(new Workspace.Place.OfPane("demonstrations"));
    }

    @Override
    public Optional<Node> home() {
        return centre.getChildren().stream()
                .findFirst()
                .flatMap(shown ->
                        shown instanceof EmptyState empty
                                ? empty.first()
                                : Optional.of(preview.view()));
    }

    @Override
    public Optional<Command> primary() {
        return Optional.of(
                Command.of("import.start", Texts.of("import.start"), model::start)
                        .onKeys("Shortcut+Enter")
                        .withIcon(Feather.DOWNLOAD)
                        .when(model::ready));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("import.choose", Texts.of("import.choose"), this::choose),
                Command.of("import.paste", Texts.of("import.paste"), this::paste),
                Command.of("import.cancel", Texts.of("import.cancel"), model::cancel)
                        .onKeys("Esc")
                        .when(() -> model.state().get() instanceof ImportViewModel.State.Reading));
    }

    @Override
    public ReadOnlyBooleanProperty settled() {
        return model.settled();
    }

    /// The pane's place: not on the rail, it is led to.
    public static Definition definition() {
        return new Definition("importing", "pane.importing", Feather.DOWNLOAD, -1, ImportPane::new);
    }
}
