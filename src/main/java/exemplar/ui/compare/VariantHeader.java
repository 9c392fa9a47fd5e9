package exemplar.ui.compare;

import exemplar.compare.Standing;
import exemplar.compare.Variant;
import exemplar.ui.control.Hint;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The head of a variant's column: its letter, its design, its model and its score.
final class VariantHeader extends VBox {
    private final Label score = new Label("–");
    private final Label interval = new Label();

    VariantHeader(String letter, Variant variant) {
        super(1);
        getStyleClass().add("variant-header");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label(letter);
        name.getStyleClass().add("variant-letter");
        name.setMinWidth(USE_PREF_SIZE);
        Label design = new Label(variant.design());
        design.getStyleClass().add("variant-design");
        HBox first = new HBox(6, name, design);
        first.setAlignment(Pos.CENTER_LEFT);
        Label model = new Label(variant.model());
        model.getStyleClass().add("caption");
        score.getStyleClass().add("variant-score");
        score.setMinWidth(USE_PREF_SIZE);
        interval.getStyleClass().add("faint");
        HBox scores = new HBox(6, score, interval);
        scores.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(first, model, scores);
        Hint.set(this, letter + "  " + variant.title());
    }

    void show(Standing standing) {
        score.setText(
                standing.items() == 0 ? "–" : MatrixTable.number(standing.score().estimate()));
        interval.setText(MatrixTable.interval(standing));
    }
}
