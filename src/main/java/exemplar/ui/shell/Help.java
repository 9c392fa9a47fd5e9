package exemplar.ui.shell;

import exemplar.ui.control.KeyCap;
import exemplar.ui.control.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The sheet of all keys, made from the commands themselves.
final class Help {
    private Help() {}

    static Command command(StackPane over, Supplier<List<Command>> commands) {
        return Command.of("help.keys", Texts.of("command.keys"), () -> open(over, commands))
                .onKeys("F1");
    }

    private static void open(StackPane over, Supplier<List<Command>> commands) {
        GridPane grid = new GridPane(24, 8);
        int row = 0;
        for (Command command : commands.get()) {
            if (command.keys().isPresent()) {
                grid.addRow(row++, new Label(command.words()), new KeyCap(command.keys().get()));
            }
        }
        Label title = new Label(Texts.of("help.title"));
        title.getStyleClass().add("pane-title");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(460);
        VBox box = new VBox(12, title, scroll);
        box.setPadding(new Insets(16));
        box.getStyleClass().addAll("palette", "floating");
        box.setId("help");
        box.setMaxSize(480, Region.USE_PREF_SIZE);
        StackPane veil = new StackPane(box);
        StackPane.setAlignment(box, Pos.CENTER);
        veil.setOnMousePressed(e -> over.getChildren().remove(veil));
        veil.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE || e.getCode() == KeyCode.F1) {
                        over.getChildren().remove(veil);
                        e.consume();
                    }
                });
        over.getChildren().add(veil);
        scroll.requestFocus();
    }
}
