package exemplar.ui.demonstrations;

import exemplar.evidence.FlagKind;
import exemplar.study.Study;
import exemplar.study.filter.Completion;
import exemplar.study.filter.Completions;
import exemplar.ui.control.Chip;
import exemplar.ui.control.FittingRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.StyleClassedTextField;

/// The filter as it is written, in colours and with proposals, how many rows it lets through, and
/// chips with live counts for what was found.
final class FilterBar {
    private static final int MOST_PROPOSALS = 10;

    /// Width of the words proposed, so that what they mean stands in a column.
    private static final double PROPOSAL = 96;

    private final Board board;
    private final StyleClassedTextField field = new StyleClassedTextField();
    private final Label prompt = new Label();
    private final Label result = new Label();
    private final Chip more = new Chip("");
    private final FittingRow chips = new FittingRow(6, more);
    private final ContextMenu proposals = new ContextMenu();
    private Optional<Completions> known = Optional.empty();
    private Study readOf;
    private Map<FlagKind, Integer> shownCounts = Map.of();
    private List<String> shownWords = List.of();
    private boolean filling;

    FilterBar(Board board, HBox place) {
        this.board = board;
        this.readOf = board.study();
        Wording words = board.words();
        field.setId("filter");
        field.getStyleClass().add("filter-field");
        field.setAccessibleText(words.text("filter.name"));
        field.textProperty().addListener((observed, before, now) -> written(now));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        prompt.setText(words.text("filter.prompt"));
        prompt.getStyleClass().add("filter-prompt");
        prompt.setMouseTransparent(true);
        prompt.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> field.getText().isEmpty(), field.textProperty()));
        result.setId("filter-result");
        result.getStyleClass().add("caption");
        result.setMinWidth(HBox.USE_PREF_SIZE);
        StackPane box = new StackPane(field, prompt);
        box.getStyleClass().add("filter-box");
        box.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setMinWidth(180);
        box.setPrefWidth(180);
        more.setId("chip-more");
        more.setAccessibleText(words.text("filter.more"));
        more.setTooltip(new Tooltip(words.text("filter.more")));
        more.setOnAction(event -> offerMore());
        chips.whenCut(this::tellCut);
        place.getChildren().setAll(box, result, chips);
        proposals.setAutoHide(true);
        // A press beside the proposals does what it would do without them.
        proposals.setConsumeAutoHidingEvents(false);
        proposals.addEventFilter(KeyEvent.KEY_PRESSED, this::accept);
        refresh();
    }

    /// The field itself.
    StyleClassedTextField field() {
        return field;
    }

    private void written(String text) {
        if (!filling) {
            board.filter(board.filterProperty().get().write(text));
        }
        colour(text);
        if (!filling) {
            propose();
        }
        refresh();
    }

    private void colour(String text) {
        if (!text.isEmpty()) {
            field.setStyleSpans(0, FilterColours.of(text, board.filterProperty().get().problem()));
        }
    }

    private void propose() {
        proposals.hide();
        if (!field.isFocused() || field.getScene() == null) {
            return;
        }
        List<Completion> found = completions().at(field.getText(), field.getCaretPosition());
        List<MenuItem> items = new ArrayList<>();
        for (Completion each : found.subList(0, Math.min(MOST_PROPOSALS, found.size()))) {
            MenuItem item = new MenuItem("", proposal(each));
            item.setId("proposal-" + items.size());
            item.setOnAction(event -> field.replaceText(each.start(), each.end(), each.text()));
            items.add(item);
        }
        proposals.getItems().setAll(items);
        if (!items.isEmpty()) {
            proposals.show(field, Side.BOTTOM, 0, 4);
        }
    }

    private static HBox proposal(Completion each) {
        Label word = new Label(each.text());
        word.getStyleClass().add("mono");
        word.setMinWidth(PROPOSAL);
        Label about = new Label(each.about());
        about.getStyleClass().add("caption");
        HBox line = new HBox(word, about);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    /// What the examples use, read once for each version of the study that is asked about.
    private Completions completions() {
        if (known.isEmpty() || readOf != board.study()) {
            readOf = board.study();
            List<String> flags = board.counts().keySet().stream().map(FlagKind::word).toList();
            known = Optional.of(Completions.of(board.study(), flags));
        }
        return known.get();
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            if (proposals.isShowing()) {
                proposals.hide();
            } else {
                write("");
            }
        } else if (key.getCode() == KeyCode.ENTER) {
            key.consume();
            proposals.hide();
        }
    }

    /// Tab takes the first proposal. The open menu gets keys before the field.
    private void accept(KeyEvent key) {
        if (key.getCode() == KeyCode.TAB && !key.isShiftDown()) {
            key.consume();
            MenuItem first = proposals.getItems().getFirst();
            proposals.hide();
            first.fire();
        }
    }

    /// Writes a filter into the field.
    void write(String text) {
        field.replaceText(text);
        proposals.hide();
    }

    /// Counts and chips as they are now.
    void refresh() {
        FilterState state = board.filterProperty().get();
        field.getStyleClass().remove("wrong");
        result.getStyleClass().remove("bad");
        if (state.problem().isPresent()) {
            field.getStyleClass().add("wrong");
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
        if (!field.getText().equals(state.text())) {
            filling = true;
            field.replaceText(state.text());
            filling = false;
        }
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
        return Arrays.asList(field.getText().strip().split("\\s+"));
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
