package exemplar.ui.prompt;

import exemplar.backend.label.LabelDistribution;
import exemplar.backend.label.LabelScore;
import exemplar.compare.Judgement;
import exemplar.ui.control.FlagChip;
import exemplar.ui.control.Hint;
import exemplar.ui.control.Icons;
import exemplar.ui.control.Lettering;
import exemplar.ui.control.Presence;
import exemplar.ui.control.StackedBar;
import exemplar.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The model's answer to the prompt above, as it arrives, and whether it is right.
final class AnswerBar {
    private final Label text = new Label();
    private final HBox verdict = new HBox(8);
    private final Label words = new Label();
    private final Button stop = new Button(Texts.of("prompt.stop.short"));
    private final Button copy = new Button("", Icons.of(Feather.COPY, 14));
    private final Button next = new Button();
    private final StackedBar labels = new StackedBar();
    private final Label method = new Label();
    private final Label likeliest = new Label();
    private final HBox scores = new HBox(8, method, labels, likeliest);
    private final HBox root;

    AnswerBar(Runnable stopping) {
        text.getStyleClass().add("mono");
        text.setId("prompt-answer");
        text.setWrapText(true);
        text.setMaxHeight(140);
        text.setMinWidth(0);
        words.getStyleClass().add("caption");
        words.setId("prompt-answer-words");
        words.setWrapText(true);
        words.setMinWidth(0);
        Label title = new Label(Texts.of("prompt.answer"));
        title.getStyleClass().add("section-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        verdict.setAlignment(Pos.CENTER_LEFT);
        stop.getStyleClass().add("secondary");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(e -> stopping.run());
        next.getStyleClass().add("secondary");
        next.setId("prompt-answer-next");
        next.setMinWidth(Region.USE_PREF_SIZE);
        copy.getStyleClass().add("icon-button");
        copy.setAccessibleText(Texts.of("prompt.copy.answer"));
        Hint.set(copy, Texts.of("prompt.copy.answer"));
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.getText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        labels.setPrefWidth(170);
        labels.setMinWidth(60);
        labels.setPrefHeight(8);
        labels.setMaxHeight(8);
        labels.setId("prompt-labels");
        method.getStyleClass().add("caption");
        method.setMinWidth(Region.USE_PREF_SIZE);
        likeliest.getStyleClass().add("strong");
        likeliest.setMinWidth(Region.USE_PREF_SIZE);
        scores.setAlignment(Pos.CENTER_RIGHT);
        root = new HBox(10, title, text, verdict, words, spring, scores, next, copy, stop);
        root.getStyleClass().add("answer-bar");
        root.setAlignment(Pos.CENTER_LEFT);
    }

    Parent view() {
        return root;
    }

    void show(Asking.Answer now) {
        String said = now.text().strip();
        text.setText(said);
        Lettering.set(text, said);
        text.setManaged(!said.isEmpty());
        boolean brief = said.length() <= 32 && said.indexOf('\n') < 0;
        text.setMinWidth(brief ? Region.USE_PREF_SIZE : 160);
        Hint.set(text, said.length() > 200 ? said : "");
        boolean nothing = said.isEmpty() && now.words().isEmpty() && !now.running();
        words.setText(nothing ? Texts.of("prompt.answer.none") : now.words());
        words.getStyleClass().remove("problem-line");
        if (now.failed()) {
            words.getStyleClass().add("problem-line");
        }
        Presence.set(stop, now.running());
        Presence.set(next, now.next().isPresent());
        now.next()
                .ifPresent(way -> {
                    next.setText(way.words());
                    next.setOnAction(e -> way.run().run());
                });
        Presence.set(copy, !said.isEmpty() && !now.running());
        Presence.set(scores, now.labels().isPresent());
        now.labels().ifPresent(this::distribution);
        verdict.getChildren().clear();
        now.judgement()
                .ifPresent(j ->
                        verdict.getChildren()
                                .add(new FlagChip(words(j.verdict()), tone(j.verdict()))));
    }

    /// Always in the order of the task's labels, in their colours.
    private void distribution(LabelDistribution of) {
        List<StackedBar.Part> parts = new ArrayList<>();
        LabelScore best = of.scores().getFirst();
        for (int i = 0; i < of.scores().size(); i++) {
            LabelScore score = of.scores().get(i);
            best = score.probability() > best.probability() ? score : best;
            parts.add(
                    new StackedBar.Part(
                            score.probability(),
                            i,
                            Texts.of("prompt.label.share", score.label(), score.probability())));
        }
        labels.show(parts);
        likeliest.setText(Texts.of("prompt.label.share", best.label(), best.probability()));
        method.setText(
                switch (of.method()) {
                    case EXACT -> Texts.of("prompt.labels.exact");
                    case TOPK -> Texts.of("prompt.labels.top");
                    case SAMPLED -> Texts.of("prompt.labels.sampled");
                });
        Hint.set(scores, Texts.of("prompt.labels.hint"));
    }

    private static String words(Judgement.Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> Texts.of("compare.verdict.right");
            case WRONG -> Texts.of("compare.verdict.wrong");
            case UNPARSED -> Texts.of("compare.verdict.unparsed");
            case NO_GOLD -> Texts.of("compare.verdict.no_gold");
        };
    }

    private static FlagChip.Tone tone(Judgement.Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> FlagChip.Tone.GOOD;
            case WRONG -> FlagChip.Tone.BAD;
            case UNPARSED -> FlagChip.Tone.LOOK;
            case NO_GOLD -> FlagChip.Tone.PLAIN;
        };
    }
}
