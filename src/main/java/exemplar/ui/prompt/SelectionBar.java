package exemplar.ui.prompt;

import exemplar.model.Design;
import exemplar.model.Order;
import exemplar.model.Selection;
import exemplar.select.Selectors;
import exemplar.ui.control.Hint;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// Which demonstrations, how many, and in which order.
final class SelectionBar {
    private static final int MOST = 10_000;

    /// Width of the window below which only the choices stand, without their captions.
    private static final double NARROW = 1300;

    private final Designing designing;
    private final ComboBox<String> selectors =
            new ComboBox<>(FXCollections.observableArrayList(Selectors.names()));
    private final TextField count = new TextField();
    private final TextField seed = new TextField();
    private final Label seedWord = new Label(Texts.of("prompt.seed"));
    private final ComboBox<Order> orders =
            new ComboBox<>(FXCollections.observableArrayList(Order.values()));
    private final HBox root;
    private boolean showing;
    private Optional<Design> before = Optional.empty();

    SelectionBar(Designing designing) {
        this.designing = designing;
        selectors.setId("prompt-selector");
        selectors.setAccessibleText(Texts.of("prompt.selection"));
        selectors.setOnAction(e -> {
            if (!showing && selectors.getValue() != null) {
                designing.selector(selectors.getValue());
            }
        });
        number(count, "prompt-count", Texts.of("prompt.count"), 2);
        number(seed, "prompt-seed", Texts.of("prompt.seed"), 3);
        orders.setId("prompt-order");
        orders.setAccessibleText(Texts.of("prompt.order"));
        orders.setCellFactory(l -> new OrderCell());
        orders.setButtonCell(new OrderCell());
        orders.setOnAction(e -> {
            if (!showing && orders.getValue() != null) {
                designing.order(orders.getValue());
            }
        });
        Label selection = caption(new Label(Texts.of("prompt.selection")));
        Label order = caption(new Label(Texts.of("prompt.order")));
        caption(seedWord);
        root = new HBox(6, selection, selectors, count, seedWord, seed, order, orders);
        root.setAlignment(Pos.CENTER_LEFT);
        selectors.setMinWidth(ComboBox.USE_PREF_SIZE);
        orders.setMinWidth(ComboBox.USE_PREF_SIZE);
        root.sceneProperty()
                .flatMap(Scene::widthProperty)
                .subscribe(w -> {
                    boolean narrow = w != null && w.doubleValue() < NARROW;
                    for (Label caption : List.of(selection, order)) {
                        Presence.set(caption, !narrow);
                    }
                });
    }

    private static Label caption(Label label) {
        label.getStyleClass().add("caption");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    Parent view() {
        return root;
    }

    private void number(TextField field, String id, String name, int columns) {
        field.setId(id);
        field.setAccessibleText(name);
        Hint.set(field, name);
        field.setPrefColumnCount(columns);
        field.setMinWidth(TextField.USE_PREF_SIZE);
        field.getStyleClass().add("number-field");
        field.setOnAction(e -> take());
        field.focusedProperty()
                .addListener((o, before, focused) -> {
                    if (!focused) {
                        take();
                    }
                });
    }

    /// Takes the numbers over; what is none goes back to what it was.
    private void take() {
        if (showing) {
            return;
        }
        try {
            int n = Integer.parseInt(count.getText().strip());
            if (n >= 0 && n <= MOST && !count.isDisabled()) {
                designing.count(n);
            }
            designing.seed(Long.parseLong(seed.getText().strip()));
        } catch (NumberFormatException e) {
            showing = true;
            count.setText(before.map(d -> String.valueOf(d.selection().count())).orElse("0"));
            seed.setText(before.map(d -> String.valueOf(d.selection().seed())).orElse("0"));
            showing = false;
        }
    }

    void show(Design design) {
        before = Optional.of(design);
        showing = true;
        try {
            Selection now = design.selection();
            if (!selectors.getItems().contains(now.selector())) {
                selectors.getItems().add(now.selector());
            }
            selectors.setValue(now.selector());
            boolean free = List.of("all", "fixed").contains(now.selector());
            count.setDisable(free);
            Presence.set(count, !free);
            put(count, String.valueOf(now.count()));
            boolean drawn =
                    List.of("random", "balanced").contains(now.selector())
                            || design.order() == Order.SHUFFLED;
            for (var node : List.of(seedWord, seed)) {
                Presence.set(node, drawn);
            }
            put(seed, String.valueOf(now.seed()));
            orders.setValue(design.order());
        } finally {
            showing = false;
        }
    }

    private static void put(TextField field, String text) {
        if (!field.getText().equals(text) && !field.isFocused()) {
            field.setText(text);
        }
    }

    private static String words(Order order) {
        return switch (order) {
            case AS_SELECTED -> Texts.of("prompt.order.selected");
            case REVERSED -> Texts.of("prompt.order.reversed");
            case POOL -> Texts.of("prompt.order.pool");
            case SHUFFLED -> Texts.of("prompt.order.shuffled");
            case BY_LABEL -> Texts.of("prompt.order.label");
        };
    }

    private static final class OrderCell extends ListCell<Order> {
        @Override
        protected void updateItem(Order order, boolean empty) {
            super.updateItem(order, empty);
            setText(empty || order == null ? "" : words(order));
        }
    }
}
