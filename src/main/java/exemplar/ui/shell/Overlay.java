package exemplar.ui.shell;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A sheet that floats over the window for a moment. Escape or a press beside it puts it away, and
/// the focus returns to where it was.
final class Overlay {
    private final StackPane over;
    private final StackPane veil = new StackPane();
    private Optional<Node> focused = Optional.empty();

    Overlay(StackPane over, Region sheet, Pos place) {
        this.over = over;
        sheet.getStyleClass().addAll("sheet", "floating");
        StackPane.setAlignment(sheet, place);
        StackPane.setMargin(sheet, new Insets(place == Pos.TOP_CENTER ? 44 : 16, 16, 40, 16));
        veil.getChildren().add(sheet);
        veil.setOnMousePressed(e -> {
            if (e.getTarget() == veil) {
                close();
            }
        });
        veil.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        close();
                        e.consume();
                    }
                });
    }

    StackPane veil() {
        return veil;
    }

    boolean isOpen() {
        return over.getChildren().contains(veil);
    }

    void open(Node first) {
        if (!isOpen()) {
            focused =
                    Optional.ofNullable(over.getScene())
                            .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()));
            over.getChildren().add(veil);
        }
        first.requestFocus();
    }

    void close() {
        over.getChildren().remove(veil);
        focused.filter(n -> n.getScene() != null).ifPresent(Node::requestFocus);
        focused = Optional.empty();
    }

    /// Whether any sheet floats over this window.
    static boolean anyOn(StackPane over) {
        return over.getChildren().stream().anyMatch(n -> "veil".equals(n.getUserData()));
    }

    {
        veil.setUserData("veil");
    }
}
