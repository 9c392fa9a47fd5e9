package exemplar.ui.shell;

import exemplar.ui.control.Headers;
import exemplar.ui.control.Icons;
import exemplar.ui.control.KeyCap;
import exemplar.ui.control.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Finds a command, a study, a design, an item or a demonstration by a few letters.
final class CommandPalette {
    private static final int MOST = 60;
    static final String OPEN = "palette.open";
    private static final int ROWS_SHOWN = 12;

    /// A command that fits as well as an example comes before it.
    private static final int COMMAND_BONUS = 100;

    private record Hit(Command command, int score) {}

    private final Supplier<List<Command>> commands;
    private final Places places;
    private final Workspace workspace;
    private final StudyCommands studies;
    private List<NearbyStudies.Nearby> nearby = List.of();
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final Label nothing = new Label(Texts.of("palette.nothing"));
    private final Overlay overlay;

    CommandPalette(
            StackPane over,
            Supplier<List<Command>> commands,
            Workspace workspace,
            StudyCommands studies) {
        this.commands = commands;
        this.workspace = workspace;
        this.studies = studies;
        this.places = new Places(workspace);
        field.setPromptText(Texts.of("palette.prompt"));
        field.setAccessibleText(Texts.of("palette.prompt"));
        field.setId("palette-field");
        list.setId("palette-list");
        list.setCellFactory(l -> new Cell());
        list.setFocusTraversable(false);
        list.setAccessibleText(Texts.of("command.palette"));
        nothing.getStyleClass().add("muted");
        list.setPlaceholder(nothing);
        VBox box = new VBox(field, list);
        box.getStyleClass().add("palette");
        box.setAccessibleRole(AccessibleRole.DIALOG);
        box.setMaxSize(620, Region.USE_PREF_SIZE);
        overlay = new Overlay(over, box, Pos.TOP_CENTER);
        field.textProperty().subscribe(this::find);
        // Its rows grow with the size of text.
        list.fixedCellSizeProperty().subscribe(size -> fit());
        list.setOnMouseClicked(e -> run());
        overlay.veil().addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    void open() {
        field.clear();
        find("");
        overlay.open(field);
        studies.lookAround(found -> {
            if (!found.equals(nearby)) {
                nearby = found;
                find(field.getText());
            }
        });
    }

    private void onKey(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case ENTER -> run();
            case DOWN -> select(at + 1);
            case UP -> select(at - 1);
            case PAGE_DOWN -> select(Math.min(at + ROWS_SHOWN, list.getItems().size() - 1));
            case PAGE_UP -> select(Math.max(0, at - ROWS_SHOWN));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int at) {
        if (!list.getItems().isEmpty()) {
            int row = Math.floorMod(at, list.getItems().size());
            list.getSelectionModel().select(row);
            list.scrollTo(Math.max(0, row - ROWS_SHOWN / 2));
        }
    }

    private void run() {
        Command command = list.getSelectionModel().getSelectedItem();
        overlay.close();
        if (command != null) {
            command.perform();
        }
    }

    private void find(String typed) {
        List<Command> shown = typed.isBlank() ? everything() : hits(typed);
        list.getItems().setAll(shown.stream().limit(MOST).toList());
        fit();
        select(0);
    }

    private void fit() {
        list.setPrefHeight(
                Math.clamp(list.getItems().size(), 2, ROWS_SHOWN) * list.getFixedCellSize() + 10.0);
    }

    /// What can be done; where nothing is open, the studies come first.
    private List<Command> everything() {
        Stream<Command> folders = nearby.stream().map(this::open);
        Stream<Command> deeds = possible();
        return (workspace.session().get().isEmpty()
                        ? Stream.concat(folders, deeds)
                        : Stream.concat(deeds, folders))
                .toList();
    }

    /// Those that can be done now, but for opening what is open already.
    private Stream<Command> possible() {
        return commands.get().stream()
                .filter(c -> c.enabled().getAsBoolean() && !c.id().equals(OPEN));
    }

    private Command open(NearbyStudies.Nearby study) {
        return Command.of(
                        "study.open." + study.folder(),
                        Texts.of("palette.study", study.name()) + "  " + study.folder(),
                        () -> studies.open(study.folder()))
                .withIcon(Feather.FOLDER);
    }

    private List<Command> hits(String typed) {
        List<Hit> hits = new ArrayList<>();
        Stream.concat(possible(), places.designs().stream())
                .forEach(command -> {
                    OptionalInt score = Fuzzy.score(typed, command.now().get());
                    score.ifPresent(s -> hits.add(new Hit(command, s + COMMAND_BONUS)));
                });
        for (NearbyStudies.Nearby study : nearby) {
            study.score(typed).ifPresent(s -> hits.add(new Hit(open(study), s + COMMAND_BONUS)));
        }
        for (Command place : places.examples(typed)) {
            hits.add(new Hit(place, Fuzzy.score(typed, place.words()).orElse(0)));
        }
        hits.sort(Comparator.comparingInt(Hit::score).reversed());
        return hits.stream().map(Hit::command).toList();
    }

    private static final class Cell extends ListCell<Command> {
        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            setGraphic(null);
            setAccessibleText(null);
            if (!empty && command != null) {
                Label words = new Label(command.now().get());
                words.setMinWidth(0);
                HBox line =
                        new HBox(
                                10,
                                Icons.of(command.icon().orElse(Feather.CHEVRON_RIGHT), 14),
                                words,
                                Headers.spring());
                line.setAlignment(Pos.CENTER_LEFT);
                line.setPrefWidth(0);
                command.keys().ifPresent(k -> line.getChildren().add(new KeyCap(k)));
                setGraphic(line);
                setAccessibleText(
                        command.now().get()
                                + command.keys().map(k -> ", " + KeyCap.name(k)).orElse(""));
                setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            }
        }
    }
}
