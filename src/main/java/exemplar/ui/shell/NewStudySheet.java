package exemplar.ui.shell;

import exemplar.model.Task;
import exemplar.ui.control.Headers;
import exemplar.ui.control.InlineError;
import exemplar.ui.control.KeyCap;
import exemplar.ui.control.Texts;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The sheet on which a new study is described.
final class NewStudySheet {
    private static final KeyCombination MAKE = KeyCombination.valueOf("Shortcut+Enter");

    private final NewStudyViewModel model;
    private final StudyCommands studies;
    private final Overlay overlay;
    private final TextField name = new TextField();
    private final InlineError problem = new InlineError();
    private final Button make = new Button(Texts.of("new.make"), new KeyCap(MAKE));
    private final GridPane grid = new GridPane(14, 10);
    private final Label folder = new Label();

    private NewStudySheet(StackPane over, StudyCommands studies) {
        this.studies = studies;
        model = new NewStudyViewModel(studies.usualParent());
        Label title = new Label(Texts.of("new.title"));
        title.getStyleClass().add("pane-title");
        ColumnConstraints captions = new ColumnConstraints();
        captions.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints entries = new ColumnConstraints();
        entries.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(captions, entries);
        name.setId("new-name");
        name.textProperty().bindBidirectional(model.name());
        row(0, "new.name", name);
        row(1, "new.kind", kinds());
        row(2, "new.fields", field("new.fields", model.fields(), "new.fields.hint"));
        row(3, "new.labels", field("new.labels", model.labels(), "new.labels.hint"));
        row(
                4,
                "new.instruction",
                field("new.instruction", model.instruction(), "new.instruction.hint"));
        row(5, "new.folder", place());
        make.getStyleClass().add("primary");
        make.setContentDisplay(ContentDisplay.RIGHT);
        make.setId("new-make");
        make.setOnAction(e -> make());
        Button cancel = new Button(Texts.of("new.cancel"));
        cancel.getStyleClass().add("quiet");
        HBox buttons = new HBox(8, problem, Headers.spring(), cancel, make);
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(16, title, grid, buttons);
        box.getStyleClass().add("form");
        box.setId("new-study");
        box.setAccessibleRole(AccessibleRole.DIALOG);
        box.setAccessibleText(Texts.of("new.title"));
        box.setMaxSize(640, Region.USE_PREF_SIZE);
        overlay = new Overlay(over, box, Pos.CENTER);
        cancel.setOnAction(e -> overlay.close());
        overlay.veil()
                .addEventFilter(
                        KeyEvent.KEY_PRESSED,
                        e -> {
                            if (MAKE.match(e)) {
                                make();
                                e.consume();
                            }
                        });
        for (Observable value :
                new Observable[] {
                    model.name(), model.parent(), model.kind(), model.fields(), model.labels()
                }) {
            value.addListener(o -> check());
        }
        check();
    }

    static void open(StackPane over, StudyCommands studies) {
        NewStudySheet sheet = new NewStudySheet(over, studies);
        sheet.overlay.open(sheet.name);
    }

    private void row(int at, String key, Node entry) {
        Label caption = new Label(Texts.of(key));
        caption.getStyleClass().add("caption");
        caption.setLabelFor(entry);
        grid.addRow(at, caption, entry);
    }

    private static TextField field(
            String key, javafx.beans.property.StringProperty value, String hint) {
        TextField field = new TextField();
        field.setId(key.replace('.', '-'));
        field.setPromptText(Texts.of(hint));
        field.setAccessibleText(Texts.of(key));
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private Node kinds() {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox(6);
        for (Task.Kind kind : Task.Kind.values()) {
            var chip =
                    new exemplar.ui.control.Chip(
                            Texts.of("kind." + kind.name().toLowerCase(java.util.Locale.ROOT)));
            chip.setToggleGroup(group);
            chip.setSelected(kind == model.kind().get());
            chip.setOnAction(e -> {
                chip.setSelected(true);
                model.kind().set(kind);
            });
            box.getChildren().add(chip);
        }
        return box;
    }

    private Node place() {
        Button choose = new Button(Texts.of("new.choose"));
        choose.getStyleClass().add("secondary");
        choose.setOnAction(
                e -> studies.chooseParent().ifPresent(p -> model.parent().set(p.toString())));
        folder.getStyleClass().add("muted");
        folder.setMinWidth(0);
        HBox.setHgrow(folder, Priority.ALWAYS);
        folder.setMaxWidth(Double.MAX_VALUE);
        HBox box = new HBox(8, folder, choose);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void check() {
        String wrong = model.problem();
        // A sheet that was just opened is not wrong yet.
        problem.show(model.name().get().isEmpty() ? "" : wrong);
        make.setDisable(!wrong.isEmpty());
        folder.setText(
                model.name().get().isBlank() || !wrong.isEmpty()
                        ? model.parent().get()
                        : model.folder().toString());
    }

    private void make() {
        if (model.problem().isEmpty()) {
            overlay.close();
            studies.create(model.folder(), model.study());
        }
    }
}
