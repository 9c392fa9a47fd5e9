package exemplar.ui.shell;

import exemplar.backend.gateway.ModelCard;
import exemplar.model.Design;
import exemplar.study.Study;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Icons;
import exemplar.ui.control.KeyCap;
import exemplar.ui.control.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;

/// Says where you are (study, design, model) and holds the one primary action with its key.
final class TopBar {
    private final Workspace workspace;
    private final HBox bar = new HBox();
    private final MenuButton study = new MenuButton();
    private final MenuButton design = new MenuButton();
    private final MenuButton model = new MenuButton();
    private final Circle ready = new Circle(3.5);
    private final Button undo = new Button();
    private final Button primary = new Button();
    private final Label designCaption = caption("top.design");
    private final Label modelCaption = caption("top.model");

    TopBar(Workspace workspace, Shell shell, StudyCommands studies) {
        this.workspace = workspace;
        bar.getStyleClass().add("top-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        Label logo = new Label("Ex");
        logo.getStyleClass().add("logo");
        study.getStyleClass().addAll("quiet", "study-menu");
        study.setId("study-menu");
        study.setOnShowing(e -> study.getItems().setAll(studies.menu()));
        study.getItems().setAll(studies.menu());
        design.getStyleClass().add("chooser");
        design.setId("design-chooser");
        design.setGraphic(designCaption);
        design.setOnShowing(e -> design.getItems().setAll(designs()));
        design.getItems().add(new MenuItem());
        ready.getStyleClass().add("state-dot");
        model.getStyleClass().add("chooser");
        model.setId("model-chooser");
        HBox modelGraphic = new HBox(5, modelCaption, ready);
        modelGraphic.setAlignment(Pos.CENTER_LEFT);
        model.setGraphic(modelGraphic);
        model.setOnShowing(e -> model.getItems().setAll(models()));
        model.getItems().add(new MenuItem());
        Button search = new Button(Texts.of("top.search"));
        search.setGraphic(new KeyCap("Ctrl K"));
        search.setGraphicTextGap(60);
        search.getStyleClass().add("search-button");
        search.setId("search");
        search.setMinWidth(120);
        search.setPrefWidth(300);
        search.setOnAction(e ->
                shell.commands().stream()
                        .filter(c -> c.id().equals("palette.open"))
                        .findFirst()
                        .ifPresent(c -> c.run().run()));
        undo.getStyleClass().add("quiet");
        undo.setGraphic(Icons.of(Feather.CORNER_UP_LEFT, 14));
        undo.setId("undo");
        undo.setOnAction(e -> workspace.undo());
        undo.setMaxWidth(220);
        primary.getStyleClass().add("primary");
        primary.setId("primary");
        primary.setMinWidth(Button.USE_PREF_SIZE);
        Label slash = new Label("/");
        slash.getStyleClass().add("faint");
        bar.getChildren()
                .addAll(logo, study, slash, design, model, Headers.spring(), search, undo, primary);
        workspace.study().subscribe(s -> show(s));
        workspace.design().subscribe(d -> design.setText(d.isEmpty() ? "–" : d));
        workspace.model().subscribe(m -> showModel(m));
        shell.shown().subscribe(this::showPrimary);
        bar.widthProperty().subscribe(w -> squeeze(w.doubleValue(), search));
    }

    private static Label caption(String key) {
        Label label = new Label(Texts.of(key));
        label.getStyleClass().add("caption");
        return label;
    }

    /// Gives way on narrow windows: first the search words, then the captions.
    private void squeeze(double width, Button search) {
        search.setPrefWidth(width < 1200 ? 130 : 300);
        search.setText(Texts.of(width < 1200 ? "top.search.short" : "top.search"));
        search.setGraphicTextGap(width < 1200 ? 8 : 60);
        designCaption.setText(width < 1000 ? "" : Texts.of("top.design"));
        modelCaption.setText(width < 1000 ? "" : Texts.of("top.model"));
        undo.setContentDisplay(
                width < 1200
                        ? javafx.scene.control.ContentDisplay.GRAPHIC_ONLY
                        : javafx.scene.control.ContentDisplay.LEFT);
    }

    private void show(Optional<Study> open) {
        study.setText(open.map(Study::name).orElse(Texts.of("top.nostudy")));
        design.setDisable(open.isEmpty());
        model.setDisable(open.isEmpty());
        Optional<String> label = workspace.undoLabel();
        undo.setDisable(label.isEmpty());
        undo.setText(label.map(l -> Texts.of("top.undo.named", l)).orElse(Texts.of("top.undo")));
        undo.setTooltip(new javafx.scene.control.Tooltip(undo.getText() + " (Ctrl+Z)"));
    }

    private void showModel(String name) {
        model.setText(name.isEmpty() ? "–" : name);
        boolean can = cards().stream().anyMatch(c -> c.name().equals(name) && c.available());
        ready.getStyleClass().remove("ready");
        if (can) {
            ready.getStyleClass().add("ready");
        }
    }

    private List<ModelCard> cards() {
        try {
            return workspace.gateway().models();
        } catch (java.io.IOException e) {
            workspace.tell(Notice.problem(String.valueOf(e.getMessage())));
            return List.of();
        }
    }

    private List<MenuItem> designs() {
        ToggleGroup group = new ToggleGroup();
        return workspace.study().get().map(Study::designs).orElse(List.of()).stream()
                .map(Design::name)
                .<MenuItem>map(name ->
                        choice(
                                name,
                                group,
                                name.equals(workspace.design().get()),
                                () -> workspace.design().set(name)))
                .toList();
    }

    private List<MenuItem> models() {
        ToggleGroup group = new ToggleGroup();
        List<MenuItem> items = new java.util.ArrayList<>();
        for (ModelCard card : cards()) {
            RadioMenuItem item =
                    choice(
                            card.name() + "  ·  " + card.backend(),
                            group,
                            card.name().equals(workspace.model().get()),
                            () -> workspace.model().set(card.name()));
            item.setDisable(!card.available());
            card.unavailable().ifPresent(why -> item.setText(item.getText() + "  –  " + why));
            items.add(item);
        }
        if (items.isEmpty()) {
            MenuItem none = new MenuItem(Texts.of("top.nomodels"));
            none.setDisable(true);
            items.add(none);
        }
        items.add(new SeparatorMenuItem());
        MenuItem hint = new MenuItem(Texts.of("top.pull"));
        hint.setDisable(true);
        items.add(hint);
        return items;
    }

    private static RadioMenuItem choice(
            String words, ToggleGroup group, boolean on, Runnable action) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(on);
        item.setOnAction(e -> action.run());
        return item;
    }

    private void showPrimary(Optional<WorkPane> pane) {
        Optional<Command> command = pane.flatMap(WorkPane::primary);
        primary.setVisible(command.isPresent());
        primary.setManaged(command.isPresent());
        command.ifPresent(c -> {
            primary.setText(c.words());
            primary.setGraphic(c.keys().<javafx.scene.Node>map(KeyCap::new).orElse(null));
            primary.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
            primary.setGraphicTextGap(8);
            primary.setOnAction(e -> {
                if (c.enabled().getAsBoolean()) {
                    c.run().run();
                }
            });
        });
    }

    Parent view() {
        return bar;
    }
}
