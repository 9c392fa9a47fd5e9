package exemplar.ui.settings;

import exemplar.backend.gateway.Preset;
import exemplar.ui.control.Headers;
import exemplar.ui.control.InlineError;
import exemplar.ui.control.NamedCell;
import exemplar.ui.control.Presence;
import exemplar.ui.control.SearchField;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Screen;
import exemplar.ui.fx.Watching;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// The form on which a model is added; it stands where the detail stands.
final class AddForm {
    private static final int ROWS = 8;

    private final AddViewModel model;
    private final Screen screen;
    private final KeyForm key;
    private final ComboBox<Optional<Preset>> preset = new ComboBox<>();
    private final TextField url = field("settings-add-url", "settings.add.url");
    private final TextField id = field("settings-add-model", "settings.add.model");
    private final TextField file = field("settings-add-file", "settings.add.file");
    private final TextField name = field("settings-add-name", "settings.add.name");
    private final Label host = Form.wrapped("");
    private final HBox confirm = new HBox(10);
    private final Button list = Form.button("settings.add.list", "secondary", this::list);
    private final ProgressBar asking = new ProgressBar();
    private final Label listed = Form.caption("");
    private final SearchField filter =
            new SearchField(Texts.of("settings.add.filter"), Texts.of("settings.add.filter"));
    private final ListView<String> ids = new ListView<>();
    private final VBox found = new VBox(6, filter, ids);
    private final InlineError problem = new InlineError();
    private final Button add = Form.button("settings.add.add", "secondary", this::add);
    private final GridPane grid = Form.grid();
    private final VBox view;
    private List<String> all = List.of();

