package exemplar.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The bars that head panes and sections.
public final class Headers {
    private Headers() {}

    /// A pane's toolbar, 44 high: its title, then what follows; everything after a [#spring] stands
    /// at the right.
    public static HBox toolbar(String title, Node... nodes) {
        Label name = new Label(title);
        name.getStyleClass().add("pane-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        return bar("toolbar", name, nodes);
    }

    /// A section's header, 36 high: its title and a caption.
    public static HBox section(String title, String caption, Node... nodes) {
        Label name = new Label(title);
        name.getStyleClass().add("section-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = bar("section-header", name, nodes);
        if (!caption.isEmpty()) {
            Label words = new Label(caption);
            words.getStyleClass().add("caption");
            bar.getChildren().add(1, words);
        }
        return bar;
    }

    /// Pushes what follows to the right.
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    private static HBox bar(String styleClass, Node first, Node... rest) {
        HBox bar = new HBox();
        bar.getStyleClass().add(styleClass);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getChildren().add(first);
        bar.getChildren().addAll(rest);
        return bar;
    }
}
