package exemplar.ui.shell;

import exemplar.ui.control.KeyCap;
import exemplar.ui.control.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The sheet of all keys, made from the commands themselves.
final class Help {
    private Help() {}

    static Command command(StackPane over, Supplier<List<Command>> commands) {
        return Command.of("help.keys", Texts.of("command.keys"), () -> open(over, commands.get()))
                .onKeys("F1")
                .withIcon(Feather.HELP_CIRCLE);
    }

    private static void open(StackPane over, List<Command> commands) {
        GridPane grid = new GridPane(24, 0);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(words, keys);
        Set<String> seen = new HashSet<>();
        int row = 0;
        for (Command command : commands) {
            if (command.keys().isPresent() && seen.add(KeyCap.name(command.keys().get()))) {
                Label what = new Label(command.words());
                what.setMinHeight(28);
                grid.addRow(row++, what, new KeyCap(command.keys().get()));
            }
        }
        Label title = new Label(Texts.of("help.title"));
        title.getStyleClass().add("pane-title");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(Math.min(row * 28 + 4, 560));
        VBox box = new VBox(10, title, scroll);
        box.getStyleClass().add("form");
        box.setId("help");
        box.setAccessibleRole(AccessibleRole.DIALOG);
        box.setAccessibleText(Texts.of("help.title"));
        box.setMaxSize(480, Region.USE_PREF_SIZE);
        Overlay overlay = new Overlay(over, box, Pos.CENTER);
        overlay.veil()
                .addEventFilter(
                        KeyEvent.KEY_PRESSED,
                        e -> {
                            if (e.getCode() == KeyCode.F1) {
                                overlay.close();
                                e.consume();
                            }
                        });
        overlay.open(scroll);
    }
}
