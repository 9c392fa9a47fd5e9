package exemplar.ui.export;

import exemplar.formats.ExportFile;
import exemplar.formats.Exporter;
import exemplar.formats.Exporters;
import exemplar.ui.control.Chip;
import exemplar.ui.control.EmptyState;
import exemplar.ui.control.FlagChip;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Lettering;
import exemplar.ui.control.LineNumbers;
import exemplar.ui.control.RememberedSplit;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Command;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.WorkPane;
import exemplar.ui.shell.Workspace;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.feather.Feather;

/// The formats at the left, at the right exactly what would be written, what the format cannot say,
/// and the way to the clipboard and to the disk.
public final class ExportPane implements WorkPane {
    private static final int LONG = 20_000;

    /// Where a person wants a file; empty when they do not. Apart, since there is nobody to ask in
    /// a test.
    interface Chooser {
        Optional<File> choose(String name, boolean folder);
    }

    private final Workspace workspace;
    private final ExportViewModel model;
    private final Chooser chooser;
    private final ListView<Exporter> formats = new ListView<>();
    private final HBox files = new HBox(6);
    private final CodeArea text = new CodeArea();
    private final Label about = new Label();
    private final VBox notes = new VBox(4);
    private final OutcomeView outcome;
    private final Button copy = new Button(Texts.of("export.copy"));
    private final Chip one = new Chip(Texts.of("export.item"));
    private final Chip all = new Chip(Texts.of("export.items"));
    private final BorderPane work = new BorderPane();
    private final StackPane root = new StackPane(work);
    private int shownFile;
    private Subscription watching = () -> {};

    public ExportPane(Workspace workspace) {
        this(workspace, Optional.empty());
    }

    ExportPane(Workspace workspace, Optional<Chooser> asking) {
        this.workspace = workspace;
        this.model = new ExportViewModel(workspace);
        this.chooser = asking.orElse(this::ask);
        this.outcome = new OutcomeView(model, this::save);
        root.setId("export");
        root.getStylesheets().add(String.valueOf(getClass().getResource("/ui/export/export.css")));
        formats.setId("export-formats");
        formats.getItems().setAll(Exporters.all());
        formats.setCellFactory(l -> new FormatCell());
        formats.getSelectionModel().select(model.exporter());
        formats.getSelectionModel()
                .selectedItemProperty()
                .subscribe(f -> {
                    if (f != null && f != model.exporter()) {
                        shownFile = 0;
                        model.choose(f);
                    }
                });
        ToggleGroup group = new ToggleGroup();
        one.setToggleGroup(group);
        all.setToggleGroup(group);
        one.setSelected(true);
        one.setOnAction(e -> items(false));
        all.setOnAction(e -> items(true));
        copy.getStyleClass().add("secondary");
        copy.setId("export-copy");
        copy.setOnAction(e -> copy());
        work.setTop(Headers.toolbar(Texts.of("pane.export"), one, all, Headers.spring(), copy));
        work.setCenter(
                new RememberedSplit(
                        workspace.preferences(),
                        "export.sides",
                        Orientation.HORIZONTAL,
                        new double[] {0.28},
                        left(),
                        right()));
    }

    private Node left() {
        VBox box = new VBox(Headers.section(Texts.of("export.format"), ""), formats);
        VBox.setVgrow(formats, Priority.ALWAYS);
        return box;
    }

    private Node right() {
        text.setEditable(false);
        text.setId("export-text");
        text.getStyleClass().addAll("export-area", "mono");
        LineNumbers.show(text);
        text.setWrapText(true);
        about.getStyleClass().add("caption");
        files.setAlignment(Pos.CENTER_LEFT);
        notes.getStyleClass().add("export-notes");
        notes.setId("export-notes");
        HBox head = Headers.section(Texts.of("export.preview"), "", about, Headers.spring(), files);
        BorderPane box = new BorderPane(new VirtualizedScrollPane<>(text));
        box.setTop(new VBox(head, notes));
        box.setBottom(outcome);
        return box;
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void activate() {
        watching =
                Subscription.combine(
                        workspace.study().subscribe(s -> model.refresh()),
                        workspace.design().subscribe(d -> model.refresh()),
                        workspace.item().subscribe(i -> model.refresh()),
                        model.state().subscribe(this::show),
                        model.result().subscribe(outcome::show));
    }

    @Override
    public void deactivate() {
        watching.unsubscribe();
        watching = () -> {};
    }

    @Override
    public ReadOnlyBooleanProperty settled() {
        return model.settled();
    }

    @Override
    public Optional<Command> primary() {
        return Optional.of(
                Command.of("export.save", Texts.of("export.save"), this::save)
                        .onKeys("Shortcut+Enter")
                        .withIcon(Feather.SAVE)
                        .when(this::possible));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("export.copy", Texts.of("export.copy.command"), this::copy)
                        .onKeys("Shortcut+Shift+C")
                        .when(this::possible));
    }

    private boolean possible() {
        return model.state().get() instanceof ExportViewModel.State.Preview p
                && !p.exported().files().isEmpty();
    }

    private void items(boolean every) {
        one.setSelected(!every);
        all.setSelected(every);
        shownFile = 0;
        model.all(every);
    }

