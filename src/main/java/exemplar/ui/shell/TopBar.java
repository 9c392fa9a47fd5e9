package exemplar.ui.shell;

import exemplar.model.Design;
import exemplar.study.Study;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Hint;
import exemplar.ui.control.Icons;
import exemplar.ui.control.KeyCap;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import java.util.List;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Says where you are (study, design, model) and holds the one primary action with its key.
final class TopBar {
    /// The pane of models and backends.
    static final String SETTINGS = "settings";

    /// Letters of a name: as many as there is room for, between these.
    private static final int MOST_LETTERS = 48;

    private static final int FEWEST_LETTERS = 8;

    /// Size of a caption where text has its normal size, in pixels.
    private static final double CAPTION = 12;

    /// The button that undoes names what it takes back, in no more room than this.
    private static final double WIDEST_UNDO = 240;

    private static final double LEAST_UNDO = 34;

    /// What is left out where there is too little room, one after the other; the name of the study
    /// is shortened last.
    private enum Room {
        AMPLE,
        /// The search says less, and neither undo nor model have details.
        NARROW,
        /// No captions.
        VERY_NARROW,
        /// The search is its icon and key, the primary action has no key.
        TINY
    }

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

    /// What decides how much fits; looked at again only when it changes, as the study changes with
    /// every letter typed.
    private List<Object> fitted = List.of();

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
        // Otherwise it would be as wide as what it holds, and would never know that there is less.
        bar.setMinWidth(0);
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
        shell.shown()
                .subscribe(pane -> {
                    showPrimary();
                    lookAtPrimary();
                });
        shell.shown()
                .flatMap(pane -> pane.map(WorkPane::settled).orElseGet(TopBar::still))
                .subscribe(settled -> lookAtPrimary());
        watchPrimary();
        bar.widthProperty().subscribe(w -> squeeze());
        // Not at once: measuring while styles are being applied leaves them half applied.
        Runnable soon = workspace.jobs().screen().coalesced(this::squeeze);
        designCaption.fontProperty().subscribe(f -> soon.run());
        model.whenWordsChange(this::squeeze);
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
        HBox inside =
                new HBox(
                        8,
                        Icons.of(Feather.SEARCH, 13),
                        searchWords,
                        Headers.spring(),
                        new KeyCap("Ctrl K"));
        inside.setAlignment(Pos.CENTER_LEFT);
        inside.prefWidthProperty().bind(search.widthProperty().subtract(20));
        search.setGraphic(inside);
        search.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        search.getStyleClass().add("search-button");
        search.setId("search");
        search.setAccessibleText(Texts.of("top.search"));
        search.setOnAction(e -> shell.perform("palette.open"));
    }

    private void makeUndo() {
        undo.getStyleClass().add("quiet");
        undo.setGraphic(Icons.of(Feather.CORNER_UP_LEFT, 13));
        undo.setId("undo");
        undo.setMnemonicParsing(false);
        undo.setMaxWidth(WIDEST_UNDO);
        undo.setOnAction(e -> workspace.undo());
    }

    private void makePrimary() {
        primary.getStyleClass().add("primary");
        primary.setId("primary");
        primary.setMnemonicParsing(false);
        primary.setMinWidth(Button.USE_PREF_SIZE);
        primary.setGraphicTextGap(6);
    }

    /// Gives way on narrow windows, as far as what is there needs.
    private void squeeze() {
        double width = bar.getWidth();
        String now = workspace.design().get();
        double text = designCaption.getFont().getSize();
        // Not a record: comparing the first two of a process takes twenty milliseconds.
        List<Object> wanted = List.of(width, text, studyName(), now, model.words());
        if (wanted.equals(fitted)) {
            return;
        }
        fitted = wanted;
        Hint.set(study, studyName());
        Hint.set(design, now);
        design.setAccessibleText(Texts.of("top.design") + " " + now);
        for (Room room : Room.values()) {
            leave(room);
            name(MOST_LETTERS);
            if (wanted(room) <= width) {
                return;
            }
        }
        for (int letters = MOST_LETTERS; letters >= FEWEST_LETTERS; letters -= 2) {
            name(letters);
            if (wanted(Room.TINY) <= width) {
                return;
            }
        }
    }

    private void leave(Room room) {
        boolean narrow = room.compareTo(Room.NARROW) >= 0;
        boolean veryNarrow = room.compareTo(Room.VERY_NARROW) >= 0;
        boolean tiny = room == Room.TINY;
        searchWords.setText(tiny ? "" : Texts.of(narrow ? "top.search.short" : "top.search"));
        double text = designCaption.getFont().getSize() / CAPTION;
        search.setMinWidth(text * (tiny ? 92 : 130));
        search.setPrefWidth(text * (tiny ? 92 : narrow ? 150 : 300));
        Presence.set(primaryKey, !tiny);
        design.setContentDisplay(veryNarrow ? ContentDisplay.TEXT_ONLY : ContentDisplay.LEFT);
        model.squeeze(narrow, veryNarrow);
        undo.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        keepUndo();
    }

    /// Where there is too little room the search gives way before the words of this button.
    private void keepUndo() {
        boolean words = undo.getContentDisplay() == ContentDisplay.LEFT;
        undo.setMinWidth(words ? Math.min(undo.prefWidth(-1), WIDEST_UNDO) : LEAST_UNDO);
    }

    private void name(int letters) {
        study.setText(cut(studyName(), letters));
        String chosen = workspace.study().get().isEmpty() ? "" : workspace.design().get();
        design.setText(chosen.isEmpty() ? "–" : cut(chosen, Math.min(letters, 32)));
    }

    /// How wide all of it would be.
    private double wanted(Room room) {
        double sum = bar.getInsets().getLeft() + bar.getInsets().getRight();
        for (Node child : bar.getChildren()) {
            if (child.isManaged()) {
                sum += bar.getSpacing();
                sum +=
                        child == search
                                ? search.getMinWidth()
                                : child == undo && room == Room.AMPLE
                                        ? WIDEST_UNDO
                                        : child.prefWidth(-1);
            }
        }
        return sum - bar.getSpacing();
    }

    private String studyName() {
        return workspace.study().get().map(Study::name).orElse(Texts.of("top.nostudy"));
    }

    /// A name cut to a number of letters; all of it stands in the hint.
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
        keepUndo();
        Hint.set(undo, undo.getText() + " (Ctrl Z)");
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
        Presence.set(primary, command.isPresent());
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

    private static ReadOnlyBooleanProperty still() {
        return new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();
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
