package exemplar.ui.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A list or canvas with a detail at its right. In a narrow window the detail becomes a drawer over
/// the list, which [#open] shows and Escape hides.
public final class MasterDetail extends StackPane {
    /// Width of the window below which the detail is a drawer.
    public static final double NARROW = 1200;

    private final Node master;
    private final Region detail;
    private final RememberedSplit split;
    private final StackPane drawer = new StackPane();
    private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private double[] dividers;
    private double detailWidth;
    private boolean placing;

    /// @param key stable name under which the divider is remembered
    /// @param share usual share of the master in [0, 1]
    /// @param drawerWidth width of the drawer
    public MasterDetail(
            Memory memory,
            String key,
            double share,
            double drawerWidth,
            Node master,
            Region detail) {
        this.master = master;
        this.detail = detail;
        dividers = new double[] {share};
        split =
                new RememberedSplit(
                        memory, key, Orientation.HORIZONTAL, dividers.clone(), master, detail);
        SplitPane.setResizableWithParent(detail, false);
        drawer.getStyleClass().addAll("drawer", "floating");
        drawer.setMaxWidth(drawerWidth);
        StackPane.setAlignment(drawer, Pos.CENTER_RIGHT);
        drawer.visibleProperty().bind(open.and(narrow));
        drawer.managedProperty().bind(drawer.visibleProperty());
        getChildren().addAll(split, drawer);
        sceneProperty()
                .flatMap(Scene::widthProperty)
                .subscribe(width -> {
                    if (width != null && width.doubleValue() > 0) {
                        narrow.set(width.doubleValue() < NARROW);
                    }
                });
        narrow.subscribe(this::place);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /// Whether the detail is a drawer now.
    public ReadOnlyBooleanProperty narrow() {
        return narrow.getReadOnlyProperty();
    }

    /// Whether the drawer is out, where there is one.
    public BooleanProperty open() {
        return open;
    }

    private void place() {
        if (narrow.get()) {
            dividers = split.getDividerPositions();
            detailWidth = dividers.length > 0 ? split.getWidth() * (1 - dividers[0]) : 0;
            split.getItems().setAll(master);
            drawer.getChildren().setAll(detail);
        } else {
            drawer.getChildren().clear();
            split.getItems().setAll(master, detail);
            split.setDividerPositions(dividers);
            placing = detailWidth > 0;
        }
    }

    /// The detail gets the width back that it had before it became a drawer. A share of the split
    /// would be one of the narrow window, which it still has when it hears of the wide one.
    @Override
    protected void layoutChildren() {
        if (placing && getWidth() > 0) {
            placing = false;
            split.resize(getWidth(), getHeight());
            split.layout();
            split.setDividerPositions(1 - detailWidth / getWidth());
        }
        super.layoutChildren();
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && drawer.isVisible()) {
            open.set(false);
            master.requestFocus();
            event.consume();
        }
    }
}
