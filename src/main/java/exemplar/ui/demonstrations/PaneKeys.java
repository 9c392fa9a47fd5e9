package exemplar.ui.demonstrations;

import exemplar.ui.demonstrations.rows.CopyFormat;
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

    private static boolean shortcut(KeyEvent key, boolean writing, DemonstrationsView view) {
        switch (key.getCode()) {
            case F -> view.openFinder(false);
            case H -> view.openFinder(true);
            case L -> view.focusFilter();
            case C, X, V -> {
                if (writing || !view.isInTable()) {
                    return false;
                }
                clipboard(key, view);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void clipboard(KeyEvent key, DemonstrationsView view) {
        switch (key.getCode()) {
            case C -> view.copy(CopyFormat.TSV);
            case X -> view.cut();
            default -> view.pasteRows();
        }
    }
}
