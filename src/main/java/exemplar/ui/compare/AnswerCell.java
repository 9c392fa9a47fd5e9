package exemplar.ui.compare;

import exemplar.compare.CellState;
import exemplar.compare.Judgement.Verdict;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Example;
import exemplar.ui.control.Icons;
import exemplar.ui.control.Texts;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// One answer in the matrix: a sign, the answer, how long it took; right, wrong and failed differ
/// in sign and word, not in colour alone.
final class AnswerCell extends MatrixTable.Cell {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private final CompareViewModel model;
    private final Variant variant;
    private final Label sign = new Label();
    private final Label answer = new Label();
    private final Label hint = new Label();
    private final HBox line = new HBox(6, sign, answer, hint);

    AnswerCell(CompareViewModel model, Variant variant) {
        this.model = model;
        this.variant = variant;
        getStyleClass().add("answer-cell");
        answer.getStyleClass().add("mono");
        answer.setMaxWidth(Double.MAX_VALUE);
        answer.setMinWidth(0);
        HBox.setHgrow(answer, Priority.ALWAYS);
        hint.getStyleClass().add("caption");
        hint.setMinWidth(Label.USE_PREF_SIZE);
        sign.setMinWidth(14);
        line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Example item, boolean empty) {
        pseudoClassStateChanged(WRONG, false);
        pseudoClassStateChanged(FAILED, false);
        setTooltip(null);
        super.updateItem(item, empty);
    }

    @Override
    void show(Example item) {
        switch (model.state(variant, item.id())) {
            case CellState.Empty() -> words(null, "", "");
            case CellState.Queued() -> words(null, "", Texts.of("compare.cell.queued"));
            case CellState.Streaming(String text) ->
                    words(null, oneLine(text), Texts.of("compare.cell.streaming"));
            case CellState.Ended(Trial trial) -> ended(trial);
        }
        setGraphic(line);
    }

    private void ended(Trial trial) {
        if (trial.state() != Trial.State.DONE) {
            pseudoClassStateChanged(FAILED, true);
            words(
                    Feather.ALERT_TRIANGLE,
                    Texts.of(
                            trial.state() == Trial.State.FAILED
                                    ? "compare.cell.failed"
                                    : "compare.cell.cancelled"),
                    "");
            setTooltip(new Tooltip(trial.fault()));
            setAccessibleText(trial.fault());
            return;
        }
        Verdict verdict = trial.judgement().verdict();
        boolean wrong = verdict == Verdict.WRONG;
        pseudoClassStateChanged(WRONG, wrong);
        words(
                switch (verdict) {
                    case RIGHT -> Feather.CHECK;
                    case WRONG -> Feather.X;
                    case UNPARSED -> Feather.HELP_CIRCLE;
                    case NO_GOLD -> Feather.MINUS;
                },
                oneLine(trial.answer()),
                verdict == Verdict.UNPARSED
                        ? Texts.of("compare.cell.unparsed")
                        : seconds(trial.millis()));
        sign.getStyleClass().setAll("label", "sign-" + verdict.name().toLowerCase(Locale.ROOT));
        setAccessibleText(
                Texts.of("compare.verdict." + verdict.name().toLowerCase(Locale.ROOT))
                        + ": "
                        + trial.answer());
        if (trial.answer().length() > 20) {
            setTooltip(new Tooltip(trial.answer()));
        }
    }

    private void words(@org.jspecify.annotations.Nullable Feather icon, String text, String after) {
        sign.setGraphic(icon == null ? null : Icons.of(icon, 13));
        answer.setText(text);
        hint.setText(after);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    static String seconds(long millis) {
        return millis < 1000 ? Texts.of("unit.ms", millis) : Texts.of("unit.s", millis / 1000.0);
    }
}
