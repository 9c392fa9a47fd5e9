package exemplar.ui.demonstrations;

import exemplar.model.Label;
import exemplar.ui.control.LabelPill;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// The labels of the task, to give one to the selected examples. The first nine answer to their
/// digit.
final class GoldMenu {
    private GoldMenu() {}

    static ContextMenu of(Board board, RowActions actions) {
        ContextMenu menu = new ContextMenu();
        menu.setId("gold-menu");
        menu.getItems().setAll(items(board, actions));
        return menu;
    }

    static List<MenuItem> items(Board board, RowActions actions) {
        List<Label> labels = board.study().task().labels();
        return labels.stream()
                .map(label -> {
                    LabelPill pill = new LabelPill();
                    int index = labels.indexOf(label);
                    pill.show(label.name(), index);
                    String digit = index < 9 ? Integer.toString(index + 1) : "";
                    MenuItem item = new MenuItem(digit, pill);
                    item.setId("gold-" + label.name());
                    item.setOnAction(event -> actions.gold(label.name()));
                    return item;
                })
                .toList();
    }
}
