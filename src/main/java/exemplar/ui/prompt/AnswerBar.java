package exemplar.ui.prompt;

import exemplar.compare.Judgement;
import exemplar.ui.control.FlagChip;
import exemplar.ui.control.Texts;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The model's answer to the prompt above, as it arrives, and whether it is right.
final class AnswerBar {
    private final Label text = new Label();
    private final HBox verdict = new HBox(8);
    private final Label words = new Label();
    private final Button stop = new Button(Texts.of("prompt.stop.short"));
    private final Button copy = new Button(Texts.of("prompt.copy.answer"));
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
        copy.getStyleClass().add("quiet");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.getText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        root = new HBox(10, title, text, verdict, words, spring, copy, stop);
        root.getStyleClass().add("answer-bar");
        root.setAlignment(Pos.CENTER_LEFT);
    }

    Parent view() {
        return root;
    }

    void show(Asking.Answer now) {
        String said = now.text().strip();
        text.setText(said);
        text.setManaged(!said.isEmpty());
        text.setTooltip(said.length() > 200 ? new Tooltip(said) : null);
        boolean nothing = said.isEmpty() && now.words().isEmpty() && !now.running();
        words.setText(nothing ? Texts.of("prompt.answer.none") : now.words());
        words.getStyleClass().remove("problem-line");
        if (now.failed()) {
            words.getStyleClass().add("problem-line");
        }
        stop.setVisible(now.running());
        stop.setManaged(now.running());
        copy.setVisible(!said.isEmpty() && !now.running());
        copy.setManaged(copy.isVisible());
        verdict.getChildren().clear();
        now.judgement()
                .ifPresent(j ->
                        verdict.getChildren()
                                .add(new FlagChip(words(j.verdict()), tone(j.verdict()))));
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
