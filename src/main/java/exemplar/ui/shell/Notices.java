package exemplar.ui.shell;

import exemplar.ui.control.Icons;
import exemplar.ui.control.Texts;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows one passing notice above the status bar. A problem stays until it is closed.
final class Notices {
    private static final Duration READING = Duration.seconds(7);
    private final StackPane over;
    private final HBox box = new HBox();
    private final PauseTransition away = new PauseTransition(READING);
    private boolean ofLastStep;

    Notices(Workspace workspace, StackPane over) {
        this.over = over;
        box.getStyleClass().addAll("notice", "floating");
        box.setId("notice");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.BOTTOM_CENTER);
        StackPane.setMargin(box, new Insets(0, 20, 40, 20));
        away.setOnFinished(e -> hide());
        workspace.notice().subscribe(n -> n.ifPresent(this::show));
        workspace.lastChange().subscribe(change -> outdate());
    }

    /// An offer to undo a step must not undo the one after it.
    private void outdate() {
        if (ofLastStep) {
            hide();
        }
    }

    private void show(Notice notice) {
        ofLastStep = notice.ofLastStep();
        Label words = new Label(notice.words());
        words.setWrapText(true);
        words.setMaxWidth(640);
        words.setMinHeight(Region.USE_PREF_SIZE);
        FontIcon icon = Icons.of(notice.problem() ? Feather.ALERT_CIRCLE : Feather.CHECK, 15);
        icon.getStyleClass().add(notice.problem() ? "problem-icon" : "good-icon");
        box.getChildren().setAll(icon, words);
        notice.action()
                .ifPresent(action -> {
                    Button button = new Button(action.words());
                    button.getStyleClass().add("link");
                    button.setOnAction(e -> {
                        hide();
                        action.run().run();
                    });
                    box.getChildren().add(button);
                });
        Button close = new Button("", Icons.of(Feather.X, 14));
        close.getStyleClass().setAll("icon-button");
        close.setAccessibleText(Texts.of("banner.close"));
        close.setOnAction(e -> hide());
        box.getChildren().add(close);
        box.getStyleClass().remove("problem");
        away.stop();
        if (notice.problem()) {
            box.getStyleClass().add("problem");
        } else {
            away.playFromStart();
        }
        if (!over.getChildren().contains(box)) {
            over.getChildren().add(box);
        }
    }

    private void hide() {
        over.getChildren().remove(box);
    }
}