    AddForm(AddViewModel model, Screen screen) {
        this.model = model;
        this.screen = screen;
        key = new KeyForm(model.key(), this::show, this::show);
        makePreset();
        url.textProperty().bindBidirectional(model.baseUrl());
        id.textProperty().bindBidirectional(model.modelId());
        file.textProperty().bindBidirectional(model.file());
        name.textProperty().bindBidirectional(model.name());
        confirm.getStyleClass().add("settings-confirm");
        confirm.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(host, Priority.ALWAYS);
        confirm.getChildren()
                .addAll(
                        host,
                        Form.button("settings.host.confirm", "secondary", model::confirmHost));
        makeList();
        problem.setId("settings-add-problem");
        Button cancel = Form.button("settings.add.cancel", "quiet", this::cancel);
        HBox buttons = new HBox(8, Headers.spring(), cancel, add);
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox body = Form.body(grid, problem, buttons);
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        view = new VBox(Headers.section(Texts.of("settings.add.title"), ""), scroll);
        view.setId("settings-add");
        view.getStyleClass().add("settings-detail");
        view.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        cancel();
                        e.consume();
                    }
                });
    }

    private static TextField field(String id, String name) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(Texts.of(name));
        return field;
    }

    private void makePreset() {
        List<Optional<Preset>> kinds = new ArrayList<>();
        Preset.all().forEach(p -> kinds.add(Optional.of(p)));
        kinds.add(Optional.empty());
        preset.getItems().setAll(kinds);
        preset.setVisibleRowCount(kinds.size());
        preset.setId("settings-add-preset");
        preset.setAccessibleText(Texts.of("settings.add.preset"));
        preset.setMaxWidth(Double.MAX_VALUE);
        NamedCell.in(
                preset, p -> p.map(Preset::title).orElseGet(() -> Texts.of("settings.add.ofFile")));
        preset.setOnAction(e -> {
            Optional<Preset> chosen = preset.getValue();
            if (chosen != null && !chosen.equals(model.preset().get())) {
                model.preset().set(chosen);
            }
        });
    }

    private void makeList() {
        ids.setId("settings-add-ids");
        ids.setAccessibleText(Texts.of("settings.add.list"));
        ids.setFixedCellSize(26);
        filter.text().subscribe(t -> narrow());
        ids.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen -> {
                    if (chosen != null) {
                        model.modelId().set(chosen);
                    }
                });
        ids.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                name.requestFocus();
                e.consume();
            }
        });
        filter.field()
                .setOnKeyPressed(e -> {
                    if (e.getCode() == KeyCode.DOWN && !ids.getItems().isEmpty()) {
                        ids.requestFocus();
                        ids.getSelectionModel().selectFirst();
                        e.consume();
                    }
                });
        asking.setPrefWidth(80);
    }

    Region view() {
        return view;
    }

    /// Puts the focus where one begins.
    void begin() {
        key.clear();
        filter.text().set("");
        Node first = model.preset().get().isEmpty() ? file : preset;
        // The form may have come into the window just now, and takes shape first.
        screen.later(first::requestFocus);
    }

    void watch(Watching watching) {
        key.watch(watching);
        watching.value(
                model.preset(),
                p -> {
                    preset.setValue(p);
                    arrange(p.isEmpty());
                    show();
                });
        watching.value(model.toConfirm(), c -> show());
        watching.value(model.baseUrl(), u -> show());
        watching.value(model.listing(), l -> show());
        watching.value(model.key().kind(), k -> show());
        watching.value(model.key().kept(), k -> show());
        watching.value(model.key().variable(), k -> show());
        watching.value(model.problem(), problem::show);
    }

    private void arrange(boolean ofFile) {
        grid.getChildren().clear();
        Form.row(grid, 0, "settings.add.preset", preset);
        if (ofFile) {
            Button choose = Form.button("settings.add.choose", "secondary", this::choose);
            HBox path = new HBox(6, file, choose);
            HBox.setHgrow(file, Priority.ALWAYS);
            Form.row(
                    grid,
                    1,
                    "settings.add.file",
                    new VBox(4, path, hint("settings.add.file.hint")));
            Form.row(grid, 2, "settings.add.name", new VBox(4, name, hint("settings.name.hint")));
            return;
        }
        HBox ask = new HBox(8, list, asking, listed);
        ask.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(listed, Priority.ALWAYS);
        Form.row(grid, 1, "settings.add.url", new VBox(6, url, confirm));
        Form.row(grid, 2, "settings.add.key", key);
        Form.row(grid, 3, "settings.add.model", new VBox(6, id, ask, found));
        Form.row(grid, 4, "settings.add.name", new VBox(4, name, hint("settings.name.hint")));
    }

    private static Label hint(String key) {
        return Form.caption(Texts.of(key));
    }

    private void show() {
        boolean needed = model.toConfirm().get();
        Presence.set(confirm, needed);
        host.setText(needed ? Texts.of("settings.host.new", model.baseUrl().get().strip()) : "");
        AddViewModel.Listing listing = model.listing().get();
        boolean busy = listing instanceof AddViewModel.Asking;
        list.setDisable(!busy && !model.canList());
        list.setText(Texts.of(busy ? "settings.stop" : "settings.add.list"));
        Presence.set(asking, busy);
        all = listing instanceof AddViewModel.Told(List<String> told) ? told : List.of();
        Presence.set(found, !all.isEmpty());
        listed.setText(
                switch (listing) {
                    case AddViewModel.NotAsked n -> "";
                    case AddViewModel.Asking a -> "";
                    case AddViewModel.Told(List<String> told) ->
                            Texts.of("settings.add.listed", told.size());
                    case AddViewModel.Untold(String sentence) -> sentence;
                });
        listed.getStyleClass().remove("problem-line");
        if (listing instanceof AddViewModel.Untold) {
            listed.getStyleClass().add("problem-line");
        }
        narrow();
    }

    private void narrow() {
        String wanted = filter.text().get().strip().toLowerCase(Locale.ROOT);
        List<String> fitting =
                all.stream().filter(m -> m.toLowerCase(Locale.ROOT).contains(wanted)).toList();
        if (!ids.getItems().equals(fitting)) {
            ids.getItems().setAll(fitting);
        }
        ids.setPrefHeight(2 + 26.0 * Math.clamp(fitting.size(), 1, ROWS));
        ids.setMinHeight(Region.USE_PREF_SIZE);
    }

    private void list() {
        if (model.listing().get() instanceof AddViewModel.Asking(var job)) {
            job.cancel();
        } else {
            model.list();
        }
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("settings.add.file"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("GGUF", "*.gguf"));
        Optional.ofNullable(chooser.showOpenDialog(view.getScene().getWindow()))
                .map(File::toString)
                .ifPresent(model.file()::set);
    }

    private void add() {
        model.add();
    }

    private void cancel() {
        key.clear();
        model.cancel();
    }
}
