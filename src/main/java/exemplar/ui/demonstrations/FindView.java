package exemplar.ui.demonstrations;

import exemplar.study.replace.Finder;
import exemplar.study.replace.Needle;
import exemplar.study.replace.Place;
import exemplar.ui.control.Hint;
import exemplar.ui.control.NamedCell;
import exemplar.ui.control.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableListBase;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The sheet of find and replace: what, where, and every hit before and after, each of which can be
/// ticked off.
final class FindView extends VBox {
    private final FindViewModel model;
    private final Board board;
    private final Wording words;
    private final Runnable close;
    private final TextField text = new TextField();
    private final TextField replacement = new TextField();
    private final ToggleButton matchCase;
    private final ToggleButton wholeWord;
    private final ToggleButton regex;
    private final ComboBox<FindViewModel.Rows> rows = new ComboBox<>();
    private final ComboBox<Optional<Place>> place = new ComboBox<>();
    private final Label status = new Label();
    private final Button all = new Button();
    private final Button one = new Button();
    private final ListView<Integer> hits = new ListView<>();
    private boolean filling;

    FindView(FindViewModel model, Board board, Runnable close) {
        super(8);
        this.model = model;
        this.board = board;
        this.words = board.words();
        this.close = close;
        setId("finder");
        getStyleClass().add("finder");
        matchCase = option("Aa", "finder.case");
        wholeWord = option("W", "finder.word");
        regex = option(".*", "finder.regex");
        field(text, "find-text", "finder.text");
        field(replacement, "find-replacement", "finder.replacement");
        rows.setId("find-rows");
        rows.getItems().setAll(FindViewModel.Rows.values());
        NamedCell.in(rows, this::name);
        rows.setValue(FindViewModel.Rows.ALL);
        rows.valueProperty().addListener(value -> look());
        place.setId("find-place");
        NamedCell.in(place, this::name);
        place.valueProperty().addListener(value -> look());
        status.setId("find-status");
        status.getStyleClass().add("caption");
        status.setWrapText(true);
        all.setId("replace-all");
        all.setDefaultButton(false);
        all.getStyleClass().add("accent");
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(event -> model.replaceAll());
        one.setId("replace-one");
        one.setText(words.text("finder.replace-one"));
        one.setMinWidth(USE_PREF_SIZE);
        one.setOnAction(event -> model.replaceOne());
        hits.setId("hits");
        hits.getStyleClass().add("hits");
        hits.setFixedCellSize(30);
        hits.setCellFactory(list -> new HitCell(model, board));
        hits.getSelectionModel()
                .selectedItemProperty()
                .addListener((observed, before, now) -> {
                    if (!filling && now != null) {
                        model.lookAt(now);
                    }
                });
        getChildren().addAll(first(), second(), hits);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.stateProperty().addListener(state -> show());
        show();
    }

