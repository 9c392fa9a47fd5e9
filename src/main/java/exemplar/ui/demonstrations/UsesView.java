package exemplar.ui.demonstrations;

import exemplar.model.Example;
import exemplar.study.Study;
import exemplar.ui.control.Presence;
import exemplar.ui.demonstrations.rows.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The designs that use the example: those that name it at once, those whose selectors choose it
/// for the item at hand as soon as that is known.
final class UsesView extends VBox {
    /// In a larger pool every edit would make the selectors look at all of it again.
    private static final int MOST = 50_000;

    private final Board board;
    private final DetailViewModel model;
    private final Latest choosing;
    private final FlowPane chips = new FlowPane(4, 4);

    UsesView(Board board, DetailViewModel model) {
        super(6);
        this.board = board;
        this.model = model;
        choosing = new Latest(board.workspace().jobs());
        setId("uses");
        Label name = new Label(board.words().text("detail.used"));
        name.getStyleClass().add("section-name");
        getChildren().addAll(name, chips);
    }

    void refresh() {
        List<DetailViewModel.Use> named = model.uses();
        Optional<Example> example = model.example();
        Study study = board.study();
        boolean pool = board.sideProperty().get() == Side.POOL;
        Presence.set(this, pool);
        show(named, List.of(), "");
        if (!pool || example.isEmpty() || study.pool().size() > MOST) {
            choosing.cancel();
            return;
        }
        Example item =
                board.workspace().currentItem().orElseGet(() -> Example.of("", Map.of(), ""));
        choosing.start(
                "",
                r -> DetailViewModel.chosenBy(study, item, example.get().id()),
                chosen -> show(named, chosen, item.id()),
                e -> {});
    }

    private void show(
            List<DetailViewModel.Use> named, List<DetailViewModel.Use> chosen, String item) {
        List<Label> made = new ArrayList<>();
        for (DetailViewModel.Use use : named) {
            made.add(
                    chip(
                            use.position() > 0
                                    ? board.words()
                                            .text(
                                                    "detail.used.position",
                                                    use.design(),
                                                    use.position())
                                    : use.design()));
        }
        for (DetailViewModel.Use use : chosen) {
            made.add(
                    chip(
                            item.isEmpty()
                                    ? board.words()
                                            .text(
                                                    "detail.used.position",
                                                    use.design(),
                                                    use.position())
                                    : board.words()
                                            .text(
                                                    "detail.used.item",
                                                    use.design(),
                                                    use.position(),
                                                    item)));
        }
        if (made.isEmpty()) {
            Label none = new Label(board.words().text("detail.used.none"));
            none.getStyleClass().add("caption");
            made.add(none);
        }
        chips.getChildren().setAll(made);
    }

    private static Label chip(String words) {
        Label chip = new Label(words);
        chip.getStyleClass().add("use-chip");
        return chip;
    }
}
