package exemplar.ui.demonstrations;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// A sentence at the lower edge that goes away by itself, with undo where there is something to undo.
final class Toast extends HBox {
    private static final Duration SHORT = Duration.seconds(4);
    private static final Duration LONG = Duration.seconds(8);

    private Toast(Notice notice, Board board, Runnable close) {
        super(12);
        setId("toast");
        getStyleClass().add("toast");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(notice.text());
        Label text = new Label(notice.text());
        text.setWrapText(true);
        text.setMaxWidth(560);
        getChildren().add(text);
        if (notice.undoable()) {
            Button undo = new Button(board.words().text("undo"));
            undo.setId("toast-undo");
            undo.setOnAction(
                    event -> {
                        close.run();
                        board.undo();
                    });
            getChildren().add(undo);
        }
    }

    /// Shows what the board says in a place, one at a time.
    static void install(Board board, StackPane place) {
        PauseTransition pause = new PauseTransition();
        place.setMouseTransparent(false);
        place.setMaxHeight(Region.USE_PREF_SIZE);
        board.noticeProperty()
                .addListener((observed, before, now) -> show(now, board, place, pause));
    }

    private static void show(
            Optional<Notice> notice, Board board, StackPane place, PauseTransition pause) {
        pause.stop();
        place.getChildren().clear();
        notice.ifPresent(
                said -> {
                    place.getChildren()
                            .setAll(new Toast(said, board, () -> place.getChildren().clear()));
                    pause.setDuration(said.undoable() ? LONG : SHORT);
                    pause.setOnFinished(event -> place.getChildren().clear());
                    pause.play();
                });
    }
}
