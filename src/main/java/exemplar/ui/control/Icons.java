package exemplar.ui.control;

import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Vector icons; their colour comes from the style sheet.
public final class Icons {
    private Icons() {}

    public static FontIcon of(Feather icon, int size) {
        FontIcon node = new FontIcon(icon);
        // The theme has a size of its own, which only a style of the node itself outdoes.
        node.setStyle(node.getStyle() + ";-fx-icon-size: " + size + "px;");
        node.getStyleClass().add("icon");
        return node;
    }

    /// The filled triangle that starts something.
    public static Region play() {
        Region triangle = new Region();
        triangle.getStyleClass().add("play-icon");
        return triangle;
    }

    public static FontIcon of(Feather icon) {
        return of(icon, 16);
    }
}
