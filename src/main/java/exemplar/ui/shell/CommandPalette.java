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

/// Finds a command, a design, an item or a demonstration by a few letters.
final class CommandPalette {
    private static final int MOST = 60;
    private static final int ROW = 32;
    private static final int ROWS_SHOWN = 12;

    /// A command that fits as well as an example comes before it.
    private static final int COMMAND_BONUS = 100;

    private record Hit(Command command, int score) {}

    private final Supplier<List<Command>> commands;
    private final Places places;
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final Label nothing = new Label(Texts.of("palette.nothing"));
    private final Overlay overlay;

    CommandPalette(StackPane over, Supplier<List<Command>> commands, Workspace workspace) {
        this.commands = commands;
        this.places = new Places(workspace);
        field.setPromptText(Texts.of("palette.prompt"));
        field.setAccessibleText(Texts.of("palette.prompt"));
        field.setId("palette-field");
        list.setId("palette-list");
        list.setCellFactory(l -> new Cell());
        list.setFixedCellSize(ROW);
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
        list.setOnMouseClicked(e -> run());
        overlay.veil().addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    void open() {
        field.clear();
        find("");
        overlay.open(field);
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
        List<Command> shown =
                typed.isBlank()
                        ? commands.get().stream().filter(c -> c.enabled().getAsBoolean()).toList()
                        : hits(typed);
        list.getItems().setAll(shown.stream().limit(MOST).toList());
        list.setPrefHeight(Math.clamp(list.getItems().size(), 2, ROWS_SHOWN) * ROW + 10.0);
        select(0);
    }

    private List<Command> hits(String typed) {
        List<Hit> hits = new ArrayList<>();
        Stream.concat(commands.get().stream(), places.designs().stream())
                .filter(c -> c.enabled().getAsBoolean())
                .forEach(command -> {
                    OptionalInt score = Fuzzy.score(typed, command.now().get());
                    score.ifPresent(s -> hits.add(new Hit(command, s + COMMAND_BONUS)));
                });
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
