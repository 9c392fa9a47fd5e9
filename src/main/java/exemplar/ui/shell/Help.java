package exemplar.ui.shell;

import exemplar.ui.control.KeyCap;
import exemplar.ui.control.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

/// The sheet of all keys, made from the commands themselves: those of the shown pane first, then
/// those that work everywhere.
final class Help {
    private static final double LINE = 28;
    private static final double MOST = 560;

    private Help() {}

    static Command command(
            StackPane over, Supplier<Optional<WorkPane>> shown, Supplier<List<Command>> commands) {
        return Command.of(
                        "help.keys",
                        Texts.of("command.keys"),
                        () -> open(over, here(shown.get()), everywhere(commands.get())))
                .onKeys("F1")
                .withIcon(Feather.HELP_CIRCLE);
    }

    private static List<WorkPane.Key> here(Optional<WorkPane> shown) {
        List<WorkPane.Key> keys = new ArrayList<>();
        shown.flatMap(WorkPane::primary).flatMap(Help::key).ifPresent(keys::add);
        shown.ifPresent(pane -> {
            pane.commands().forEach(command -> key(command).ifPresent(keys::add));
            keys.addAll(pane.keys());
        });
        return keys;
    }

    private static List<WorkPane.Key> everywhere(List<Command> commands) {
        return commands.stream().flatMap(command -> key(command).stream()).toList();
    }

    private static Optional<WorkPane.Key> key(Command command) {
        return command.keys().map(keys -> new WorkPane.Key(KeyCap.name(keys), command.words()));
    }

    private static void open(
            StackPane over, List<WorkPane.Key> here, List<WorkPane.Key> everywhere) {
        GridPane grid = new GridPane(24, 0);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(words, keys);
        Set<String> seen = new HashSet<>();
        add(grid, Texts.of("help.here"), here, seen);
        add(grid, Texts.of("help.everywhere"), everywhere, seen);
        Label title = new Label(Texts.of("help.title"));
        title.getStyleClass().add("pane-title");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(Math.min(grid.getRowCount() * LINE + 4, MOST));
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

    /// A key shown already does something else here than there; what it does here counts.
    private static void add(
            GridPane grid, String title, List<WorkPane.Key> keys, Set<String> seen) {
        List<WorkPane.Key> fresh = keys.stream().filter(key -> seen.add(key.name())).toList();
        if (fresh.isEmpty()) {
            return;
        }
        Label head = new Label(title);
        head.getStyleClass().add("section-title");
        head.setMinHeight(LINE + 4);
        grid.addRow(grid.getRowCount(), head);
        for (WorkPane.Key key : fresh) {
            Label what = new Label(key.words());
            what.setMinHeight(LINE);
            grid.addRow(grid.getRowCount(), what, new KeyCap(key.name()));
        }
    }
}
