package exemplar.ui.shell;

import exemplar.model.Design;
import exemplar.study.Study;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Icons;
import exemplar.ui.control.KeyCap;
import exemplar.ui.control.Texts;
import java.util.List;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Says where you are (study, design, model) and holds the one primary action with its key.
final class TopBar {
    /// The pane of models and backends.
    static final String SETTINGS = "settings";

    /// Below this width the search and the undo give way.
    private static final double NARROW = 1200;

    private static final double VERY_NARROW = 1100;
    private static final double TINY = 900;

    /// Size of captions when text has its normal size.
    private static final double CAPTION = 11.5;

    private final Workspace workspace;
    private final Shell shell;
    private final HBox bar = new HBox();
    private final MenuButton study = new MenuButton();
    private final MenuButton design = new MenuButton();
    private final Label designCaption = new Label(Texts.of("top.design"));
    private final ModelChooser model;
    private final Button search = new Button();
    private final Label searchWords = new Label();
    private final Button undo = new Button();
    private final Button primary = new Button();
    private final KeyCap primaryKey = new KeyCap("");
    private Optional<String> shownPrimary = Optional.empty();

    TopBar(Workspace workspace, Shell shell, StudyCommands studies) {
        this.workspace = workspace;
        this.shell = shell;
        model =
                new ModelChooser(
                        workspace,
                        shell.has(SETTINGS)
                                ? Optional.of(new Workspace.Place.OfPane(SETTINGS))
                                : Optional.empty());
        bar.getStyleClass().add("top-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        Label logo = new Label("Ex");
        logo.getStyleClass().add("logo");
        logo.setAccessibleText("Exemplar");
        StudyMenu menu = new StudyMenu(studies, shell::commands);
        study.getStyleClass().addAll("quiet", "study-menu");
        study.setId("study-menu");
        study.setMnemonicParsing(false);
        study.setMinWidth(MenuButton.USE_PREF_SIZE);
        study.getItems().add(new MenuItem());
        study.setOnShowing(e -> study.getItems().setAll(menu.items()));
        makeDesign();
        makeSearch();
        makeUndo();
        makePrimary();
        Label slash = new Label("/");
        slash.getStyleClass().add("slash");
        bar.getChildren()
                .addAll(
                        logo,
                        study,
                        slash,
                        design,
                        model.view(),
                        Headers.spring(),
                        search,
                        undo,
                        primary);
        workspace.study().subscribe(s -> show(s));
        workspace.design().subscribe(d -> squeeze());
        shell.shown().subscribe(pane -> showPrimary());
        watchPrimary();
        bar.widthProperty().subscribe(w -> squeeze());
        designCaption.fontProperty().subscribe(f -> squeeze());
    }

    private void makeDesign() {
        designCaption.getStyleClass().add("caption");
        designCaption.setMinWidth(Label.USE_PREF_SIZE);
        design.setMinWidth(MenuButton.USE_PREF_SIZE);
        design.getStyleClass().add("chooser");
        design.setId("design-chooser");
        design.setMnemonicParsing(false);
        design.setGraphic(designCaption);
        design.getItems().add(new MenuItem());
        design.setOnShowing(e -> design.getItems().setAll(designs()));
    }

    private void makeSearch() {
        searchWords.getStyleClass().add("search-words");
        searchWords.setMaxWidth(Double.MAX_VALUE);
        HBox inside = new HBox(8, searchWords, Headers.spring(), new KeyCap("Ctrl K"));
        inside.setAlignment(Pos.CENTER_LEFT);
        inside.prefWidthProperty().bind(search.widthProperty().subtract(20));
        search.setGraphic(inside);
        search.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        search.getStyleClass().add("search-button");
        search.setId("search");
        search.setMinWidth(116);
        search.setAccessibleText(Texts.of("top.search"));
        search.setOnAction(e -> shell.perform("palette.open"));
    }

    private void makeUndo() {
        undo.getStyleClass().add("quiet");
        undo.setGraphic(Icons.of(Feather.CORNER_UP_LEFT, 13));
        undo.setId("undo");
        undo.setMnemonicParsing(false);
        undo.setMaxWidth(240);
        undo.setMinWidth(34);
        undo.setOnAction(e -> workspace.undo());
    }

    private void makePrimary() {
        primary.getStyleClass().add("primary");
        primary.setId("primary");
        primary.setMnemonicParsing(false);
        primary.setMinWidth(Button.USE_PREF_SIZE);
        primary.setGraphicTextGap(6);
    }

    /// Gives way on narrow windows: first the search's words, then the captions.
    private void squeeze() {
        // Larger text has less room.
        double width = bar.getWidth() * CAPTION / designCaption.getFont().getSize();
        boolean narrow = width < NARROW;
        boolean tiny = width < TINY;
        search.setMinWidth(tiny ? 72 : 116);
        search.setPrefWidth(tiny ? 72 : narrow ? 130 : 300);
        searchWords.setText(tiny ? "" : Texts.of(narrow ? "top.search.short" : "top.search"));
        primaryKey.setVisible(!tiny);
        primaryKey.setManaged(!tiny);
        design.setContentDisplay(
                width < VERY_NARROW ? ContentDisplay.TEXT_ONLY : ContentDisplay.LEFT);
        model.squeeze(narrow, width < VERY_NARROW);
        int letters = tiny ? 12 : narrow ? 22 : 32;
        study.setText(cut(studyName(), letters));
        study.setTooltip(new Tooltip(studyName()));
        String chosen = workspace.design().get();
        design.setText(chosen.isEmpty() ? "–" : cut(chosen, letters));
        design.setTooltip(new Tooltip(chosen));
        design.setAccessibleText(Texts.of("top.design") + " " + chosen);
        undo.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }

    private String studyName() {
        return workspace.study().get().map(Study::name).orElse(Texts.of("top.nostudy"));
    }

    /// A name cut to a number of letters; all of it stands in the tooltip.
    static String cut(String name, int letters) {
        int length = name.codePointCount(0, name.length());
        return length <= letters
                ? name
                : name.substring(0, name.offsetByCodePoints(0, letters - 1)).strip() + "…";
    }

    private void show(Optional<Study> open) {
        squeeze();
        study.setAccessibleText(Texts.of("top.study", studyName()));
        design.setDisable(open.isEmpty());
        Optional<String> label = workspace.undoLabel();
        undo.setDisable(label.isEmpty());
        undo.setText(label.map(l -> Texts.of("top.undo.named", l)).orElse(Texts.of("top.undo")));
        undo.setTooltip(new Tooltip(undo.getText() + " (Ctrl Z)"));
    }

    private List<MenuItem> designs() {
        ToggleGroup group = new ToggleGroup();
        return workspace.study().get().map(Study::designs).orElse(List.of()).stream()
                .map(Design::name)
                .<MenuItem>map(name -> {
                    RadioMenuItem item = new RadioMenuItem(name);
                    item.setMnemonicParsing(false);
                    item.setToggleGroup(group);
                    item.setSelected(name.equals(workspace.design().get()));
                    item.setOnAction(e -> workspace.design().set(name));
                    return item;
                })
                .toList();
    }

    private void showPrimary() {
        Optional<Command> command = shell.primary();
        shownPrimary = command.map(Command::id);
        primary.setVisible(command.isPresent());
        primary.setManaged(command.isPresent());
        command.ifPresent(c -> {
            Label words = new Label(c.words());
            Node icon = c.icon().<Node>map(i -> Icons.of(i, 13)).orElseGet(Icons::play);
            HBox inside = new HBox(6, icon, words);
            inside.setAlignment(Pos.CENTER_LEFT);
            c.keys()
                    .ifPresent(keys -> {
                        primaryKey.setText(KeyCap.name(keys));
                        inside.getChildren().add(primaryKey);
                    });
            primary.setGraphic(inside);
            primary.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            primary.setText(c.words());
            primary.setAccessibleText(c.words());
            primary.setOnAction(e -> c.perform());
        });
    }

    /// What can be done changes with what is typed and what arrives; the button shows it soon.
    private void watchPrimary() {
        Timeline beat = new Timeline(new KeyFrame(Duration.millis(250), e -> lookAtPrimary()));
        beat.setCycleCount(Timeline.INDEFINITE);
        bar.sceneProperty()
                .subscribe(scene -> {
                    if (scene == null) {
                        beat.stop();
                    } else {
                        beat.play();
                    }
                });
    }

    private void lookAtPrimary() {
        Optional<Command> now = shell.primary();
        if (!now.map(Command::id).equals(shownPrimary)) {
            showPrimary();
        }
        primary.setDisable(now.map(c -> !c.enabled().getAsBoolean()).orElse(false));
    }

    Parent view() {
        return bar;
    }
}
