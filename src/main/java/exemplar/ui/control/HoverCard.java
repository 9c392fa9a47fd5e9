package exemplar.ui.control;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.Duration;

/// A card that floats beside what the mouse rests on and explains one thing. It stays while the
/// mouse is on it, so that its links can be reached.
public final class HoverCard {
    private final Popup popup = new Popup();
    private final VBox card = new VBox(4);
    private final PauseTransition leaving = new PauseTransition(Duration.millis(180));

    public HoverCard() {
        card.getStyleClass().addAll("hover-card", "floating");
        popup.getContent().add(card);
        popup.setAutoFix(true);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        leaving.setOnFinished(e -> popup.hide());
        card.setOnMouseEntered(e -> leaving.stop());
        card.setOnMouseExited(e -> leaving.playFromStart());
    }

    /// Shows the card with its corner at this place of the screen.
    public void show(Node owner, double screenX, double screenY, Node... content) {
        leaving.stop();
        card.getChildren().setAll(content);
        if (owner.getScene() != null) {
            dress(owner.getScene());
            popup.show(owner, screenX, screenY);
        }
    }

    /// A popup has a scene of its own, which must be dressed like the window.
    private void dress(Scene window) {
        Scene own = popup.getScene();
        own.setUserAgentStylesheet(window.getUserAgentStylesheet());
        own.getStylesheets().setAll(window.getStylesheets());
        own.getRoot().getStyleClass().remove("dark");
        if (window.getRoot().getStyleClass().contains("dark")) {
            own.getRoot().getStyleClass().add("dark");
        }
    }

    /// Hides the card in a moment, unless the mouse comes onto it.
    public void leave() {
        leaving.playFromStart();
    }

    public void hide() {
        popup.hide();
    }

    public boolean isShowing() {
        return popup.isShowing();
    }
}
