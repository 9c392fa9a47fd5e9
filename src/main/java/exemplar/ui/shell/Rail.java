package exemplar.ui.shell;

import exemplar.ui.control.Badge;
import exemplar.ui.control.Hint;
import exemplar.ui.control.Icons;
import exemplar.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The panes at the left edge, in the way of the data.
final class Rail {
    /// Width of the window below which the rail has no captions.
    private static final double NARROW = 900;

    private static final int BESIDE = 100;
    private static final int BOTTOM = 1000;

    private final VBox box = new VBox();
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final ToggleGroup group = new ToggleGroup();

    Rail(Shell shell, Workspace workspace, List<WorkPane.Definition> definitions) {
        box.getStyleClass().add("rail");
        box.setId("rail");
        int before = 0;
        int n = 1;
        for (WorkPane.Definition d : definitions) {
            if (!d.onRail()) {
                continue;
            }
            if (d.order() >= BOTTOM && before < BOTTOM) {
                Region spring = new Region();
                VBox.setVgrow(spring, Priority.ALWAYS);
                box.getChildren().add(spring);
            } else if (d.order() / BESIDE != before / BESIDE && !buttons.isEmpty()) {
                Region divider = new Region();
                divider.getStyleClass().add("rail-divider");
                box.getChildren().add(divider);
            }
            before = d.order();
            box.getChildren().add(entry(shell, workspace, d, n++));
        }
        box.sceneProperty()
                .flatMap(Scene::widthProperty)
                .subscribe(width -> {
                    if (width != null && width.doubleValue() > 0) {
                        captions(width.doubleValue() >= NARROW);
                    }
                });
    }

    private Node entry(Shell shell, Workspace workspace, WorkPane.Definition d, int n) {
        String title = Texts.of(d.titleKey());
        ToggleButton button = new ToggleButton(title, Icons.of(d.icon(), 18));
        button.getStyleClass().setAll("rail-button");
        button.setId("rail-" + d.id());
        button.setToggleGroup(group);
        Hint.set(button, n <= 9 ? title + " (Ctrl " + n + ")" : title);
        button.setOnAction(e -> {
            // A pressed pane stays pressed.
            button.setSelected(true);
            shell.show(d.id());
        });
        button.addEventHandler(KeyEvent.KEY_PRESSED, e -> step(e, button));
        shell.shownId().subscribe(id -> button.setSelected(id.equals(d.id())));
        buttons.add(button);
        Badge badge = new Badge();
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        StackPane.setMargin(badge, new Insets(4, 7, 0, 0));
        d.badge()
                .apply(workspace)
                .subscribe(waiting -> {
                    badge.show(waiting.longValue());
                    button.setAccessibleText(
                            waiting.longValue() == 0
                                    ? title
                                    : Texts.of("rail.waiting", title, waiting.longValue()));
                });
        return new StackPane(button, badge);
    }

    private void step(KeyEvent event, ToggleButton from) {
        int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (by != 0) {
            buttons.get(Math.floorMod(buttons.indexOf(from) + by, buttons.size())).requestFocus();
            event.consume();
        }
    }

    private void captions(boolean shown) {
        box.getStyleClass().remove("narrow");
        if (!shown) {
            box.getStyleClass().add("narrow");
        }
    }

    Parent view() {
        return box;
    }
}
