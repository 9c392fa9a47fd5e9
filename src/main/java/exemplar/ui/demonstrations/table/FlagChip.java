package exemplar.ui.demonstrations.table;

import exemplar.evidence.FlagKind;
import javafx.scene.control.Label;

/// A finding in one or two words, in the colour of how grave it is.
public final class FlagChip extends Label {
    private String tone = "";

    public FlagChip() {
        getStyleClass().add("flag-chip");
        setMinWidth(USE_PREF_SIZE);
    }

    /// Shows a finding.
    public void show(FlagKind kind, String text) {
        setText(text);
        String now = tone(kind);
        if (!now.equals(tone)) {
            getStyleClass().remove(tone);
            getStyleClass().add(now);
            tone = now;
        }
    }

    /// How grave a kind of finding is: the style class of its colour.
    public static String tone(FlagKind kind) {
        return switch (kind) {
            case CONFLICT, LEAK, UNKNOWN_LABEL -> "bad";
            case EMPTY, UNLABELLED, INVISIBLE, TRAILING_SPACE -> "look";
            case DIRECTION -> "note";
            case DUPLICATE, SCRIPTS, BRACES -> "plain";
        };
    }
}
