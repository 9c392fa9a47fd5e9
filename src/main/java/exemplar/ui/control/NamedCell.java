package exemplar.ui.control;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/// A choice by its name, in the list of a combo box and on its button.
public final class NamedCell<T> extends ListCell<T> {
    private final Function<T, String> name;

    private NamedCell(Function<T, String> name) {
        this.name = name;
    }

    /// Has a combo box call its choices by these names.
    public static <T> void in(ComboBox<T> box, Function<T, String> name) {
        box.setCellFactory(list -> new NamedCell<>(name));
        box.setButtonCell(new NamedCell<>(name));
    }

    @Override
    protected void updateItem(T choice, boolean empty) {
        super.updateItem(choice, empty);
        setText(empty || choice == null ? null : name.apply(choice));
    }
}
