package exemplar.ui.control;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What stands where there is nothing yet: why, and what to do next.
public final class EmptyState extends VBox {
    private final HBox actions = new HBox(8);

    public EmptyState(Feather icon, String headline, String advice) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        setSpacing(8);
        Label title = new Label(headline);
        title.getStyleClass().add("empty-headline");
        title.setWrapText(true);
        Label words = new Label(advice);
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMaxWidth(420);
        words.setAlignment(Pos.CENTER);
        words.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        actions.setAlignment(Pos.CENTER);
        getChildren().addAll(Icons.of(icon, 28), title, words, actions);
    }

    /// What is offered first, where anything is.
    public Optional<Node> first() {
        return actions.getChildren().stream().findFirst();
    }

    /// Offers a next step; the first one is the primary one.
    public EmptyState offer(String words, Runnable action) {
        Button button = new Button(words);
        button.getStyleClass().add(actions.getChildren().isEmpty() ? "primary" : "secondary");
        button.setOnAction(e -> action.run());
        actions.getChildren().add(button);
        return this;
    }
}
