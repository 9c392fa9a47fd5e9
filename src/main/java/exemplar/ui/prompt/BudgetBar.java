package exemplar.ui.prompt;

import exemplar.model.Design;
import exemplar.prompt.Segment;
import exemplar.prompt.TokenBudget;
import exemplar.ui.control.Hint;
import exemplar.ui.control.Presence;
import exemplar.ui.control.StackedBar;
import exemplar.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// How many tokens the prompt takes, part by part, of what the model has room for.
final class BudgetBar {
    private final StackedBar bar = new StackedBar();
    private final Label total = new Label();
    private final Label parts = new Label();
    private final Label images = new Label();
    private final Label drop = new Label();
    private final FlowPane words = new FlowPane(14, 2, total, images, parts, drop);
    private final VBox root = new VBox(5, bar, words);

    BudgetBar() {
        bar.setId("prompt-budget");
        total.getStyleClass().add("strong");
        total.setId("prompt-tokens");
        total.setMinWidth(Label.USE_PREF_SIZE);
        parts.getStyleClass().add("muted");
        images.getStyleClass().add("strong");
        images.setId("prompt-images");
        images.setMinWidth(Label.USE_PREF_SIZE);
        seen(0);
        drop.getStyleClass().add("faint");
        drop.setId("prompt-drop");
        words.getStyleClass().add("budget-words");
        root.getStyleClass().add("budget-bar");
    }

    Parent view() {
        return root;
    }

    void clear() {
        bar.show(List.of());
        total.setText("");
        seen(0);
        parts.setText("");
        drop.setText("");
    }

    void show(PromptViewModel.Room room, Colouring by) {
        TokenBudget tokens = room.tokens();
        PromptViewModel.Shown shown = room.of();
        List<String> ids = shown.ids();
        Colouring colours = by == Colouring.DEMONSTRATION ? by : Colouring.LABEL;
        List<StackedBar.Part> shares = new ArrayList<>();
        for (TokenBudget.Part part : tokens.parts()) {
            Segment segment = part.segment();
            String id = segment.demo().orElse("");
            int at = ids.indexOf(id);
            String words =
                    switch (segment.kind()) {
                        case INSTRUCTION -> Texts.of("prompt.tokens.instruction", part.tokens());
                        case DEMONSTRATION ->
                                Texts.of("prompt.tokens.demo", at + 1, id, part.tokens());
                        case ITEM -> Texts.of("prompt.tokens.item", part.tokens());
                        case PRINCIPLE, FACT -> Texts.of("prompt.tokens.other", part.tokens());
                    };
            int category =
                    switch (segment.kind()) {
                        case INSTRUCTION, PRINCIPLE, FACT -> 5;
                        case ITEM -> -2;
                        case DEMONSTRATION ->
                                at < 0
                                        ? -1
                                        : colours.category(
                                                at,
                                                shown.made()
                                                        .demonstrations()
                                                        .get(at)
                                                        .example()
                                                        .gold(),
                                                shown.task());
                    };
            shares.add(new StackedBar.Part(part.tokens(), category, words));
        }
        bar.show(shares);
        seen(shown.made().rendering().prompt().images().size());
        Design design = shown.design();
        String number =
                room.context() > 0
                        ? Texts.of("prompt.tokens.of", tokens.total(), room.context())
                        : Texts.of("prompt.tokens.all", tokens.total());
        total.setText(
                number
                        + (tokens.exact() ? "" : " · " + Texts.of("prompt.tokens.estimate"))
                        + room.difference().map(d -> " · " + difference(d)).orElse(""));
        total.getStyleClass().remove("problem-line");
        if (room.tooLong()) {
            total.getStyleClass().add("problem-line");
        }
        parts.setText(
                Texts.of(
                        "prompt.tokens.parts",
                        tokens.of(Segment.Kind.INSTRUCTION),
                        tokens.of(Segment.Kind.DEMONSTRATION),
                        tokens.of(Segment.Kind.ITEM),
                        design.answerTokens()));
        Optional<String> first = shown.made().dropsFirst().map(c -> c.example().id());
        drop.setText(
                room.tooLong()
                        ? Texts.of("prompt.tokens.toolong", -room.left())
                        : first.map(id -> Texts.of("prompt.tokens.drop", id)).orElse(""));
        // On the words alone: around the bar it would stand in the way of what its parts say.
        Hint.set(words, tokenizer(tokens));
    }

    private void seen(int count) {
        images.setText(count == 0 ? "" : Texts.of("prompt.images", count));
        Presence.set(images, count > 0);
    }

    private static String difference(int more) {
        return more == 0
                ? Texts.of("prompt.tokens.same")
                : more > 0
                        ? Texts.of("prompt.tokens.more", more)
                        : Texts.of("prompt.tokens.fewer", -more);
    }

    private static String tokenizer(TokenBudget tokens) {
        return tokens.exact()
                ? Texts.of("prompt.tokenizer", tokens.tokenizer())
                : Texts.of("prompt.tokenizer.estimate", tokens.tokenizer());
    }
}
