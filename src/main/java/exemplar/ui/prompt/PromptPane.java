package exemplar.ui.prompt;

import exemplar.model.Design;
import exemplar.model.PromptForm;
import exemplar.model.Selection;
import exemplar.prompt.Prompts;
import exemplar.select.Selectors;
import exemplar.study.Study;
import exemplar.ui.control.Chip;
import exemplar.ui.control.FlagChip;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Icons;
import exemplar.ui.control.LabelPill;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Command;
import exemplar.ui.shell.WorkPane;
import exemplar.ui.shell.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The templates of the design at the left, the exact prompt for the item at the right, the model's
/// answer below it.
public final class PromptPane implements WorkPane {
    private final Workspace workspace;
    private final PromptViewModel model;
    private final BorderPane root = new BorderPane();
    private final HBox designs = new HBox(6);
    private final TemplateEditor editor;
    private final PromptText text;
    private final VBox problems = new VBox(4);
    private final VBox demonstrations = new VBox();
    private final Label item = new Label();
    private final Label answerText = new Label();
    private final HBox verdict = new HBox(8);
    private final Label answerWords = new Label();
    private final ComboBox<String> selectors = new ComboBox<>();
    private final ComboBox<Integer> count = new ComboBox<>();
    private Subscription watching = () -> {};
    private boolean showing;

    public PromptPane(Workspace workspace) {
        this.workspace = workspace;
        model = new PromptViewModel(workspace);
        editor = new TemplateEditor(model::write);
        text = new PromptText(id -> workspace.go(new Workspace.Place.Demonstration(id)));
        root.setId("prompt");
        root.getStylesheets().add(String.valueOf(getClass().getResource("/ui/prompt/prompt.css")));
        designs.setAlignment(Pos.CENTER_LEFT);
        selectors.getItems().setAll(Selectors.names());
        selectors.setId("prompt-selector");
        selectors.setOnAction(e -> select());
        count.getItems().setAll(0, 1, 2, 4, 8, 12, 16, 24, 32, 64);
        count.setId("prompt-count");
        count.setOnAction(e -> select());
        Label selection = new Label(Texts.of("prompt.selection"));
        selection.getStyleClass().add("caption");
        root.setTop(
                Headers.toolbar(
                        Texts.of("pane.prompt"),
                        designs,
                        Headers.spring(),
                        selection,
                        selectors,
                        count));
        SplitPane split = new SplitPane(left(), right());
        split.setDividerPositions(0.41);
        root.setCenter(split);
    }

    private Parent left() {
        VBox box = new VBox(editor.view());
        problems.getStyleClass().add("prompt-problems");
        problems.setId("prompt-problems");
        box.getChildren()
                .addAll(
                        Headers.section(Texts.of("prompt.problems"), ""),
                        problems,
                        Headers.section(Texts.of("prompt.demonstrations"), ""));
        javafx.scene.control.ScrollPane scroll =
                new javafx.scene.control.ScrollPane(demonstrations);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(80);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        box.getChildren().add(scroll);
        return box;
    }

