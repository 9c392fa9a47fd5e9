package exemplar.ui.demonstrations;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What stands in place of rows when there are none: why, and what to do next.
final class EmptyState extends VBox {
    private final Label title = new Label();
    private final Label hint = new Label();
    private final Button first = new Button();
    private final Button second = new Button();
    private final Board board;
    private final Runnable add;
    private final Runnable importing;
    private final Runnable clear;

    EmptyState(Board board, Runnable add, Runnable importing, Runnable clear) {
        super(8);
        this.board = board;
        this.add = add;
        this.importing = importing;
        this.clear = clear;
        setId("empty");
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        title.getStyleClass().add("empty-title");
        hint.getStyleClass().add("caption");
        hint.setWrapText(true);
        HBox buttons = new HBox(8, first, second);
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(title, hint, buttons);
    }

    /// Says why there is nothing to see.
    void refresh() {
        Wording words = board.words();
        int all = board.examples().size();
        second.setVisible(all == 0);
        second.setManaged(all == 0);
        if (all == 0) {
            title.setText(words.text("empty.rows." + board.sideProperty().get().word()));
            hint.setText(words.text("empty.rows.hint"));
            first.setText(words.text("import"));
            first.setOnAction(event -> importing.run());
            second.setText(words.text("empty.add"));
            second.setOnAction(event -> add.run());
        } else {
            title.setText(words.text("empty.match"));
            hint.setText(words.text("empty.match.hint", all));
            first.setText(words.text("filter.clear"));
            first.setOnAction(event -> clear.run());
        }
    }
}