    private void show(ExportViewModel.State state) {
        work.setVisible(!(state instanceof ExportViewModel.State.Nothing));
        root.getChildren().removeIf(EmptyState.class::isInstance);
        notes.getChildren().clear();
        files.getChildren().clear();
        boolean possible = possible();
        copy.setDisable(!possible);
        switch (state) {
            case ExportViewModel.State.Nothing n ->
                    root.getChildren()
                            .add(
                                    new EmptyState(
                                                    Feather.UPLOAD,
                                                    Texts.of("export.empty"),
                                                    Texts.of("export.empty.advice"))
                                            .offer(
                                                    Texts.of("export.empty.go"),
                                                    () ->
                                                            workspace.go(
                                                                    new Workspace.Place.OfPane(
                                                                            "prompt"))));
            case ExportViewModel.State.Impossible i -> {
                about.setText("");
                put("");
                note(FlagChip.Tone.BAD, Texts.of("export.problem"), i.why());
            }
            case ExportViewModel.State.Preview p -> preview(p);
        }
        notes.setManaged(!notes.getChildren().isEmpty());
    }

    private void preview(ExportViewModel.State.Preview preview) {
        List<ExportFile> made = preview.exported().files();
        about.setText(
                Texts.of("export.about", workspace.design().get(), preview.items(), made.size()));
        if (made.isEmpty()) {
            put("");
            note(FlagChip.Tone.LOOK, Texts.of("export.hint"), Texts.of("export.noitems"));
            return;
        }
        shownFile = Math.min(shownFile, made.size() - 1);
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < Math.min(made.size(), 4); i++) {
            int at = i;
            Chip chip = new Chip(made.get(i).name());
            chip.setMnemonicParsing(false);
            chip.setToggleGroup(group);
            chip.setSelected(i == shownFile);
            chip.setOnAction(e -> {
                chip.setSelected(true);
                shownFile = at;
                put(made.get(at).text());
            });
            files.getChildren().add(chip);
        }
        if (made.size() > 4) {
            Label more = new Label(Texts.of("export.more", made.size() - 4));
            more.getStyleClass().add("caption");
            files.getChildren().add(more);
        }
        put(made.get(shownFile).text());
        preview.exported()
                .losses()
                .forEach(l -> note(FlagChip.Tone.LOOK, Texts.of("export.loss"), l));
        if (preview.exported().losses().isEmpty()) {
            note(FlagChip.Tone.GOOD, Texts.of("export.exact"), Texts.of("export.noloss"));
        }
    }

    private void put(String file) {
        boolean cut = file.length() > ExportViewModel.MOST_SHOWN;
        String shown =
                cut
                        ? file.substring(0, ExportViewModel.MOST_SHOWN)
                                + "\n"
                                + Texts.of("export.cut", file.length() - ExportViewModel.MOST_SHOWN)
                        : file;
        text.setWrapText(shown.lines().noneMatch(l -> l.length() > LONG));
        text.replaceText(shown);
        Lettering.font(text);
        text.moveTo(0);
        text.showParagraphAtTop(0);
    }

    private void note(FlagChip.Tone tone, String word, String sentence) {
        notes.getChildren().add(new Remark(tone, word, sentence));
    }

    private void copy() {
        if (model.state().get() instanceof ExportViewModel.State.Preview p
                && !p.exported().files().isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(p.exported().files().get(shownFile).text());
            Clipboard.getSystemClipboard().setContent(content);
            workspace.tell(
                    Notice.of(
                            Texts.of("export.copied", p.exported().files().get(shownFile).name())));
        }
    }

    private void save() {
        chooser.choose(model.suggestedName(), model.needsFolder())
                .ifPresent(f -> model.write(f.toPath()));
    }

    /// The system's own choosers; one for a file asks before it overwrites.
    private Optional<File> ask(String name, boolean folder) {
        if (folder) {
            DirectoryChooser directory = new DirectoryChooser();
            directory.setTitle(Texts.of("export.choose.folder"));
            besideTheStudy().ifPresent(directory::setInitialDirectory);
            return Optional.ofNullable(directory.showDialog(root.getScene().getWindow()));
        }
        FileChooser file = new FileChooser();
        file.setTitle(Texts.of("export.choose.file"));
        file.setInitialFileName(name);
        besideTheStudy().ifPresent(file::setInitialDirectory);
        return Optional.ofNullable(file.showSaveDialog(root.getScene().getWindow()));
    }

    /// Where the choosers begin: in the folder that holds the study.
    private Optional<File> besideTheStudy() {
        return workspace
                .folder()
                .flatMap(f -> Optional.ofNullable(f.toAbsolutePath().getParent()))
                .map(Path::toFile)
                .filter(File::isDirectory);
    }

    private static final class FormatCell extends ListCell<Exporter> {
        private final Label name = new Label();
        private final Label words = new Label();
        private final VBox box = new VBox(2, name, words);

        FormatCell() {
            getStyleClass().add("format-cell");
            name.getStyleClass().add("strong");
            words.getStyleClass().add("caption");
            words.setWrapText(true);
            box.setPrefWidth(10);
        }

        @Override
        protected void updateItem(Exporter exporter, boolean empty) {
            super.updateItem(exporter, empty);
            setText(null);
            setGraphic(empty || exporter == null ? null : box);
            if (!empty && exporter != null) {
                name.setText(exporter.name());
                words.setText(exporter.description());
            }
        }
    }

    /// The pane's place on the rail, beside the way of the data.
    public static Definition definition() {
        return new Definition("export", "pane.export", Feather.UPLOAD, 200, ExportPane::new);
    }
}
