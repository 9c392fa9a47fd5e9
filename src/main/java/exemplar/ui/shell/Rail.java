package exemplar.ui.shell;

import exemplar.ui.control.Icons;
import exemplar.ui.control.Texts;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The panes at the left edge, in the way of the data.
final class Rail {
    private final VBox box = new VBox();

    Rail(Shell shell, List<WorkPane.Definition> definitions) {
        box.getStyleClass().add("rail");
        box.setId("rail");
        ToggleGroup group = new ToggleGroup();
        boolean divided = false;
        for (WorkPane.Definition d : definitions) {
            if (d.order() >= 100 && !divided) {
                Region divider = new Region();
                divider.getStyleClass().add("rail-divider");
                box.getChildren().add(divider);
                divided = true;
            }
            ToggleButton button = new ToggleButton(Texts.of(d.titleKey()), Icons.of(d.icon(), 19));
            button.getStyleClass().setAll("rail-button");
            button.setId("rail-" + d.id());
            button.setToggleGroup(group);
            button.setOnAction(e -> shell.show(d.id()));
            shell.shownId().subscribe(id -> button.setSelected(id.equals(d.id())));
            button.selectedProperty()
                    .subscribe(on -> {
                        // A pressed pane stays pressed.
                        if (!on && shell.shownId().get().equals(d.id())) {
                            button.setSelected(true);
                        }
                    });
            box.getChildren().add(button);
        }
        box.widthProperty()
                .subscribe(() -> {
                    if (box.getScene() != null) {
                        captions(box.getScene().getWidth() >= 900);
                    }
                });
        box.sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        scene.widthProperty().subscribe(w -> captions(w.doubleValue() >= 900));
                    }
                });
    }

    private void captions(boolean shown) {
        box.getChildren().stream()
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .forEach(b ->
                        b.setContentDisplay(
                                shown
                                        ? javafx.scene.control.ContentDisplay.TOP
                                        : javafx.scene.control.ContentDisplay.GRAPHIC_ONLY));
    }

    Parent view() {
        return box;
    }
}
