package exemplar.ui.demonstrations;

import exemplar.model.Example;
import exemplar.model.Task;
import exemplar.ui.control.Hint;
import exemplar.ui.demonstrations.rows.Directions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The detail of one example: its texts first, then what was found on it and what can be done, then
/// where it is used and what happened to it.
final class DetailView extends BorderPane {
    /// An id of so many letters is shown whole before anything is said of where it stands.
    private static final int SHORT_ID = 16;

    /// Of a longer one there is at least so much.
    private static final double LONG_ID = 110;

    private final Board board;
    private final DetailViewModel model;
    private final Label id = new Label();
    private final Label where = new Label();
    private final VBox fields = new VBox(12);
    private final List<FieldEditor> editors = new ArrayList<>();
    private final FieldEditor gold;
    private final AttributesView attributes;
    private final FindingsView found;
    private final FieldEditor rationale;
    private final FieldEditor note;
    private final UsesView uses;
    private final EventsView events;
    private final VBox content = new VBox(16);
    private final Label nothing = new Label();
    private Optional<Task> task = Optional.empty();

    DetailView(Board board, DetailViewModel model, RowActions actions, TwinsOpener twins) {
        this.board = board;
        this.model = model;
        Wording words = board.words();
        setId("detail");
        getStyleClass().add("detail");
        setAccessibleText(words.text("detail.name"));
        gold = new FieldEditor("gold", words.text("detail.gold"), true, board, model::typeGold);
        attributes = new AttributesView(board, actions);
        found = new FindingsView(board, model, actions, twins);
        rationale =
                new FieldEditor(
                        "rationale",
                        words.text("detail.rationale"),
                        false,
                        board,
                        model::typeRationale);
        rationale.hint(words.text("detail.rationale.hint"));
        note = new FieldEditor("note", words.text("detail.note"), false, board, model::typeNote);
        note.hint(words.text("detail.note.hint"));
        note.area().setPromptText(words.text("detail.note.prompt"));
        uses = new UsesView(board, model);
        events = new EventsView(board, model, actions);
        nothing.getStyleClass().add("caption");
        nothing.setText(words.text("detail.empty"));
        content.getStyleClass().add("detail-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        content.setMinWidth(0);
        scroll.getStyleClass().add("detail-scroll");
        setTop(head());
        setCenter(new StackPane(scroll, nothing));
        refresh();
    }

    private HBox head() {
        Wording words = board.words();
        id.getStyleClass().add("detail-id");
        id.setId("detail-id");
        where.getStyleClass().add("caption");
        where.setId("detail-where");
        where.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button previous = icon(Feather.CHEVRON_UP, words.text("detail.previous"), model::previous);
        Button next = icon(Feather.CHEVRON_DOWN, words.text("detail.next"), model::next);
        previous.setId("detail-previous");
        next.setId("detail-next");
        HBox head = new HBox(8, id, where, gap, previous, next);
        head.getStyleClass().add("detail-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Button icon(Feather icon, String name, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().setAll("icon-button");
        button.setAccessibleText(name);
        Hint.set(button, name);
        button.setOnAction(event -> action.run());
        return button;
    }

    /// Shows the example of the board as it is now.
    void refresh() {
        Optional<Example> now = model.example();
        content.setVisible(now.isPresent());
        nothing.setVisible(now.isEmpty());
        if (now.isEmpty()) {
            id.setText("");
            where.setText("");
            return;
        }
        use(board.study().task());
        Example example = now.get();
        id.setText(example.id());
        id.setMinWidth(example.id().length() <= SHORT_ID ? Region.USE_PREF_SIZE : LONG_ID);
        where.setText(whereabouts());
        String all = example.id() + "\n" + where.getText();
        Hint.set(id, all);
        Hint.set(where, all);
        editors.forEach(editor -> {
            editor.direct(Directions.chosen(example, editor.field()));
            editor.show(example.field(editor.field()), true);
        });
        gold.show(example.gold(), true);
        rationale.show(example.rationale(), false);
        rationale
                .area()
                .setPromptText(
                        example.gold().isEmpty() || board.study().task().labels().isEmpty()
                                ? board.words().text("detail.rationale.prompt.none")
                                : board.words().text("detail.rationale.prompt", example.gold()));
        note.show(example.note(), false);
        attributes.show(example);
        found.show(example);
        uses.refresh();
        events.show(example);
    }

    /// More tokens are known.
    void refreshTokens() {
        editors.forEach(FieldEditor::measure);
        gold.measure();
    }

    /// Findings have changed.
    void refreshFindings() {
        model.example().ifPresent(found::show);
    }

    private String whereabouts() {
        Wording words = board.words();
        String row = words.text("detail.row", model.number(), model.count());
        if (model.selected() > 1) {
            return words.text("detail.selected", model.selected()) + " · " + row;
        }
        return model.edited()
                .map(at ->
                        row
                                + " · "
                                + words.text(
                                        "detail.edited",
                                        new Ago(words).of(at, board.workspace().clock().instant())))
                .orElse(row);
    }

    private void use(Task now) {
        if (task.equals(Optional.of(now))) {
            return;
        }
        task = Optional.of(now);
        editors.clear();
        for (String input : now.inputs()) {
            editors.add(
                    new FieldEditor(input, input, true, board, text -> model.typeField(input, text))
                            .turning(way -> model.direct(input, way)));
        }
        fields.getChildren().setAll(editors);
        content.getChildren().setAll(fields, attributes, found, rationale, note, uses, events);
        if (now.labels().isEmpty()) {
            content.getChildren().add(1, gold);
        }
    }

    /// Puts the caret into the first text.
    void edit() {
        if (!editors.isEmpty()) {
            editors.getFirst().area().requestFocus();
        }
    }
}
