package exemplar.ui.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import exemplar.model.Design;
import exemplar.model.RenderedPrompt;
import exemplar.prompt.PromptJson;
import exemplar.study.Study;
import exemplar.ui.control.Chip;
import exemplar.ui.control.EmptyState;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Icons;
import exemplar.ui.control.RememberedSplit;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Command;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.WorkPane;
import exemplar.ui.shell.Workspace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The templates of the design at the left, the exact prompt for the item at the right, the model's
/// answer below it.
public final class PromptPane implements WorkPane {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Width of the right side from which the colours stand in its header.
    private static final double WIDE = 840;

    private final Workspace workspace;
    private final PromptViewModel model;
    private final Designing designing;
    private final Asking asking;
    private final DesignBar designs;
    private final SelectionBar selection;
    private final TemplateForm templates;
    private final ProblemList problems;
    private final DemonstrationList demonstrations;
    private final PromptText text;
    private final BudgetBar budget = new BudgetBar();
    private final AnswerBar answer;
    private final Map<Colouring, Chip> colours = new EnumMap<>(Colouring.class);
    private final MenuButton against = new MenuButton();
    private final Label item = new Label();
    private final Label demonstrationWords = new Label();
    private final Label stale = new Label(Texts.of("prompt.stale"));
    private final StackPane root = new StackPane();
    private final BorderPane work = new BorderPane();
    private Subscription watching = () -> {};

    public PromptPane(Workspace workspace) {
        this.workspace = workspace;
        model = new PromptViewModel(workspace);
        designing = new Designing(workspace, model);
        asking = new Asking(workspace, model);
        designs = new DesignBar(workspace, designing);
        selection = new SelectionBar(designing);
        templates = new TemplateForm(workspace, designing);
        problems = new ProblemList(templates::goTo);
        demonstrations = new DemonstrationList(workspace, designing, this::marked);
        text =
                new PromptText(
                        new PromptText.Demonstrations() {
                            @Override
                            public void chosen(String id) {
                                demonstrations.choose(id);
                            }

                            @Override
                            public void wanted(String id) {
                                workspace.go(new Workspace.Place.Demonstration(id));
                            }
                        });
        answer = new AnswerBar(asking::stop);
        root.setId("prompt");
        root.getStylesheets().add(String.valueOf(getClass().getResource("/ui/prompt/prompt.css")));
        Button export = new Button(Texts.of("prompt.export.short"));
        export.setId("prompt-export");
        export.setMinWidth(Button.USE_PREF_SIZE);
        export.setOnAction(e -> workspace.go(new Workspace.Place.OfPane("export")));
        HBox toolbar = Headers.toolbar(Texts.of("pane.prompt"), designs.view());
        HBox.setHgrow(designs.view(), Priority.ALWAYS);
        toolbar.getChildren().addAll(selection.view(), export);
        work.setTop(toolbar);
        work.setCenter(
                new RememberedSplit(
                        workspace.preferences(),
                        "prompt.sides",
                        Orientation.HORIZONTAL,
                        new double[] {0.41},
                        left(),
                        right()));
        root.getChildren().add(work);
    }

    private Node left() {
        demonstrationWords.getStyleClass().add("caption");
        VBox below =
                new VBox(
                        problems.view(),
                        Headers.section(Texts.of("prompt.demonstrations"), "", demonstrationWords),
                        demonstrations.view());
        VBox.setVgrow(demonstrations.view(), Priority.ALWAYS);
        below.setMinHeight(120);
        return new RememberedSplit(
                workspace.preferences(),
                "prompt.left",
                Orientation.VERTICAL,
                new double[] {0.42},
                templates.view(),
                below);
    }

    private Node right() {
        Button before = step(Feather.CHEVRON_LEFT, -1, Texts.of("prompt.before"));
        Button after = step(Feather.CHEVRON_RIGHT, 1, Texts.of("prompt.after"));
        item.getStyleClass().add("caption");
        item.setMinWidth(0);
        MenuButton copy = copyMenu();
        against.setId("prompt-diff");
        against.getStyleClass().add("quiet");
        against.setText(Texts.of("prompt.diff"));
        against.getItems().add(new MenuItem());
        against.setOnShowing(e -> against.getItems().setAll(others()));
        HBox first =
                Headers.section(
                        Texts.of("prompt.exact"),
                        "",
                        item,
                        before,
                        after,
                        Headers.spring(),
                        against,
                        copy);
        HBox second = new HBox(6);
        second.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (Colouring one : Colouring.values()) {
            Chip chip = new Chip(one.words());
            chip.setId("prompt-by-" + one.name().toLowerCase(java.util.Locale.ROOT));
            chip.setToggleGroup(group);
            chip.setSelected(one == model.colouring());
            chip.setOnAction(e -> colour(one));
            colours.put(one, chip);
            second.getChildren().add(chip);
        }
        BorderPane box = new BorderPane(text.view());
        stale.getStyleClass().add("stale-bar");
        stale.setMaxWidth(Double.MAX_VALUE);
        stale.setVisible(false);
        stale.setManaged(false);
        box.setTop(new VBox(first, budget.view(), stale));
        box.setBottom(answer.view());
        int place = first.getChildren().indexOf(against);
        box.widthProperty().subscribe(w -> place(second, first, place, box));
        return box;
    }

