package exemplar.ui.prompt;

import exemplar.model.Design;
import exemplar.study.Study;
import exemplar.ui.control.EmptyState;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Hint;
import exemplar.ui.control.Icons;
import exemplar.ui.control.Presence;
import exemplar.ui.control.RememberedSplit;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Command;
import exemplar.ui.shell.WorkPane;
import exemplar.ui.shell.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
    private final FindBar find;
    private final BudgetBar budget = new BudgetBar();
    private final AnswerBar answer;
    private final ColourBar colours;
    private final DiffMenu against;
    private final PromptCopies copies;
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
        find = text.find();
        answer = new AnswerBar(asking::stop);
        colours = new ColourBar(model);
        against = new DiffMenu(workspace, model);
        copies = new PromptCopies(workspace, model);
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
        HBox first =
                Headers.section(
                        Texts.of("prompt.exact"),
                        "",
                        item,
                        before,
                        after,
                        Headers.spring(),
                        against.view(),
                        copies.menu());
        BorderPane box = new BorderPane(text.view());
        stale.getStyleClass().add("stale-bar");
        stale.setMaxWidth(Double.MAX_VALUE);
        Presence.set(stale, false);
        VBox top = new VBox(first, budget.view(), find.view(), stale);
        box.setTop(top);
        box.setBottom(answer.view());
        colours.within(box, top, first, against.view());
        return box;
    }

    private Button step(Feather icon, int by, String name) {
        Button button = new Button("", Icons.of(icon, 14));
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(name);
        Hint.set(button, name);
        button.setOnAction(e -> model.step(by));
        return button;
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
                        asking.answer().subscribe(answer::show),
                        workspace.models().subscribe(n -> asking.forgetFault()));
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
                                                "prompt.next",
                                                Texts.of("prompt.after"),
                                                () -> model.step(1))
                                        .onKeys("Alt+Right"),
                                Command.of(
                                                "prompt.previous",
                                                Texts.of("prompt.before"),
                                                () -> model.step(-1))
                                        .onKeys("Alt+Left"),
                                Command.of("prompt.find", Texts.of("prompt.find"), find::open)
                                        .onKeys("Shortcut+F"),
                                Command.of(
                                                "prompt.find.after",
                                                Texts.of("prompt.find.after"),
                                                () -> find.go(1))
                                        .onKeys("F3"),
                                Command.of(
                                                "prompt.find.before",
                                                Texts.of("prompt.find.before"),
                                                () -> find.go(-1))
                                        .onKeys("Shift+F3"),
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
                                        .when(() -> !workspace.selected().get().isEmpty())));
        commands.addAll(copies.commands());
        commands.addAll(against.commands());
        return commands;
    }

    private void study() {
        Optional<Study> study = workspace.study().get();
        designs.show(study);
        study.ifPresent(s -> colours.follow(s.task(), model));
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
        Presence.set(stale, stays);
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

    private void marked(Optional<String> demo) {
        text.choose(demo, true);
    }

    /// While two prompts are compared colour says what differs.
    private void compared() {
        String other = model.other().get();
        against.show(other);
        colours.enable(other.isEmpty());
    }

    /// The pane's place on the rail.
    public static Definition definition() {
        return new Definition("prompt", "pane.prompt", Feather.CODE, 50, PromptPane::new);
    }
}
