package exemplar.ui.demonstrations;

import exemplar.ui.demonstrations.rows.CopyFormat;
import java.util.Locale;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What the right mouse button offers for the selected rows.
final class RowMenu {
    private final Board board;
    private final RowActions actions;
    private final Copying copying;
    private final Runnable paste;

    RowMenu(Board board, RowActions actions, Copying copying, Runnable paste) {
        this.board = board;
        this.actions = actions;
        this.copying = copying;
        this.paste = paste;
    }

    ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        menu.setId("row-menu");
        menu.getItems().add(new MenuItem());
        menu.setOnShowing(event -> fill(menu));
        return menu;
    }

    private void fill(ContextMenu menu) {
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
                        item("up", "Alt ↑", actions::up),
                        item("down", "Alt ↓", actions::down),
                        item("duplicate", "Ctrl D", actions::duplicate),
                        item(
                                "across." + board.sideProperty().get().word(),
                                "",
                                actions::copyAcross),
                        new SeparatorMenuItem());
        for (CopyFormat format : CopyFormat.values()) {
            String name = board.words().text("format." + format.name().toLowerCase(Locale.ROOT));
            MenuItem item = new MenuItem(board.words().text("menu.copy", name));
            item.setOnAction(event -> copy(format));
            menu.getItems().add(item);
        }
        menu.getItems()
                .addAll(
                        item("paste", "Ctrl V", paste),
                        new SeparatorMenuItem(),
                        item("delete", "Delete", actions::delete));
    }

    private void copy(CopyFormat format) {
        ClipboardContent content = new ClipboardContent();
        content.putString(copying.text(format));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Keys are only shown: an accelerator of a menu would work while somebody types, too.
    private MenuItem item(String key, String accelerator, Runnable action) {
        MenuItem item = new MenuItem(board.words().text("menu." + key));
        Label keys = new Label(accelerator);
        keys.getStyleClass().add("key-cap");
        keys.setVisible(!accelerator.isEmpty());
        item.setGraphic(keys);
        item.setOnAction(event -> action.run());
        return item;
    }
}
