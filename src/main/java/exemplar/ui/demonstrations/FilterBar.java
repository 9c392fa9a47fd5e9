package exemplar.ui.demonstrations;

import exemplar.evidence.FlagKind;
import exemplar.ui.control.Chip;
import exemplar.ui.control.FittingRow;
import exemplar.ui.control.Hint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.geometry.Side;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The filter as it is written, in colours and with proposals, how many rows it lets through, and
/// chips with live counts for what was found.
final class FilterBar {
    private final Board board;
    private final FilterField field;
    private final Label result = new Label();
    private final Chip more = new Chip("");
    private final FittingRow chips = new FittingRow(6, more);
    private Map<FlagKind, Integer> shownCounts = Map.of();
    private List<String> shownWords = List.of();

    FilterBar(Board board, HBox place) {
        this.board = board;
        Wording words = board.words();
        field = new FilterField(board, this::written);
        HBox.setHgrow(field, Priority.ALWAYS);
        result.setId("filter-result");
        result.getStyleClass().add("caption");
        result.setMinWidth(HBox.USE_PREF_SIZE);
        more.setId("chip-more");
        more.setAccessibleText(words.text("filter.more"));
        Hint.set(more, words.text("filter.more"));
        more.setOnAction(event -> offerMore());
        chips.whenCut(this::tellCut);
        place.getChildren().setAll(field, result, chips);
        refresh();
    }

    /// Puts the caret into the field.
    void focus() {
        field.focus();
    }

    private void written(String text) {
        board.filter(board.filterProperty().get().write(text));
        refresh();
    }

    /// Writes a filter into the field.
    void write(String text) {
        field.write(text);
    }

    /// Counts and chips as they are now.
    void refresh() {
        FilterState state = board.filterProperty().get();
        result.getStyleClass().remove("bad");
        if (state.problem().isPresent()) {
            result.getStyleClass().add("bad");
            result.setText(state.problem().get().message());
        } else if (board.shownProperty().get().filtered()) {
            result.setText(
                    board.words()
                            .text(
                                    "filter.result",
                                    board.shownProperty().get().rows().length,
                                    board.examples().size()));
        } else {
            result.setText("");
        }
        result.setManaged(!result.getText().isEmpty());
        refreshChips();
        field.show(state);
    }

    private void refreshChips() {
        Map<FlagKind, Integer> counts = board.counts();
        List<String> asked = words();
        if (counts.equals(shownCounts) && asked.equals(shownWords)) {
            return;
        }
        shownCounts = counts;
        shownWords = asked;
        List<Chip> made = new ArrayList<>();
        for (Map.Entry<FlagKind, Integer> each : counts.entrySet()) {
            FlagKind kind = each.getKey();
            Chip chip = new Chip(new FlagText(board).plural(kind), each.getValue());
            chip.setId("chip-" + kind.word());
            chip.setSelected(asked.contains("flag:" + kind.word()));
            chip.setOnAction(event -> toggle("flag:" + kind.word()));
            made.add(chip);
        }
        chips.show(made);
    }

    /// What stands for the chips without room is on while one of them is.
    private void tellCut(List<Region> hidden) {
        more.setSelected(
                hidden.stream().anyMatch(c -> c instanceof Chip chip && chip.isSelected()));
    }

    private void offerMore() {
        List<Region> hidden = chips.hidden();
        tellCut(hidden);
        ContextMenu menu = new ContextMenu();
        for (Region each : hidden) {
            if (each instanceof Chip chip) {
                CheckMenuItem item = new CheckMenuItem(chip.getAccessibleText());
                item.setId("more-" + chip.getId());
                item.setSelected(chip.isSelected());
                item.setOnAction(event -> chip.fire());
                menu.getItems().add(item);
            }
        }
        menu.show(more, Side.BOTTOM, 0, 4);
    }

    private List<String> words() {
        return Arrays.asList(field.text().strip().split("\\s+"));
    }

    private void toggle(String word) {
        List<String> words = new ArrayList<>(words());
        words.removeIf(String::isEmpty);
        if (!words.remove(word)) {
            words.removeIf(other -> other.startsWith("flag:"));
            words.add(word);
        }
        write(String.join(" ", words));
    }
}
