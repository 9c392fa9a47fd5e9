package exemplar.ui.control;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Vector icons; their colour comes from the style sheet.
public final class Icons {
    private Icons() {}

    public static FontIcon of(Feather icon, int size) {
        FontIcon node = new FontIcon(icon);
        node.setIconSize(size);
        node.getStyleClass().add("icon");
        return node;
    }

    public static FontIcon of(Feather icon) {
        return of(icon, 16);
    }
}
