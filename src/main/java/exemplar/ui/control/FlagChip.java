package exemplar.ui.control;

import javafx.scene.control.Label;

/// A finding on an example, always in words.
public final class FlagChip extends Label {

    /// How serious it is; the tint follows.
    public enum Tone {
        PLAIN,
        GOOD,
        LOOK,
        BAD,
        NOTE
    }

    public FlagChip(String words, Tone tone) {
        super(words);
        getStyleClass().addAll("flag", "tone-" + tone.name().toLowerCase(java.util.Locale.ROOT));
        setMinWidth(USE_PREF_SIZE);
    }
}