    private HBox first() {
        Label in = new Label(words.text("finder.in"));
        in.getStyleClass().add("caption");
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(6, text, matchCase, wholeWord, regex, in, rows, place, closing());
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button closing() {
        Button button = new Button("", new FontIcon(Feather.X));
        button.setId("find-close");
        button.getStyleClass().setAll("icon-button");
        button.setAccessibleText(words.text("finder.close"));
        button.setOnAction(event -> close.run());
        return button;
    }

    private HBox second() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox.setHgrow(replacement, Priority.ALWAYS);
        replacement.setMaxWidth(420);
        HBox row = new HBox(6, replacement, all, one, gap, status, step(-1), step(1));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button step(int by) {
        Button button =
                new Button("", new FontIcon(by < 0 ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
        button.getStyleClass().setAll("icon-button");
        button.setAccessibleText(words.text(by < 0 ? "finder.previous" : "finder.next"));
        button.setOnAction(event -> model.step(by));
        return button;
    }

    private ToggleButton option(String sign, String key) {
        ToggleButton option = new ToggleButton(sign);
        option.setId(key.replace('.', '-'));
        option.getStyleClass().add("option");
        option.setMinWidth(USE_PREF_SIZE);
        option.setAccessibleText(words.text(key));
        Hint.set(option, words.text(key));
        option.selectedProperty().addListener(on -> look());
        return option;
    }

    private void field(TextField field, String id, String key) {
        field.setId(id);
        field.setPromptText(words.text(key));
        field.setAccessibleText(words.text(key));
        field.textProperty().addListener(change -> look());
    }

    private String name(FindViewModel.Rows which) {
        return switch (which) {
            case ALL -> words.text("finder.rows.all", board.sideProperty().get().word());
            case SHOWN -> words.text("finder.rows.shown");
            case SELECTED -> words.text("finder.rows.selected");
        };
    }

    private String name(Optional<Place> where) {
        return where.map(words::place).orElse(words.text("finder.places"));
    }

    /// Opens it with the caret in the text looked for.
    void open(boolean replacing) {
        filling = true;
        List<Optional<Place>> places = new ArrayList<>();
        places.add(Optional.empty());
        model.places().forEach(each -> places.add(Optional.of(each)));
        if (!places.equals(place.getItems())) {
            place.getItems().setAll(places);
            place.setValue(Optional.empty());
        }
        rows.setValue(
                board.pickedProperty().get().count() > 1
                        ? FindViewModel.Rows.SELECTED
                        : FindViewModel.Rows.ALL);
        filling = false;
        TextField first = replacing && !text.getText().isEmpty() ? replacement : text;
        first.requestFocus();
        first.selectAll();
        look();
    }

    private void look() {
        if (filling) {
            return;
        }
        Needle needle =
                new Needle(
                        text.getText(),
                        replacement.getText(),
                        regex.isSelected(),
                        matchCase.isSelected(),
                        wholeWord.isSelected());
        Optional<Place> where = place.getValue() == null ? Optional.empty() : place.getValue();
        model.look(needle, new FindViewModel.Scope(rows.getValue(), where));
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            close.run();
        } else if (key.getCode() == KeyCode.ENTER && key.getTarget() instanceof TextField) {
            key.consume();
            model.step(key.isShiftDown() ? -1 : 1);
        } else if (key.getCode() == KeyCode.TAB && key.getTarget() == between(key.isShiftDown())) {
            key.consume();
            TextField other = key.isShiftDown() ? text : replacement;
            other.requestFocus();
            other.selectAll();
        } else if (key.getCode() == KeyCode.SPACE && key.getTarget() == hits) {
            key.consume();
            Integer hit = hits.getSelectionModel().getSelectedItem();
            if (hit != null && model.stateProperty().get() instanceof FindViewModel.State.Found f) {
                model.tick(hit, f.unwanted().get(hit));
            }
        }
    }

    /// Tab goes from what is looked for straight to what takes its place, and back.
    private TextField between(boolean backwards) {
        return backwards ? replacement : text;
    }

    private void show() {
        FindViewModel.State state = model.stateProperty().get();
        status.getStyleClass().remove("bad");
        text.getStyleClass().remove("wrong");
        replacement.getStyleClass().remove("wrong");
        int wanted = state instanceof FindViewModel.State.Found found ? found.wanted() : 0;
        all.setText(words.text("finder.replace-all", wanted));
        boolean cut = state instanceof FindViewModel.State.Found found && found.hits().isCut();
        all.setDisable(wanted == 0 || cut);
        one.setDisable(wanted == 0);
        switch (state) {
            case FindViewModel.State.Idle idle -> fill(0, -1, "");
            case FindViewModel.State.Searching searching ->
                    status.setText(words.text("finder.searching"));
            case FindViewModel.State.Broken broken -> {
                Finder.Compiled.Invalid invalid = broken.invalid();
                fill(0, -1, reason(invalid));
                status.getStyleClass().add("bad");
                TextField wrong = invalid.inReplacement() ? replacement : text;
                wrong.getStyleClass().add("wrong");
            }
            case FindViewModel.State.Found found ->
                    fill(found.hits().size(), found.at(), summary(found));
        }
    }

    private String reason(Finder.Compiled.Invalid invalid) {
        return invalid.index() < 0
                ? invalid.reason()
                : words.text("finder.broken", invalid.reason(), invalid.index() + 1);
    }

    private String summary(FindViewModel.State.Found found) {
        if (found.hits().isCut()) {
            return words.text("finder.more", found.hits().size());
        }
        String hits = words.text("finder.hits", found.hits().size(), found.hits().examples());
        return found.hits().unsearched().isEmpty()
                ? hits
                : hits
                        + ". "
                        + words.text(
                                "finder.unsearched",
                                found.hits().unsearched().size(),
                                found.hits().unsearched().getFirst().reason());
    }

    private void fill(int count, int at, String text) {
        filling = true;
        status.setText(text);
        boolean same = hits.getItems() instanceof Numbers numbers && numbers.size() == count;
        if (same) {
            hits.refresh();
        } else {
            hits.setItems(new Numbers(count));
        }
        Presence.set(hits, count > 0);
        hits.setPrefHeight(Math.min(6, count) * 30 + 2);
        if (at >= 0 && at < count) {
            hits.getSelectionModel().select(at);
            hits.scrollTo(Math.max(0, at - 2));
        }
        filling = false;
    }

    /// The numbers from 0, without holding them.
    private static final class Numbers extends ObservableListBase<Integer> {
        private final int count;

        Numbers(int count) {
            this.count = count;
        }

        @Override
        public Integer get(int index) {
            return index;
        }

        @Override
        public int size() {
            return count;
        }
    }
}
