package exemplar.ui.compare;

import exemplar.compare.Board;
import exemplar.compare.RowFilter;
import exemplar.model.Example;
import exemplar.study.Study;
import exemplar.ui.control.Chip;
import exemplar.ui.control.EmptyState;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Hint;
import exemplar.ui.control.Icons;
import exemplar.ui.control.KeyCap;
import exemplar.ui.control.MasterDetail;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Command;
import exemplar.ui.shell.WorkPane;
import exemplar.ui.shell.Workspace;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Designs × models on the test items: the matrix, its filters, the verdict and one item in detail.
public final class ComparePane implements WorkPane {
    /// Frames between two looks at a running matrix: about ten a second.
    private static final int FRAMES = 6;

    private static final double DRAWER = 440;

    private final Workspace workspace;
    private final CompareViewModel model;
    private final BorderPane root = new BorderPane();
    private final MatrixTable matrix;
    private final VerdictView verdict;
    private final ItemDetail detail;
    private final ProposalBar proposal;
    private final AbsentBar absent;
    private final MatrixCopying copying;
    private final MenuButton runs = new MenuButton();
    private final VariantMenu variants;
    private final Label size = new Label();
    private final Button resume = new Button();
    private final Button stop = new Button(Texts.of("compare.stop"));
    private final Button opening = new Button();
    private final HBox chips = new HBox();
    private final Map<RowFilter, Chip> shownChips = new LinkedHashMap<>();
    private final StackPane centre = new StackPane();
    private final MasterDetail split;
    private Subscription watching = () -> {};
    private long seen = -1;
    private int frame;

    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (++frame % FRAMES == 0) {
                        look();
                    }
                }
            };

    public ComparePane(Workspace workspace) {
        this.workspace = workspace;
        model = new CompareViewModel(workspace);
        matrix = new MatrixTable(model, workspace);
        verdict = new VerdictView(model);
        detail = new ItemDetail(model, workspace);
        proposal = new ProposalBar(model.desk());
        absent = new AbsentBar(model);
        variants = new VariantMenu(model, workspace);
        copying = new MatrixCopying(model, workspace, matrix.view());
        ScrollPane side = new ScrollPane(new VBox(verdict.view(), detail.view()));
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.getStyleClass().add("compare-side");
        split =
                new MasterDetail(
                        workspace.preferences(), "compare", 0.727, DRAWER, matrix.view(), side);
        buttons();
        root.setTop(new VBox(toolbar(), chips, absent, proposal));
        centre.getChildren().add(split);
        root.setCenter(centre);
        root.setId("compare");
        root.getStylesheets()
                .add(String.valueOf(getClass().getResource("/ui/compare/compare.css")));
        matrix.view().addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        matrix.view()
                .setOnMouseClicked(e -> {
                    if (e.getClickCount() == 2) {
                        split.open().set(true);
                    }
                });
    }

    private void buttons() {
        runs.getStyleClass().add("secondary");
        runs.setId("compare-runs");
        runs.setMinWidth(Region.USE_PREF_SIZE);
        size.getStyleClass().add("caption");
        size.setId("compare-size");
        size.setMinWidth(0);
        resume.getStyleClass().add("secondary");
        resume.setId("compare-resume");
        resume.setMinWidth(Region.USE_PREF_SIZE);
        Hint.set(resume, Texts.of("compare.resume.command"));
        resume.setOnAction(e -> model.resume());
        stop.getStyleClass().add("secondary");
        KeyCap esc = new KeyCap("Esc");
        HBox inside = new HBox(6, Icons.of(Feather.SQUARE, 12), new Label(stop.getText()), esc);
        inside.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        stop.setGraphic(inside);
        stop.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setId("compare-stop");
        stop.setOnAction(e -> model.desk().stop());
        opening.setGraphic(Icons.of(Feather.SIDEBAR, 14));
        opening.getStyleClass().add("quiet");
        opening.setId("compare-detail");
        opening.setMinWidth(Region.USE_PREF_SIZE);
        opening.setAccessibleText(Texts.of("compare.detail"));
        Hint.set(opening, Texts.of("compare.detail") + " (Enter)");
        opening.setOnAction(e -> split.open().set(!split.open().get()));
        split.narrow().subscribe(narrow -> visible(opening, narrow));
        chips.getStyleClass().add("filter-bar");
    }

    private HBox toolbar() {
        return Headers.toolbar(
                Texts.of("pane.compare"),
                runs,
                variants.view(),
                copying.view(),
                Headers.spring(),
                size,
                resume,
                stop,
                opening);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !event.isShiftDown()) {
            split.open().set(!split.open().get());
            event.consume();
        } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            copying.copySelected();
            event.consume();
        }
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void activate() {
        watching =
                Subscription.combine(
                        workspace.study().subscribe(s -> model.refresh()),
                        workspace.study().subscribe(s -> model.absent().look()),
                        workspace.models().subscribe(n -> model.absent().look()),
                        model.absent().found().subscribe(absent::show),
                        model.board().subscribe(b -> rebuild()),
                        model.runs().subscribe(r -> showRuns()),
                        model.run().subscribe(r -> showRuns()),
                        model.tally().subscribe(this::show),
                        model.desk().job().subscribe(j -> showRuns()),
                        model.desk().outlook().subscribe(o -> showState()),
                        model.desk().proposal().subscribe(proposal::show),
                        matrix.selected().subscribe(detail::show));
        timer.start();
    }

    @Override
    public void deactivate() {
        timer.stop();
        watching.unsubscribe();
        watching = () -> {};
    }

    @Override
    public Optional<Node> home() {
        return Optional.of(matrix.view());
    }

    @Override
    public Optional<Command> primary() {
        return Optional.of(
                Command.of("compare.run", Texts.of("compare.run.command"), model::start)
                        .onKeys("Shift+Shortcut+Enter")
                        .alsoOnKeys("Shortcut+Enter")
                        .when(() -> model.desk().isFree()));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of(
                                "compare.stop",
                                Texts.of("compare.stop.command"),
                                () -> model.desk().stop())
                        .onKeys("Esc")
                        .when(() -> !model.desk().isFree()),
                Command.of("compare.resume", Texts.of("compare.resume.command"), model::resume)
                        .when(model::resumable),
                Command.of("compare.fresh", Texts.of("compare.fresh.command"), model::showPlan)
                        .when(() -> model.desk().isFree()),
                Command.of(
                        "compare.copy",
                        Texts.of("compare.copy.tsv"),
                        () -> copying.copy(MatrixText.Format.TSV)));
    }

    private void rebuild() {
        matrix.columns();
        showChips();
        showState();
        seen = -1;
        look();
    }

    /// Takes over what has happened since the last look; what waits for a moment counts down.
    private void look() {
        long version = model.board().get().map(Board::version).orElse(0L);
        boolean running = !model.desk().isFree();
        if (version != seen || running && frame % (FRAMES * 10) == 0) {
            seen = version;
            matrix.refresh();
            detail.refresh();
        }
        model.add();
    }

    private void show(Tally tally) {
        matrix.show(tally);
        matrix.keepSelected();
        verdict.show(tally);
        shownChips.forEach(
                (filter, chip) -> chip.setCount(tally.counts().getOrDefault(filter, 0L)));
        showState();
    }

    private void showState() {
        boolean running = !model.desk().isFree();
        size.setText(model.size());
        Hint.set(size, size.getText());
        visible(stop, running);
        visible(resume, !running && model.missing() > 0 && model.resumable());
        resume.setText(Texts.of("compare.resume", model.missing()));
        boolean empty = model.board().get().map(b -> b.plan().size() == 0).orElse(true);
        visible(chips, !empty);
        Node wanted = empty ? nothing() : split;
        if (empty || centre.getChildren().getFirst() != split) {
            centre.getChildren().setAll(wanted);
        }
    }

    private EmptyState nothing() {
        if (workspace.study().get().map(Study::tests).map(List::isEmpty).orElse(true)) {
            return new EmptyState(
                            Feather.COLUMNS,
                            Texts.of("compare.noitems"),
                            Texts.of("compare.noitems.advice"))
                    .offer(
                            Texts.of("command.import"),
                            () -> workspace.go(new Workspace.Place.Import(List.of())));
        }
        return new EmptyState(
                        Feather.COLUMNS,
                        Texts.of("compare.novariants"),
                        Texts.of("compare.novariants.advice"))
                .offer(Texts.of("compare.variants.choose"), variants.view()::show);
    }

    private static void visible(Node node, boolean on) {
        Presence.set(node, on);
    }

    private void showRuns() {
        runs.setText(
                model.run()
                        .get()
                        .map(r -> Texts.of("compare.run.n", r.id()))
                        .orElseGet(() ->
                                Texts.of(
                                        model.desk().isFree()
                                                ? "compare.run.new"
                                                : "compare.run.now")));
        MenuItem fresh = new MenuItem(Texts.of("compare.run.new"));
        fresh.setOnAction(e -> model.showPlan());
        runs.getItems().setAll(fresh);
        model.runs().get().reversed().stream()
                .limit(20)
                .forEach(info -> {
                    MenuItem item =
                            new MenuItem(
                                    Texts.of(
                                            "compare.run.line",
                                            info.id(),
                                            Date.from(info.started()),
                                            Math.min(info.answered(), info.cells()),
                                            info.cells()));
                    item.setMnemonicParsing(false);
                    item.setOnAction(e -> model.select(info.id()));
                    runs.getItems().add(item);
                });
        showState();
    }

    private void showChips() {
        shownChips.clear();
        chips.getChildren().clear();
        ToggleGroup group = new ToggleGroup();
        for (RowFilter filter : model.filters()) {
            Chip chip = new Chip(model.words(filter));
            chip.setToggleGroup(group);
            chip.setSelected(model.filter().get().equals(filter));
            chip.setOnAction(e -> {
                chip.setSelected(true);
                model.filter().set(filter);
            });
            shownChips.put(filter, chip);
            chips.getChildren().add(chip);
        }
        if (!model.hasLabels()) {
            chips.getChildren().add(Headers.spring());
            Label caption = new Label(Texts.of("compare.cells.show"));
            caption.getStyleClass().add("caption");
            ToggleGroup views = new ToggleGroup();
            chips.getChildren().addAll(caption, view(views, false), view(views, true));
        }
    }

    private Chip view(ToggleGroup group, boolean differences) {
        Chip chip = new Chip(Texts.of(differences ? "compare.cells.diff" : "compare.cells.answer"));
        chip.setToggleGroup(group);
        chip.setSelected(matrix.showsDifferences() == differences);
        chip.setOnAction(e -> {
            chip.setSelected(true);
            matrix.showDifferences(differences);
        });
        return chip;
    }

    /// The pane's place on the rail.
    public static Definition definition() {
        return new Definition("compare", "pane.compare", Feather.COLUMNS, 60, ComparePane::new);
    }

    /// The items on screen, for tests.
    List<Example> rows() {
        return model.rows();
    }

    /// What the pane shows, for tests.
    CompareViewModel model() {
        return model;
    }
}
