package exemplar.ui.compare;

import exemplar.compare.CellState;
import exemplar.compare.Judgement.Verdict;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Example;
import exemplar.ui.control.Hint;
import exemplar.ui.control.Icons;
import exemplar.ui.control.Lettering;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;

/// One answer in the matrix: a sign, the answer, and below it how it came about; right, wrong and
/// failed differ in sign and word, not in colour alone.
final class AnswerCell extends MatrixTable.Cell {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final double TWO_LINES = 38;
    private final CompareViewModel model;
    private final Variant variant;
    private final Clock clock;
    private final BooleanSupplier differences;
    private final Label sign = new Label();
    private final Label answer = new Label();
    private final Label hint = new Label();
    private final VBox words = new VBox(answer, hint);
    private final HBox line = new HBox(6, sign, words);

    /// @param differences whether answers are shown by what differs from gold
    AnswerCell(CompareViewModel model, Variant variant, Clock clock, BooleanSupplier differences) {
        this.model = model;
        this.variant = variant;
        this.clock = clock;
        this.differences = differences;
        getStyleClass().add("answer-cell");
        answer.getStyleClass().add("mono");
        answer.setMinWidth(0);
        answer.setMaxHeight(TWO_LINES);
        hint.getStyleClass().add("caption");
        hint.setMinWidth(0);
        sign.setMinWidth(14);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Example item, boolean empty) {
        pseudoClassStateChanged(WRONG, false);
        pseudoClassStateChanged(FAILED, false);
        Hint.set(this, "");
        super.updateItem(item, empty);
    }

    @Override
    void show(Example item) {
        sign.getStyleClass().setAll("label");
        answer.getStyleClass().setAll("label", "mono");
        switch (model.state(variant, item.id())) {
            case CellState.Empty() ->
                    state(model.run().get().isPresent() ? "compare.cell.missing" : "");
            case CellState.Queued() -> state("compare.cell.queued");
            case CellState.Streaming(String text) when text.isEmpty() -> state("compare.cell.sent");
            case CellState.Streaming(String text) ->
                    fill(Optional.empty(), oneLine(text), Texts.of("compare.cell.streaming"));
            // Its time has come: it was sent again.
            case CellState.Waiting(Instant until, String reason)
                    when !until.isAfter(clock.instant()) ->
                    state("compare.cell.sent");
            case CellState.Waiting(Instant until, String reason) -> {
                fill(Optional.of(Feather.CLOCK), waiting(until, clock), "");
                tell(reason);
            }
            case CellState.Ended(Trial trial) -> ended(trial, item);
        }
        setGraphic(line);
    }

    /// A state in words, without an answer.
    private void state(String key) {
        fill(Optional.empty(), key.isEmpty() ? "" : Texts.of(key), "");
        answer.getStyleClass().setAll("label", "faint");
    }

    static String waiting(Instant until, Clock clock) {
        return Texts.of(
                "compare.cell.waiting",
                Math.max(0, Duration.between(clock.instant(), until).toSeconds()));
    }

    private void ended(Trial trial, Example item) {
        if (trial.state() != Trial.State.DONE) {
            pseudoClassStateChanged(FAILED, trial.state() == Trial.State.FAILED);
            fill(
                    Optional.of(
                            trial.state() == Trial.State.FAILED
                                    ? Feather.ALERT_TRIANGLE
                                    : Feather.SLASH),
                    Texts.of(
                            trial.state() == Trial.State.FAILED
                                    ? "compare.cell.failed"
                                    : "compare.cell.cancelled"),
                    trial.state() == Trial.State.FAILED ? oneLine(trial.fault()) : "");
            answer.getStyleClass()
                    .setAll("label", trial.state() == Trial.State.FAILED ? "medium" : "muted");
            sign.getStyleClass().setAll("label", "sign-failed");
            tell(trial.fault());
            setAccessibleText(answer.getText() + ": " + trial.fault());
            return;
        }
        Verdict verdict = trial.judgement().verdict();
        String name = verdict.name().toLowerCase(Locale.ROOT);
        pseudoClassStateChanged(WRONG, verdict == Verdict.WRONG && model.hasLabels());
        Feather icon =
                switch (verdict) {
                    case RIGHT -> Feather.CHECK;
                    case WRONG -> Feather.X;
                    case UNPARSED -> Feather.HELP_CIRCLE;
                    case NO_GOLD -> Feather.MINUS;
                };
        if (model.hasLabels()) {
            boolean read = !trial.judgement().predicted().isEmpty();
            fill(
                    Optional.of(icon),
                    read ? trial.judgement().predicted() : oneLine(trial.answer()),
                    facts(trial, verdict == Verdict.UNPARSED));
        } else {
            fill(
                    verdict == Verdict.RIGHT ? Optional.of(icon) : Optional.empty(),
                    oneLine(trial.answer()),
                    "");
            if (differences.getAsBoolean() && !item.gold().isEmpty()) {
                DiffText.of(item.gold(), trial.answer())
                        .ifPresent(d -> line.getChildren().set(1, clamped(d)));
            }
        }
        sign.getStyleClass().setAll("label", "sign-" + name);
        tell(trial.answer().strip());
        setAccessibleText(model.verdict(verdict) + ": " + trial.answer());
    }

    private static String facts(Trial trial, boolean unparsed) {
        String time = trial.cached() ? Texts.of("compare.cell.cached") : seconds(trial.millis());
        return unparsed ? Texts.of("compare.cell.unparsed") + " · " + time : time;
    }

    private static Node clamped(DiffText text) {
        StackPane box = new StackPane(text);
        box.setAlignment(Pos.TOP_LEFT);
        box.setMinSize(0, 0);
        box.setPrefHeight(TWO_LINES);
        box.setMaxHeight(TWO_LINES);
        Rectangle window = new Rectangle();
        window.widthProperty().bind(box.widthProperty());
        window.heightProperty().bind(box.heightProperty());
        box.setClip(window);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private void tell(String all) {
        Hint.set(this, all);
    }

    private void fill(Optional<Feather> icon, String text, String after) {
        if (line.getChildren().get(1) != words) {
            line.getChildren().set(1, words);
        }
        sign.setGraphic(icon.map(i -> Icons.of(i, 13)).orElse(null));
        boolean alone = after.isEmpty();
        sign.setManaged(icon.isPresent() || !alone);
        answer.setText(text);
        answer.setWrapText(alone);
        Lettering.set(answer, text);
        hint.setText(after);
        Presence.set(hint, !alone);
        setAccessibleText(text);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    static String seconds(long millis) {
        return millis < 1000 ? Texts.of("unit.ms", millis) : Texts.of("unit.s", millis / 1000.0);
    }
}
