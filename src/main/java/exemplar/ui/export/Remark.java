package exemplar.ui.export;

import exemplar.ui.control.FlagChip;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A sentence with a word before it that says how good the news is.
final class Remark extends HBox {
    Remark(FlagChip.Tone tone, String word, String sentence) {
        super(8);
        Label words = new Label(sentence);
        words.setWrapText(true);
        words.setMinWidth(0);
        getChildren().addAll(new FlagChip(word, tone), words);
        setAlignment(Pos.CENTER_LEFT);
    }
}
