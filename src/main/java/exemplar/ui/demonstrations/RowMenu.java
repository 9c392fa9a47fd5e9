package exemplar.ui.demonstrations;

import exemplar.ui.demonstrations.rows.CopyFormat;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;

/// What the right mouse button offers for the selected rows.
final class RowMenu {
    private final Board board;
    private final RowActions actions;
    private final RowClipboard clipboard;
    private final ContextMenu menu = new ContextMenu();

    RowMenu(Board board, RowActions actions, RowClipboard clipboard) {
        this.board = board;
        this.actions = actions;
        this.clipboard = clipboard;
        menu.setId("row-menu");
    }

    /// Offers it on a node. Not as the node's own menu: its keys would then work everywhere in the
    /// window, also while somebody types.
    void on(Node node) {
        node.addEventHandler(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                event -> {
                    event.consume();
                    if (!board.pickedProperty().get().isEmpty()) {
                        fill();
                        menu.show(node, event.getScreenX(), event.getScreenY());
                    }
                });
    }

    private void fill() {
        menu.getItems().clear();
        if (!board.study().task().labels().isEmpty()) {
            Menu gold = new Menu(board.words().text("menu.gold"));
            gold.getItems().setAll(GoldMenu.items(board, actions));
            menu.getItems().add(gold);
        }
        menu.getItems()
                .addAll(
                        item("toggle", "Space", actions::toggleEnabled),
                        item("pin", "P", actions::togglePinned),
                        new SeparatorMenuItem(),
                        item("up", "Alt+Up", actions::up),
                        item("down", "Alt+Down", actions::down),
                        item("duplicate", "Shortcut+D", actions::duplicate),
                        item(
                                "across." + board.sideProperty().get().word(),
                                "",
                                actions::copyAcross),
                        new SeparatorMenuItem());
        for (CopyFormat format : CopyFormat.values()) {
            String name = board.words().text("format." + format.name().toLowerCase(Locale.ROOT));
            MenuItem item = new MenuItem(board.words().text("menu.copy", name));
            item.setOnAction(event -> clipboard.copy(format));
            if (format == CopyFormat.TSV) {
                item.setAccelerator(KeyCombination.valueOf("Shortcut+C"));
            }
            menu.getItems().add(item);
        }
        menu.getItems()
                .addAll(
                        item("paste", "Shortcut+V", clipboard::paste),
                        new SeparatorMenuItem(),
                        item("delete", "Delete", actions::delete));
    }

    private MenuItem item(String key, String accelerator, Runnable action) {
        MenuItem item = new MenuItem(board.words().text("menu." + key));
        item.setMnemonicParsing(false);
        if (!accelerator.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(accelerator));
        }
        item.setOnAction(event -> action.run());
        return item;
    }
}