    /// The colours stand in the header where there is room, in a row of their own where there is
    /// not.
    private void place(HBox chips, HBox header, int at, BorderPane box) {
        boolean wide = box.getWidth() >= WIDE;
        VBox top = (VBox) box.getTop();
        if (wide && !header.getChildren().contains(chips)) {
            top.getChildren().remove(chips);
            chips.getStyleClass().remove("colour-bar");
            header.getChildren().add(at, chips);
        } else if (!wide && !top.getChildren().contains(chips)) {
            header.getChildren().remove(chips);
            chips.getStyleClass().add("colour-bar");
            top.getChildren().add(1, chips);
        }
    }

    private Button step(Feather icon, int by, String name) {
        Button button = new Button("", Icons.of(icon, 14));
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(name);
        button.setTooltip(new javafx.scene.control.Tooltip(name));
        button.setOnAction(e -> model.step(by));
        return button;
    }

    private MenuButton copyMenu() {
        MenuButton copy = new MenuButton(Texts.of("prompt.copy"));
        copy.setId("prompt-copy");
        copy.getStyleClass().add("quiet");
        MenuItem exact = new MenuItem(Texts.of("prompt.copy.command"));
        exact.setOnAction(e -> copy());
        MenuItem messages = new MenuItem(Texts.of("prompt.copy.messages"));
        messages.setOnAction(e -> copyMessages());
        MenuItem spans = new MenuItem(Texts.of("prompt.copy.spans"));
        spans.setOnAction(e -> copySpans());
        copy.getItems().addAll(exact, messages, spans);
        return copy;
    }

    private List<MenuItem> others() {
        List<MenuItem> items = new ArrayList<>();
        if (!model.other().get().isEmpty()) {
            MenuItem none = new MenuItem(Texts.of("prompt.diff.end"));
            none.setOnAction(e -> model.compareWith(""));
            items.addAll(List.of(none, new SeparatorMenuItem()));
        }
        for (Design d : workspace.study().get().map(Study::designs).orElse(List.of())) {
            if (!d.name().equals(workspace.design().get())) {
                MenuItem one = new MenuItem(d.name());
                one.setMnemonicParsing(false);
                one.setOnAction(e -> model.compareWith(d.name()));
                items.add(one);
            }
        }
        if (items.isEmpty()) {
            MenuItem nothing = new MenuItem(Texts.of("prompt.diff.none"));
            nothing.setDisable(true);
            items.add(nothing);
        }
        return items;
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void activate() {
        workspace.tokens().want();
        watching =
                Subscription.combine(
                        workspace.study().subscribe(s -> study()),
                        workspace.design().subscribe(d -> study()),
                        workspace.item().subscribe(i -> model.refresh()),
                        workspace.tokens().room().subscribe(r -> model.count()),
                        model.other().subscribe(o -> compared()),
                        model.shown().subscribe(this::show),
                        model.room().subscribe(r -> r.ifPresent(this::room)),
                        asking.answer().subscribe(answer::show));
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
                Command.of("prompt.run", Texts.of("prompt.run"), asking::ask)
                        .onKeys("Shortcut+Enter")
                        .when(asking::can));
    }

    @Override
    public List<Command> commands() {
        List<Command> commands =
                new ArrayList<>(
                        List.of(
                                Command.of("prompt.stop", Texts.of("prompt.stop"), asking::stop)
                                        .onKeys("Esc")
                                        .when(asking::running),
                                Command.of(
                                                "prompt.copy",
                                                Texts.of("prompt.copy.command"),
                                                this::copy)
                                        .onKeys("Shortcut+Shift+C"),
                                Command.of(
                                        "prompt.copy.messages",
                                        Texts.of("prompt.copy.messages"),
                                        this::copyMessages),
                                Command.of(
                                        "prompt.copy.spans",
                                        Texts.of("prompt.copy.spans"),
                                        this::copySpans),
                                Command.of(
                                                "prompt.next",
                                                Texts.of("prompt.after"),
                                                () -> model.step(1))
                                        .onKeys("Alt+Right"),
                                Command.of(
                                                "prompt.previous",
                                                Texts.of("prompt.before"),
                                                () -> model.step(-1))
                                        .onKeys("Alt+Left"),
                                Command.of(
                                        "prompt.edit",
                                        Texts.of("prompt.edit.command"),
                                        templates::focus),
                                Command.of(
                                        "prompt.design.duplicate",
                                        Texts.of("prompt.design.duplicate"),
                                        () -> workspace.currentDesign().ifPresent(designing::add)),
                                Command.of(
                                                "prompt.design.rename",
                                                Texts.of("prompt.design.rename"),
                                                designs::renameCurrent)
                                        .onKeys("F2"),
                                Command.of(
                                        "prompt.design.delete",
                                        Texts.of("prompt.design.delete"),
                                        () -> designing.delete(workspace.design().get())),
                                Command.of(
                                                "prompt.add.selected",
                                                Texts.of("prompt.add.selected"),
                                                () -> designing.add(workspace.selected().get()))
                                        .when(() -> !workspace.selected().get().isEmpty()),
                                Command.of(
                                                "prompt.diff.end",
                                                Texts.of("prompt.diff.end"),
                                                () -> model.compareWith(""))
                                        .when(() -> !model.other().get().isEmpty())));
        for (Design d : workspace.study().get().map(Study::designs).orElse(List.of())) {
            if (!d.name().equals(workspace.design().get())) {
                commands.add(
                        Command.of(
                                "prompt.diff." + d.name(),
                                Texts.of("prompt.diff.with", d.name()),
                                () -> model.compareWith(d.name())));
            }
        }
        return commands;
    }

