package exemplar.ui.demonstrations;

import exemplar.evidence.Flag;
import exemplar.model.Example;
import exemplar.ui.control.Hint;
import exemplar.ui.control.Lettering;
import exemplar.ui.control.Presence;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What was found on the example: each finding with its evidence, and what can be done about it.
final class FindingsView extends VBox {
    /// More labels to choose from than these are found by comparing.
    private static final int MOST_LABELS = 4;

    private final Board board;
    private final DetailViewModel model;
    private final RowActions actions;
    private final TwinsOpener twins;
    private final VBox cards = new VBox(8);

    FindingsView(Board board, DetailViewModel model, RowActions actions, TwinsOpener twins) {
        super(6);
        this.board = board;
        this.model = model;
        this.actions = actions;
        this.twins = twins;
        setId("findings");
        Label name = new Label(board.words().text("detail.found"));
        name.getStyleClass().add("section-name");
        getChildren().addAll(name, cards);
    }

    void show(Example example) {
        List<Flag> flags = model.flags();
        Presence.set(this, !flags.isEmpty());
        FlagText texts = new FlagText(board);
        cards.getChildren().setAll(flags.stream().map(flag -> card(texts, flag, example)).toList());
    }

    private VBox card(FlagText texts, Flag flag, Example example) {
        Label title = new Label(board.words().text("flag." + flag.kind().word()));
        title.getStyleClass().add("card-title");
        Label evidence = new Label(texts.evidence(flag, example));
        evidence.setWrapText(true);
        Lettering.font(evidence, evidence.getText());
        VBox card = new VBox(2, title, evidence);
        card.getStyleClass()
                .addAll("finding-card", FlagText.tone(flag.kind()).name().toLowerCase(Locale.ROOT));
        FlowPane buttons = new FlowPane(6, 6);
        switch (flag) {
            case Flag.Conflict conflict -> {
                conflict.others().stream()
                        .map(Flag.Other::gold)
                        .distinct()
                        .limit(MOST_LABELS)
                        .forEach(gold ->
                                add(
                                        buttons,
                                        board.words().text("desk.relabel", gold),
                                        () -> actions.gold(gold)));
                add(buttons, compare(), () -> twins.open(example.id()));
            }
            case Flag.Duplicate duplicate ->
                    add(buttons, compare(), () -> twins.open(example.id()));
            case Flag.Leaked leaked -> add(buttons, compare(), () -> twins.open(example.id()));
            case Flag.TrailingSpace space ->
                    add(
                            buttons,
                            board.words().text("fix.trailing"),
                            () -> actions.strip(space.field()));
            case Flag.Invisible invisible ->
                    add(
                            buttons,
                            board.words().text("fix.invisible"),
                            () -> actions.reveal(invisible.field()));
            default -> {}
        }
        if (!buttons.getChildren().isEmpty()) {
            card.getChildren().add(buttons);
        }
        return card;
    }

    private String compare() {
        return board.words().text("fix.compare");
    }

    private static void add(FlowPane buttons, String text, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().add("small-button");
        Hint.set(button, text);
        button.maxWidthProperty().bind(buttons.widthProperty());
        button.setOnAction(event -> action.run());
        buttons.getChildren().add(button);
    }
}