    private Parent right() {
        Button before = step(Feather.CHEVRON_LEFT, -1, "prompt.before");
        Button after = step(Feather.CHEVRON_RIGHT, 1, "prompt.after");
        item.getStyleClass().add("caption");
        Button copy = new Button(Texts.of("prompt.copy"));
        copy.getStyleClass().add("quiet");
        copy.setId("prompt-copy");
        copy.setOnAction(e -> copy());
        ToggleGroup group = new ToggleGroup();
        HBox head =
                Headers.section(
                        Texts.of("prompt.exact"), "", item, before, after, Headers.spring());
        for (PromptText.Colouring colouring : PromptText.Colouring.values()) {
            Chip chip =
                    new Chip(Texts.of("prompt.by." + colouring.name().toLowerCase(Locale.ROOT)));
            chip.setToggleGroup(group);
            chip.setSelected(colouring == text.colouring());
            chip.setOnAction(e -> {
                chip.setSelected(true);
                text.colour(colouring);
            });
            head.getChildren().add(chip);
        }
        head.getChildren().add(copy);
        answerText.getStyleClass().add("mono");
        answerText.setId("prompt-answer");
        answerText.setWrapText(true);
        answerText.setMaxHeight(120);
        answerWords.getStyleClass().add("caption");
        answerWords.setWrapText(true);
        Label title = new Label(Texts.of("prompt.answer"));
        title.getStyleClass().add("section-title");
        title.setMinWidth(Label.USE_PREF_SIZE);
        verdict.setAlignment(Pos.CENTER_LEFT);
        HBox bar = new HBox(10, title, answerText, verdict, answerWords);
        bar.getStyleClass().add("answer-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        BorderPane box = new BorderPane(text.view());
        box.setTop(head);
        box.setBottom(bar);
        return box;
    }

    private Button step(Feather icon, int by, String key) {
        Button button = new Button("", Icons.of(icon, 14));
        button.getStyleClass().add("quiet");
        button.setAccessibleText(Texts.of(key));
        button.setOnAction(e -> model.step(by));
        return button;
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void activate() {
        watching =
                Subscription.combine(
                        workspace.study().subscribe(s -> study(s)),
                        workspace.design().subscribe(d -> study(workspace.study().get())),
                        workspace.item().subscribe(i -> model.refresh()),
                        model.made().subscribe(this::show),
                        model.answer().subscribe(this::answer));
    }

    @Override
    public void deactivate() {
        watching.unsubscribe();
        watching = () -> {};
    }

    @Override
    public ReadOnlyBooleanProperty settled() {
        return model.settled();
    }

    @Override
    public Optional<Command> primary() {
        return Optional.of(
                Command.of("prompt.run", Texts.of("prompt.run"), model::run)
                        .onKeys("Shortcut+Enter")
                        .when(model::canRun));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("prompt.stop", Texts.of("prompt.stop"), model::stop)
                        .onKeys("Esc")
                        .when(model::running),
                Command.of("prompt.copy", Texts.of("prompt.copy.command"), this::copy),
                Command.of("prompt.next", Texts.of("prompt.after"), () -> model.step(1))
                        .onKeys("Alt+Right"),
                Command.of("prompt.previous", Texts.of("prompt.before"), () -> model.step(-1))
                        .onKeys("Alt+Left"));
    }

    private void study(Optional<Study> open) {
        showing = true;
        ToggleGroup group = new ToggleGroup();
        designs.getChildren().clear();
        for (Design d : open.map(Study::designs).orElse(List.of())) {
            Chip chip = new Chip(d.name());
            chip.setToggleGroup(group);
            chip.setSelected(d.name().equals(workspace.design().get()));
            chip.setOnAction(e -> {
                chip.setSelected(true);
                workspace.design().set(d.name());
            });
            designs.getChildren().add(chip);
        }
        workspace
                .currentDesign()
                .ifPresent(d -> {
                    editor.show(d);
                    selectors.setValue(d.selection().selector());
                    if (!count.getItems().contains(d.selection().count())) {
                        count.getItems().add(d.selection().count());
                    }
                    count.setValue(d.selection().count());
                });
        showing = false;
        model.refresh();
    }

    private void select() {
        if (showing || selectors.getValue() == null || count.getValue() == null) {
            return;
        }
        model.edit(
                Texts.of("prompt.edit.selection"),
                "selection",
                d -> {
                    Selection now = d.selection();
                    return d.withSelection(
                            new Selection(
                                    selectors.getValue(), count.getValue(), now.seed(), now.ids()));
                });
    }

    private void show(Optional<Prompts.Made> made) {
        problems.getChildren().clear();
        demonstrations.getChildren().clear();
        Optional<Study> open = workspace.study().get();
        item.setText(
                open.map(s -> Texts.of("prompt.item", workspace.item().get(), s.tests().size()))
                        .orElse(""));
        if (made.isEmpty() || open.isEmpty()) {
            return;
        }
        Prompts.Made now = made.get();
        text.show(now, open.get().task());
        now.rendering().problems().forEach(p -> problem(p.sentence(), FlagChip.Tone.BAD));
        now.warnings().forEach(w -> problem(w, FlagChip.Tone.LOOK));
        if (problems.getChildren().isEmpty()) {
            Label none = new Label(Texts.of("prompt.problems.none"));
            none.getStyleClass().add("faint");
            problems.getChildren().add(none);
        }
        for (int i = 0; i < now.demonstrations().size(); i++) {
            demonstrations.getChildren().add(line(i, now, open.get()));
        }
    }

    private HBox line(int i, Prompts.Made made, Study open) {
        var chosen = made.demonstrations().get(i);
        Label number = new Label(String.valueOf(i + 1));
        number.getStyleClass().add("faint");
        number.setMinWidth(22);
        Label words =
                new Label(
                        String.join(" · ", chosen.example().fields().values())
                                .replaceAll("\\s+", " "));
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(6, number, words);
        int label = open.task().labelIndex(chosen.example().gold());
        if (label >= 0) {
            line.getChildren().add(new LabelPill(chosen.example().gold(), label));
        }
        line.getStyleClass().add("demonstration-line");
        line.setAlignment(Pos.CENTER_LEFT);
        javafx.scene.control.Tooltip.install(
                line,
                new javafx.scene.control.Tooltip(chosen.example().id() + ": " + chosen.why()));
        line.setOnMouseClicked(
                e -> workspace.go(new Workspace.Place.Demonstration(chosen.example().id())));
        return line;
    }

    private void problem(String sentence, FlagChip.Tone tone) {
        Label words = new Label(sentence);
        words.setWrapText(true);
        problems.getChildren()
                .add(
                        new HBox(
                                8,
                                new FlagChip(
                                        tone == FlagChip.Tone.BAD
                                                ? Texts.of("prompt.problem")
                                                : Texts.of("prompt.hint"),
                                        tone),
                                words));
    }

    private void answer(PromptViewModel.Answer now) {
        answerText.setText(now.text().strip());
        answerWords.setText(
                now.words().isEmpty() && !now.running()
                        ? Texts.of("prompt.answer.none")
                        : now.words());
        verdict.getChildren().clear();
        now.judgement()
                .ifPresent(j ->
                        verdict.getChildren()
                                .add(
                                        new FlagChip(
                                                Texts.of(
                                                        "compare.verdict."
                                                                + j.verdict()
                                                                        .name()
                                                                        .toLowerCase(Locale.ROOT)),
                                                switch (j.verdict()) {
                                                    case RIGHT -> FlagChip.Tone.GOOD;
                                                    case WRONG -> FlagChip.Tone.BAD;
                                                    case UNPARSED -> FlagChip.Tone.LOOK;
                                                    case NO_GOLD -> FlagChip.Tone.PLAIN;
                                                })));
    }

    private void copy() {
        model.made()
                .get()
                .ifPresent(m -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(m.rendering().prompt().text());
                    Clipboard.getSystemClipboard().setContent(content);
                });
    }

    /// The pane's place on the rail.
    public static Definition definition() {
        return new Definition("prompt", "pane.prompt", Feather.CODE, 50, PromptPane::new);
    }

    /// The parts of a form in the order they are edited, with their names.
    static List<String> parts(PromptForm form) {
        return switch (form) {
            case PromptForm.Free f -> List.of("template");
            case PromptForm.Parts p ->
                    List.of("system", "instruction", "demonstration", "answer", "query");
        };
    }
}
