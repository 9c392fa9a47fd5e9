package exemplar.ui.compare;

import exemplar.compare.CellState;
import exemplar.compare.Judgement.Verdict;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Example;
import exemplar.model.Task;
import exemplar.study.Study;
import exemplar.text.Direction;
import exemplar.ui.control.FlagChip;
import exemplar.ui.control.Headers;
import exemplar.ui.control.LabelPill;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One item with every variant's whole answer and where it came from.
final class ItemDetail {
    private final CompareViewModel model;
    private final Workspace workspace;
    private final VBox body = new VBox(8);
    private final VBox root = new VBox();
    private Optional<Example> shown = Optional.empty();

    ItemDetail(CompareViewModel model, Workspace workspace) {
        this.model = model;
        this.workspace = workspace;
        body.getStyleClass().add("item-detail");
        body.setId("compare-item");
    }

    Node view() {
        return root;
    }

    void show(Optional<Example> item) {
        shown = item;
        refresh();
    }

    void refresh() {
        root.getChildren().clear();
        body.getChildren().clear();
        if (shown.isEmpty()) {
            return;
        }
        Example item = shown.get();
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
        root.getChildren().addAll(Headers.section(Texts.of("compare.item", item.id()), ""), scroll);
        item.fields().forEach((name, text) -> body.getChildren().addAll(caption(name), text(text)));
        Optional<Task> task = workspace.study().get().map(Study::task);
        if (!item.gold().isEmpty()) {
            body.getChildren().add(caption(Texts.of("compare.gold")));
            int label = task.map(t -> t.labelIndex(item.gold())).orElse(-1);
            body.getChildren()
                    .add(label >= 0 ? new LabelPill(item.gold(), label) : text(item.gold()));
        }
        List<Variant> variants =
                model.board().get().map(b -> b.plan().variants()).orElse(List.of());
        for (int i = 0; i < variants.size(); i++) {
            variant(CompareViewModel.letter(i), variants.get(i), item);
        }
    }

    private void variant(String letter, Variant variant, Example item) {
        Label title = new Label(letter + "  " + variant.title());
        title.getStyleClass().add("section-title");
        Button open = new Button(Texts.of("compare.openprompt"));
        open.getStyleClass().add("link");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(
                e -> workspace.go(new Workspace.Place.Prompt(variant.design(), item.id())));
        HBox head = new HBox(8, title, Headers.spring(), open);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("variant-head");
        body.getChildren().add(head);
        switch (model.state(variant, item.id())) {
            case CellState.Empty() -> body.getChildren().add(faint("compare.cell.empty"));
            case CellState.Queued() -> body.getChildren().add(faint("compare.cell.queued"));
            case CellState.Streaming(String text) -> body.getChildren().add(mono(text));
            case CellState.Ended(Trial trial) -> ended(trial);
        }
    }

    private void ended(Trial trial) {
        if (!trial.fault().isEmpty()) {
            Label fault = text(trial.fault());
            fault.getStyleClass().add("problem-line");
            body.getChildren().add(fault);
        }
        if (!trial.answer().isEmpty()) {
            body.getChildren().add(mono(trial.answer()));
        }
        HBox facts = new HBox(8);
        facts.setAlignment(Pos.CENTER_LEFT);
        if (trial.state() == Trial.State.DONE) {
            Verdict verdict = trial.judgement().verdict();
            facts.getChildren()
                    .add(
                            new FlagChip(
                                    Texts.of(
                                            "compare.verdict."
                                                    + verdict.name().toLowerCase(Locale.ROOT)),
                                    switch (verdict) {
                                        case RIGHT -> FlagChip.Tone.GOOD;
                                        case WRONG -> FlagChip.Tone.BAD;
                                        case UNPARSED -> FlagChip.Tone.LOOK;
                                        case NO_GOLD -> FlagChip.Tone.PLAIN;
                                    }));
        }
        Label words =
                new Label(
                        AnswerCell.seconds(trial.millis())
                                + (trial.promptTokens() >= 0
                                        ? " · "
                                                + Texts.of(
                                                        "compare.tokens",
                                                        trial.promptTokens(),
                                                        Math.max(0, trial.answerTokens()))
                                        : "")
                                + " · "
                                + Texts.of("compare.demos", trial.demonstrations().size())
                                + (trial.promptHash().isEmpty()
                                        ? ""
                                        : " · " + trial.promptHash().substring(0, 8)));
        words.getStyleClass().add("caption");
        words.setWrapText(true);
        facts.getChildren().add(words);
        body.getChildren().add(facts);
    }

    private static Label caption(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("caption");
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
        if (Direction.of(words) == Direction.RIGHT_TO_LEFT) {
            label.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        }
        return label;
    }

    private static Label mono(String words) {
        Label label = text(words);
        label.getStyleClass().add("mono");
        return label;
    }
}
