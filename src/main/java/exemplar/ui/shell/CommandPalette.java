package exemplar.ui.shell;

import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.study.Study;
import exemplar.ui.control.KeyCap;
import exemplar.ui.control.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
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

/// Finds a command, a design, an item or a demonstration by a few letters.
final class CommandPalette {
    private static final int MOST = 40;
    private final StackPane over;
    private final Supplier<List<Command>> commands;
    private final Workspace workspace;
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final StackPane veil = new StackPane();

    CommandPalette(StackPane over, Supplier<List<Command>> commands, Workspace workspace) {
        this.over = over;
        this.commands = commands;
        this.workspace = workspace;
        field.setPromptText(Texts.of("palette.prompt"));
        field.setId("palette-field");
        list.setId("palette-list");
        list.setCellFactory(l -> new Cell());
        list.setPrefHeight(360);
        VBox box = new VBox(field, list);
        box.getStyleClass().addAll("palette", "floating");
        box.setMaxSize(560, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        StackPane.setMargin(box, new Insets(48, 16, 16, 16));
        veil.getStyleClass().add("palette-veil");
        veil.getChildren().add(box);
        veil.setOnMousePressed(e -> {
            if (e.getTarget() == veil) {
                close();
            }
        });
        field.textProperty().subscribe(t -> find(t));
        list.setOnMouseClicked(e -> run());
        veil.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    void open() {
        if (!over.getChildren().contains(veil)) {
            over.getChildren().add(veil);
        }
        field.clear();
        find("");
        field.requestFocus();
    }

    private void close() {
        over.getChildren().remove(veil);
    }

    private void onKey(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> run();
            case DOWN -> select(at + 1);
            case UP -> select(at - 1);
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
            list.scrollTo(Math.max(0, row - 5));
        }
    }

    private void run() {
        Command command = list.getSelectionModel().getSelectedItem();
        close();
        if (command != null && command.enabled().getAsBoolean()) {
            command.run().run();
        }
    }

    private void find(String typed) {
        record Hit(Command command, int score) {}
        List<Hit> hits = new ArrayList<>();
        for (Command command : commands.get()) {
            add(hits, command, typed, 40, Hit::new);
        }
        if (!typed.isBlank()) {
            for (Command command : places(typed)) {
                add(hits, command, typed, 0, Hit::new);
            }
        }
        hits.sort(Comparator.comparingInt(Hit::score).reversed());
        list.getItems().setAll(hits.stream().limit(MOST).map(Hit::command).toList());
        select(0);
    }

    private static <H> void add(
            List<H> hits,
            Command command,
            String typed,
            int bonus,
            java.util.function.BiFunction<Command, Integer, H> make) {
        OptionalInt score = Fuzzy.score(typed, command.words());
        if (score.isPresent() && command.enabled().getAsBoolean()) {
            hits.add(make.apply(command, score.getAsInt() + bonus));
        }
    }

    private List<Command> places(String typed) {
        List<Command> places = new ArrayList<>();
        Study study = workspace.study().get().orElse(null);
        if (study == null) {
            return places;
        }
        for (Design design : study.designs()) {
            places.add(
                    Command.of(
                            "design." + design.name(),
                            Texts.of("palette.design", design.name()),
                            () -> {
                                workspace.design().set(design.name());
                                workspace.go(new Workspace.Place.OfPane("prompt"));
                            }));
        }
        // An id is looked up, not searched: a pool may hold a million.
        study.pool()
                .byId(typed.strip())
                .map(Example::id)
                .ifPresent(id ->
                        places.add(
                                Command.of(
                                        "demo." + id,
                                        Texts.of("palette.demo", id),
                                        () ->
                                                workspace.go(
                                                        new Workspace.Place.Demonstration(id)))));
        study.tests()
                .byId(typed.strip())
                .map(Example::id)
                .ifPresent(id ->
                        places.add(
                                Command.of(
                                        "item." + id,
                                        Texts.of("palette.item", id),
                                        () -> workspace.item().set(id))));
        return places;
    }

    private static final class Cell extends ListCell<Command> {
        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            setGraphic(null);
            if (!empty && command != null) {
                Label words = new Label(command.words());
                HBox line = new HBox(8, words, exemplar.ui.control.Headers.spring());
                line.setAlignment(Pos.CENTER_LEFT);
                command.keys().ifPresent(k -> line.getChildren().add(new KeyCap(k)));
                setGraphic(line);
                setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            }
        }
    }
}
