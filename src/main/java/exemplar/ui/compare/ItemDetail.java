package exemplar.ui.compare;

import exemplar.compare.CellState;
import exemplar.compare.Judgement.Verdict;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Example;
import exemplar.model.Task;
import exemplar.study.Study;
import exemplar.ui.control.FlagChip;
import exemplar.ui.control.Headers;
import exemplar.ui.control.LabelPill;
import exemplar.ui.control.Lettering;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One item with every variant's whole answer, what it was held against and where it came from.
final class ItemDetail {
    private final CompareViewModel model;
    private final Workspace workspace;
    private final HeldAgainst against;
    private final Label title = new Label();
    private final VBox body = new VBox(4);
    private final VBox root = new VBox();
    private Optional<Example> shown = Optional.empty();

    ItemDetail(CompareViewModel model, Workspace workspace) {
        this.model = model;
        this.workspace = workspace;
        against = new HeldAgainst(this::refresh);
        body.getStyleClass().add("item-detail");
        body.setId("compare-item");
        title.getStyleClass().add("section-title");
        HBox head = new HBox(8, title, Headers.spring(), against.view());
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().addAll("section-header", "item-head");
        root.getChildren().addAll(head, body);
    }

    Node view() {
        return root;
    }

    void show(Optional<Example> item) {
        shown = item;
        refresh();
    }

    void refresh() {
        body.getChildren().clear();
        root.setVisible(shown.isPresent());
        if (shown.isEmpty()) {
            return;
        }
        Example item = shown.get();
        List<Variant> variants = model.variants();
        title.setText(Texts.of("compare.item", item.id()));
        against.use(variants.size(), !item.gold().isEmpty(), model.hasLabels());
        item.fields().forEach((name, text) -> body.getChildren().addAll(caption(name), text(text)));
        Optional<Task> task = workspace.study().get().map(Study::task);
        if (!item.gold().isEmpty()) {
            body.getChildren().add(caption(Texts.of("compare.gold")));
            int label = task.map(t -> t.labelIndex(item.gold())).orElse(-1);
            body.getChildren()
                    .add(label >= 0 ? new LabelPill(item.gold(), label) : text(item.gold()));
        }
        for (int i = 0; i < variants.size(); i++) {
            variant(i, variants.get(i), item);
        }
    }

    private void variant(int index, Variant variant, Example item) {
        Label name = new Label(CompareViewModel.letter(index) + "  " + variant.title());
        name.getStyleClass().add("section-title");
        name.setMinWidth(0);
        Button open = new Button(Texts.of("compare.openprompt"));
        open.getStyleClass().addAll("link", "small");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(
                e -> workspace.go(new Workspace.Place.Prompt(variant.design(), item.id())));
        HBox head = new HBox(8, name, Headers.spring(), open);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("variant-head");
        body.getChildren().add(head);
        switch (model.state(variant, item.id())) {
            case CellState.Empty() -> body.getChildren().add(faint("compare.cell.empty"));
            case CellState.Queued() -> body.getChildren().add(faint("compare.cell.queued"));
            case CellState.Streaming(String text) when text.isEmpty() ->
                    body.getChildren().add(faint("compare.cell.sent"));
            case CellState.Streaming(String text) -> body.getChildren().add(mono(text));
            case CellState.Waiting(Instant until, String reason)
                    when !until.isAfter(workspace.clock().instant()) ->
                    body.getChildren().add(faint("compare.cell.sent"));
            case CellState.Waiting(Instant until, String reason) ->
                    body.getChildren()
                            .addAll(
                                    text(AnswerCell.waiting(until, workspace.clock())),
                                    caption(reason));
            case CellState.Ended(Trial trial) -> ended(index, trial, item);
        }
    }

    private void ended(int index, Trial trial, Example item) {
        if (!trial.fault().isEmpty()) {
            Label fault = text(trial.fault());
            fault.getStyleClass().add("problem-line");
            body.getChildren().add(fault);
        }
        if (!trial.answer().isBlank()) {
            Optional<String> other =
                    trial.state() == Trial.State.DONE ? held(index, item) : Optional.empty();
            Optional<DiffText> diff = other.flatMap(o -> DiffText.of(o, trial.answer()));
            body.getChildren()
                    .add(diff.<Node>map(d -> d).orElseGet(() -> mono(trial.answer().strip())));
            if (other.isPresent() && diff.isEmpty()) {
                body.getChildren().add(faint("compare.diff.nothing"));
            }
        }
        FlowPane facts = new FlowPane(8, 2);
        facts.setAlignment(Pos.CENTER_LEFT);
        if (trial.state() == Trial.State.DONE) {
            facts.getChildren().add(chip(trial.judgement().verdict()));
        }
        words(trial).forEach(w -> facts.getChildren().add(caption(w)));
        body.getChildren().add(facts);
    }

    /// The text an answer is held against, where it is another one.
    private Optional<String> held(int index, Example item) {
        return switch (against.chosen()) {
            case HeldAgainst.Nothing() -> Optional.empty();
            case HeldAgainst.Gold() ->
                    Optional.of(item.gold()).filter(g -> !g.isEmpty() && !model.hasLabels());
            case HeldAgainst.Answer(int column) when column == index -> Optional.empty();
            case HeldAgainst.Answer(int column) ->
                    model.state(model.variants().get(column), item.id())
                                            instanceof CellState.Ended(Trial t)
                                    && t.state() == Trial.State.DONE
                            ? Optional.of(t.answer())
                            : Optional.empty();
        };
    }

    private FlagChip chip(Verdict verdict) {
        return new FlagChip(
                model.verdict(verdict),
                switch (verdict) {
                    case RIGHT -> FlagChip.Tone.GOOD;
                    case WRONG -> model.hasLabels() ? FlagChip.Tone.BAD : FlagChip.Tone.PLAIN;
                    case UNPARSED -> FlagChip.Tone.LOOK;
                    case NO_GOLD -> FlagChip.Tone.PLAIN;
                });
    }

    private List<String> words(Trial trial) {
        List<String> words = new ArrayList<>();
        if (!model.hasLabels()
                && trial.state() == Trial.State.DONE
                && trial.judgement().verdict() != Verdict.NO_GOLD) {
            words.add(Texts.of("compare.verdict.chrf", 100 * trial.judgement().score()));
        }
        words.add(AnswerCell.seconds(trial.millis()));
        if (trial.cached()) {
            words.add(Texts.of("compare.cell.cached"));
        }
        if (trial.promptTokens() >= 0) {
            words.add(
                    Texts.of(
                            "compare.tokens",
                            trial.promptTokens(),
                            Math.max(0, trial.answerTokens())));
        }
        words.add(Texts.of("compare.demos", trial.demonstrations().size()));
        if (!trial.promptHash().isEmpty()) {
            words.add(Texts.of("compare.hash", trial.promptHash().substring(0, 8)));
        }
        return words;
    }

    private static Label caption(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        return label;
    }

    private static Label faint(String key) {
        Label label = new Label(Texts.of(key));
        label.getStyleClass().add("faint");
        return label;
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("item-text");
        Lettering.set(label, words);
        return label;
    }

    private static Label mono(String words) {
        Label label = text(words);
        label.getStyleClass().add("mono");
        return label;
    }
}
