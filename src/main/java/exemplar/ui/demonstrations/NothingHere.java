package exemplar.ui.demonstrations;

import exemplar.ui.control.EmptyState;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// What stands in place of rows when there are none: why, and what to do next.
final class NothingHere extends StackPane {
    private final Board board;
    private final Runnable add;
    private final Runnable importing;
    private final Runnable paste;
    private final Runnable clear;

    NothingHere(Board board, Runnable add, Runnable importing, Runnable paste, Runnable clear) {
        this.board = board;
        this.add = add;
        this.importing = importing;
        this.paste = paste;
        this.clear = clear;
        setId("empty");
        getStyleClass().add("nothing-here");
    }

    /// Says why there is nothing to see.
    void refresh() {
        Wording words = board.words();
        int all = board.examples().size();
        if (all == 0) {
            String side = board.sideProperty().get().word();
            getChildren()
                    .setAll(
                            new EmptyState(
                                            Feather.INBOX,
                                            words.text("empty.rows." + side),
                                            words.text("empty.rows.hint"))
                                    .offer(words.text("import"), importing)
                                    .offer(words.text("key.paste"), paste)
                                    .offer(words.text("empty.add"), add));
        } else {
            getChildren()
                    .setAll(
                            new EmptyState(
                                            Feather.FILTER,
                                            words.text("empty.match"),
                                            words.text("empty.match.hint", all))
                                    .offer(words.text("filter.clear"), clear));
        }
    }
}
