package exemplar.ui.compare;

import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/// What the answers of an item are held against, word by word.
final class HeldAgainst {

    /// What a person has chosen.
    sealed interface Choice {}

    /// Answers as they are.
    record Nothing() implements Choice {}

    record Gold() implements Choice {}

    /// Another column's answer.
    record Answer(int column) implements Choice {}

    private final Runnable changed;
    private final MenuButton button = new MenuButton();
    private Choice chosen = new Gold();
    private List<Choice> choices = List.of();

    HeldAgainst(Runnable changed) {
        this.changed = changed;
        button.getStyleClass().addAll("quiet", "small");
        button.setId("compare-against");
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
    }

    MenuButton view() {
        return button;
    }

    /// What counts now; something that is not there any more is nothing.
    Choice chosen() {
        return choices.contains(chosen) ? chosen : new Nothing();
    }

    /// Offers what there is.
    ///
    /// @param labels whether answers are labels, which differ as a whole
    void use(int columns, boolean gold, boolean labels) {
        List<Choice> now = new ArrayList<>();
        now.add(new Nothing());
        if (gold && !labels) {
            now.add(new Gold());
        }
        for (int i = 0; columns > 1 && i < columns; i++) {
            now.add(new Answer(i));
        }
        Presence.set(button, now.size() > 1);
        if (!now.equals(choices)) {
            choices = List.copyOf(now);
            ToggleGroup group = new ToggleGroup();
            button.getItems().setAll(choices.stream().map(c -> item(c, group)).toList());
        }
        button.setText(words(chosen()));
    }

    private MenuItem item(Choice choice, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(words(choice));
        item.setToggleGroup(group);
        item.setSelected(choice.equals(chosen()));
        item.setOnAction(e -> {
            chosen = choice;
            changed.run();
        });
        return item;
    }

    private static String words(Choice choice) {
        return switch (choice) {
            case Nothing() -> Texts.of("compare.against.nothing");
            case Gold() -> Texts.of("compare.against.gold");
            case Answer(int column) ->
                    Texts.of("compare.against.answer", CompareViewModel.letter(column));
        };
    }
}
