package exemplar.ui.control;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;

/// A key, as printed on it.
public final class KeyCap extends Label {
    public KeyCap(String keys) {
        super(keys);
        getStyleClass().add("key-cap");
        setMinWidth(USE_PREF_SIZE);
    }

    public KeyCap(KeyCombination keys) {
        this(name(keys));
    }

    /// How the keys are called on screen, such as `Ctrl K`.
    public static String name(KeyCombination keys) {
        return keys.getDisplayText().replace("+", " ").replace("Enter", "↵").replace("  ", " +");
    }
}
