package exemplar.ui.prompt;

import exemplar.model.Task;
import exemplar.ui.control.Chip;
import exemplar.ui.control.Presence;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What the colours of the prompt say: one chip for each way.
final class ColourBar {
    /// Width of a side from which the colours stand in its header.
    private static final double WIDE = 840;

    private final Map<Colouring, Chip> chips = new EnumMap<>(Colouring.class);
    private final HBox view = new HBox(6);
    private boolean labels = true;

    ColourBar(PromptViewModel model) {
        view.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (Colouring one : Colouring.values()) {
            Chip chip = new Chip(one.words());
            chip.setId("prompt-by-" + one.name().toLowerCase(Locale.ROOT));
            chip.setToggleGroup(group);
            chip.setSelected(one == model.colouring());
            chip.setOnAction(e -> choose(one, model));
            chips.put(one, chip);
            view.getChildren().add(chip);
        }
    }

    /// Colours by label where there are labels, by demonstration elsewhere.
    void follow(Task task, PromptViewModel model) {
        boolean now = !task.labels().isEmpty();
        if (now != labels) {
            labels = now;
            Optional.ofNullable(chips.get(Colouring.LABEL))
                    .ifPresent(chip -> {
                        Presence.set(chip, now);
                    });
            choose(now ? Colouring.LABEL : Colouring.DEMONSTRATION, model);
        }
    }

    private void choose(Colouring by, PromptViewModel model) {
        chips.forEach((one, chip) -> chip.setSelected(one == by));
        model.colour(by);
    }

    /// Whether colours can be chosen; while two prompts are compared they say what differs.
    void enable(boolean can) {
        chips.values().forEach(c -> c.setDisable(!can));
    }

    /// Stands in the header of a side before one of its nodes where there is room, in a row of its
    /// own below the header where there is not.
    void within(BorderPane side, VBox top, HBox header, Node before) {
        side.widthProperty().subscribe(w -> place(side.getWidth() >= WIDE, top, header, before));
    }

    private void place(boolean wide, VBox top, HBox header, Node before) {
        if (wide && !header.getChildren().contains(view)) {
            top.getChildren().remove(view);
            view.getStyleClass().remove("colour-bar");
            header.getChildren().add(header.getChildren().indexOf(before), view);
        } else if (!wide && !top.getChildren().contains(view)) {
            header.getChildren().remove(view);
            view.getStyleClass().add("colour-bar");
            top.getChildren().add(1, view);
        }
    }
}