    private void study() {
        Optional<Study> study = workspace.study().get();
        designs.show(study);
        Optional<Design> design = workspace.currentDesign();
        design.ifPresent(d -> {
            templates.show(d);
            selection.show(d);
        });
        work.setVisible(design.isPresent());
        root.getChildren().removeIf(n -> n instanceof EmptyState);
        if (study.isPresent() && design.isEmpty()) {
            root.getChildren().add(empty());
        }
        model.refresh();
    }

    private EmptyState empty() {
        EmptyState empty =
                new EmptyState(
                        Feather.CODE, Texts.of("prompt.empty"), Texts.of("prompt.empty.advice"));
        for (Design starter : designing.starters()) {
            empty.offer(
                    Texts.of("prompt.design.starter", starter.name()),
                    () -> designing.add(starter));
        }
        return empty;
    }

    private void show(Optional<PromptViewModel.Shown> now) {
        if (now.isEmpty()) {
            text.clear();
            demonstrations.clear();
            budget.clear();
            item.setText("");
            return;
        }
        PromptViewModel.Shown shown = now.get();
        boolean unreadable = shown.made().rendering().prompt().text().isEmpty() && broken(shown);
        // While a tag is being typed the prompt stays in sight instead of coming and going.
        boolean stays = unreadable && text.shows(shown);
        stale.setVisible(stays);
        stale.setManaged(stays);
        text.dim(stays);
        if (!stays) {
            paint(shown, shown.page());
        }
        problems.show(shown);
        templates.mark(shown.made().rendering().problems());
        if (!stays) {
            demonstrations.show(shown, model.room().get());
        }
        demonstrationWords.setText(
                Texts.of("prompt.demonstrations.count", shown.made().demonstrations().size()));
        int tests = shown.study().tests().size();
        item.setText(
                tests == 0
                        ? Texts.of("prompt.item.none")
                        : Texts.of("prompt.item", shown.item().id(), tests));
        asking.forgetIfOther(shown);
    }

    private static boolean broken(PromptViewModel.Shown shown) {
        return shown.made().rendering().broken();
    }

    private void room(PromptViewModel.Room room) {
        if (stale.isVisible()) {
            return;
        }
        budget.show(room, model.colouring());
        demonstrations.show(room.of(), Optional.of(room));
        if (model.colouring() == Colouring.TOKENS) {
            model.tokens().ifPresent(page -> paint(room.of(), page));
        }
    }

    private void paint(PromptViewModel.Shown shown, PromptPage page) {
        text.show(shown, page, shown.other().isPresent());
    }

    private void colour(Colouring by) {
        colours.forEach((one, chip) -> chip.setSelected(one == by));
        model.colour(by);
    }

    private void marked(Optional<String> demo) {
        text.choose(demo, true);
    }

    /// While two prompts are compared colour says what differs.
    private void compared() {
        String other = model.other().get();
        boolean diff = !other.isEmpty();
        against.setText(diff ? Texts.of("prompt.diff.against", other) : Texts.of("prompt.diff"));
        against.getStyleClass().remove("diff-on");
        if (diff) {
            against.getStyleClass().add("diff-on");
        }
        colours.values().forEach(c -> c.setDisable(diff));
    }

    private Optional<RenderedPrompt> rendered() {
        return model.shown().get().map(s -> s.made().rendering().prompt());
    }

    private void copy() {
        rendered().ifPresent(p -> put(p.text(), Texts.of("prompt.copied")));
    }

    private void copyMessages() {
        rendered()
                .ifPresent(
                        p -> put(json(PromptJson.messages(p)), Texts.of("prompt.copied.messages")));
    }

    private void copySpans() {
        rendered().ifPresent(p -> put(json(PromptJson.spans(p)), Texts.of("prompt.copied.spans")));
    }

    private void put(String words, String said) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
        workspace.tell(Notice.of(said));
    }

    private static String json(Object document) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The pane's place on the rail.
    public static Definition definition() {
        return new Definition("prompt", "pane.prompt", Feather.CODE, 50, PromptPane::new);
    }
}
