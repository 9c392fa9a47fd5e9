package exemplar.ui.demonstrations;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The designs that use the example.
final class UsesView extends VBox {
    private final Board board;
    private final DetailViewModel model;
    private final FlowPane chips = new FlowPane(4, 4);

    UsesView(Board board, DetailViewModel model) {
        super(6);
        this.board = board;
        this.model = model;
        setId("uses");
        Label name = new Label(board.words().text("detail.used"));
        name.getStyleClass().add("section-name");
        getChildren().addAll(name, chips);
    }

    void refresh() {
        List<DetailViewModel.Use> uses = model.uses();
        chips.getChildren().clear();
        for (DetailViewModel.Use use : uses) {
            Label chip =
                    new Label(
                            use.position() > 0
                                    ? board.words()
                                            .text(
                                                    "detail.used.position",
                                                    use.design(),
                                                    use.position())
                                    : use.design());
            chip.getStyleClass().add("use-chip");
            chips.getChildren().add(chip);
        }
        if (uses.isEmpty()) {
            Label none = new Label(board.words().text("detail.used.none"));
            none.getStyleClass().add("caption");
            chips.getChildren().add(none);
        }
    }
}
