package exemplar.ui.demonstrations;

import exemplar.ui.demonstrations.rows.CopyFormat;
import exemplar.ui.shell.WorkPane;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of the pane as a whole.
final class PaneKeys {
    private PaneKeys() {}

    /// Does what the key says.
    ///
    /// @param writing whether the key goes into a text
    /// @return whether it did anything
    static boolean of(KeyEvent key, boolean writing, DemonstrationsView view) {
        if (key.isShortcutDown() && !key.isAltDown()) {
            return shortcut(key, writing, view);
        }
        switch (key.getCode()) {
            case F3 -> view.step(key.isShiftDown() ? -1 : 1);
            case ENTER -> {
                if (!view.isInTable()) {
                    return false;
                }
                view.openDetail();
            }
            case ESCAPE -> {
                return view.closeDrawer();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// The keys and what they do, for the sheet of keys.
    static List<WorkPane.Key> spoken(Wording words) {
        return List.of(
                key("Ctrl F", words.text("command.find")),
                key("Ctrl H", words.text("command.replace")),
                key("Ctrl L", words.text("command.filter")),
                key("F3", words.text("key.next")),
                key("F2", words.text("key.edit")),
                key("↵", words.text("key.detail")),
                key("1 – 9", words.text("key.gold")),
                key("G", words.text("key.golds")),
                key("Space", words.text("menu.toggle")),
                key("P", words.text("menu.pin")),
                key("Alt ↑ ↓", words.text("key.move")),
                key("Shift ↑ ↓", words.text("key.more")),
                key("Ctrl A", words.text("key.all")),
                key("Ctrl D", words.text("menu.duplicate")),
                key("Ctrl C", words.text("key.copy")),
                key("Ctrl X", words.text("key.cut")),
                key("Ctrl V", words.text("key.paste")),
                key("Insert", words.text("command.add")),
                key("Delete", words.text("menu.delete")));
    }

    private static WorkPane.Key key(String name, String words) {
        return new WorkPane.Key(name, words);
    }

    private static boolean shortcut(KeyEvent key, boolean writing, DemonstrationsView view) {
        switch (key.getCode()) {
            case F -> view.openFinder(false);
            case H -> view.openFinder(true);
            case L -> view.focusFilter();
            case C, X -> {
                if (writing || !view.isInTable()) {
                    return false;
                }
                clipboard(key, view);
            }
            // Also where there are no rows yet.
            case V -> {
                if (writing) {
                    return false;
                }
                view.clipboard().paste();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void clipboard(KeyEvent key, DemonstrationsView view) {
        if (key.getCode() == KeyCode.C) {
            view.clipboard().copy(CopyFormat.TSV);
        } else {
            view.clipboard().cut();
        }
    }
}
