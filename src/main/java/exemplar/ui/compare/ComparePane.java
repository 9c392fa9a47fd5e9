package exemplar.ui.compare;

import exemplar.compare.Board;
import exemplar.compare.RowFilter;
import exemplar.compare.Summary;
import exemplar.compare.Variant;
import exemplar.model.Comparison;
import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.study.Study;
import exemplar.ui.control.Chip;
import exemplar.ui.control.EmptyState;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Icons;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Command;
import exemplar.ui.shell.WorkPane;
import exemplar.ui.shell.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Designs × models on the test items: the matrix, its filters, the verdict and one item in detail.
public final class ComparePane implements WorkPane {
    /// Frames between two looks at a running matrix: about ten a second.
    private static final int FRAMES = 6;

    private static final double DRAWER = 1200;

    private final Workspace workspace;
    private final CompareViewModel model;
    private final BorderPane root = new BorderPane();
    private final MatrixTable matrix;
    private final VerdictView verdict = new VerdictView();
    private final ItemDetail detail;
    private final MenuButton runs = new MenuButton();
    private final MenuButton variants = new MenuButton(Texts.of("compare.variants"));
    private final Label size = new Label();
    private final Button resume = new Button(Texts.of("compare.resume"));
    private final Button stop = new Button(Texts.of("compare.stop"));
    private final HBox chips = new HBox();
    private final Map<RowFilter, Chip> shownChips = new LinkedHashMap<>();
    private final StackPane centre = new StackPane();
    private final SplitPane split = new SplitPane();
    private final VBox side;
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
        detail = new ItemDetail(model, workspace);
        side = new VBox(verdict.view(), detail.view());
        VBox.setVgrow(detail.view(), javafx.scene.layout.Priority.ALWAYS);
        side.getStyleClass().add("compare-side");
        runs.getStyleClass().add("secondary");
        runs.setId("compare-runs");
        variants.getStyleClass().add("secondary");
        variants.setId("compare-variants");
        variants.setGraphic(Icons.of(Feather.PLUS, 13));
        size.getStyleClass().add("caption");
        size.setId("compare-size");
        resume.getStyleClass().add("secondary");
        resume.setId("compare-resume");
        resume.setOnAction(e -> model.resume());
        stop.getStyleClass().add("secondary");
        stop.setGraphic(Icons.of(Feather.SQUARE, 12));
        stop.setId("compare-stop");
        stop.setOnAction(e -> model.stop());
        chips.getStyleClass().add("filter-bar");
        root.setTop(
                new VBox(
                        Headers.toolbar(
                                Texts.of("pane.compare"),
                                runs,
                                variants,
                                Headers.spring(),
                                size,
                                resume,
                                stop),
                        chips));
        split.getItems().addAll(matrix.view(), side);
        split.setDividerPositions(0.72);
        SplitPane.setResizableWithParent(side, false);
        centre.getChildren().add(split);
        root.setCenter(centre);
        root.setId("compare");
        root.widthProperty().subscribe(w -> arrange(w.doubleValue()));
        root.getStylesheets()
                .add(String.valueOf(getClass().getResource("/ui/compare/compare.css")));
        variants.setOnShowing(e -> variants.getItems().setAll(variantMenu()));
        variants.getItems().add(new MenuItem());
    }

    /// On narrow windows the detail lies under the matrix, as wide as the pane.
    private void arrange(double width) {
        split.setOrientation(
                width < DRAWER - 68
                        ? javafx.geometry.Orientation.VERTICAL
                        : javafx.geometry.Orientation.HORIZONTAL);
        split.setDividerPositions(width < DRAWER - 68 ? 0.62 : 1 - 420 / width);
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
                        model.board().subscribe(b -> rebuild()),
                        model.runs().subscribe(r -> showRuns()),
                        model.run().subscribe(r -> showRuns()),
                        model.job().subscribe(j -> showState()),
                        matrix.selected().subscribe(i -> detail.show(i)));
        timer.start();
    }

    @Override
    public void deactivate() {
        timer.stop();
        watching.unsubscribe();
        watching = () -> {};
    }

    @Override
    public Optional<Command> primary() {
        return Optional.of(
                Command.of("compare.run", Texts.of("compare.run.command"), model::start)
                        .onKeys("Shift+Shortcut+Enter")
                        .when(() -> model.job().get().isEmpty()));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("compare.stop", Texts.of("compare.stop.command"), model::stop)
                        .onKeys("Esc")
                        .when(() -> model.job().get().isPresent()),
                Command.of("compare.resume", Texts.of("compare.resume.command"), model::resume)
                        .when(model::resumable),
                Command.of("compare.fresh", Texts.of("compare.fresh.command"), model::showPlan)
                        .when(() -> model.job().get().isEmpty()));
    }

    private void rebuild() {
        matrix.columns();
        showChips();
        showState();
        seen = -1;
        look();
    }

    /// Takes over what has happened since the last look.
    private void look() {
        Optional<Board> board = model.board().get();
        long version = board.map(Board::version).orElse(0L);
        if (version == seen) {
            return;
        }
        seen = version;
        Map<Variant, Summary> sums = model.summaries();
        matrix.update(sums);
        verdict.show(board.map(b -> b.plan().variants()).orElse(List.of()), sums, workspace);
        detail.refresh();
        counts();
        showState();
    }

    private void showState() {
        boolean running = model.job().get().isPresent();
        size.setText(model.size());
        visible(stop, running);
        visible(resume, !running && model.resumable());
        boolean empty = model.board().get().map(b -> b.plan().size() == 0).orElse(true);
        centre.getChildren().setAll(empty ? nothing() : split);
    }

    private EmptyState nothing() {
        boolean noItems = workspace.study().get().map(Study::tests).map(List::isEmpty).orElse(true);
        return new EmptyState(
                Feather.COLUMNS,
                Texts.of(noItems ? "compare.noitems" : "compare.novariants"),
                Texts.of(noItems ? "compare.noitems.advice" : "compare.novariants.advice"));
    }

    private static void visible(javafx.scene.Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private void showRuns() {
        runs.setText(
                model.run()
                        .get()
                        .map(r -> Texts.of("compare.run.n", r.id()))
                        .orElse(Texts.of("compare.run.new")));
        List<MenuItem> items = new ArrayList<>();
        MenuItem fresh = new MenuItem(Texts.of("compare.run.new"));
        fresh.setOnAction(e -> model.showPlan());
        items.add(fresh);
        items.add(new SeparatorMenuItem());
        model.runs().get().reversed().stream()
                .limit(30)
                .forEach(info -> {
                    MenuItem item =
                            new MenuItem(
                                    Texts.of(
                                            "compare.run.line",
                                            info.id(),
                                            java.util.Date.from(info.started()),
                                            info.trials(),
                                            info.cells()));
                    item.setMnemonicParsing(false);
                    item.setOnAction(e -> model.select(info.id()));
                    items.add(item);
                });
        runs.getItems().setAll(items);
        showState();
    }

    private List<MenuItem> variantMenu() {
        Comparison now = model.comparison();
        List<MenuItem> items = new ArrayList<>();
        items.add(heading("compare.designs"));
        for (Design d : workspace.study().get().map(Study::designs).orElse(List.of())) {
            items.add(
                    check(
                            d.name(),
                            now.designs().contains(d.name()),
                            (name, on) ->
                                    model.compare(with(now.designs(), name, on), now.models())));
        }
        items.add(new SeparatorMenuItem());
        items.add(heading("compare.models"));
        try {
            workspace
                    .gateway()
                    .models()
                    .forEach(card -> {
                        CheckMenuItem item =
                                check(
                                        card.name(),
                                        now.models().contains(card.name()),
                                        (name, on) ->
                                                model.compare(
                                                        now.designs(),
                                                        with(now.models(), name, on)));
                        item.setDisable(!card.available());
                        items.add(item);
                    });
        } catch (java.io.IOException e) {
            workspace.tell(exemplar.ui.shell.Notice.problem(String.valueOf(e.getMessage())));
        }
        return items;
    }

    private static MenuItem heading(String key) {
        MenuItem item = new MenuItem(Texts.of(key));
        item.setDisable(true);
        return item;
    }

    private static CheckMenuItem check(
            String name, boolean on, BiConsumer<String, Boolean> change) {
        CheckMenuItem item = new CheckMenuItem(name);
        item.setMnemonicParsing(false);
        item.setSelected(on);
        item.setOnAction(e -> change.accept(name, item.isSelected()));
        return item;
    }

    private static List<String> with(List<String> names, String name, boolean on) {
        List<String> changed = new ArrayList<>(names);
        changed.remove(name);
        if (on) {
            changed.add(name);
        }
        return changed;
    }

    private void showChips() {
        shownChips.clear();
        chips.getChildren().clear();
        ToggleGroup group = new ToggleGroup();
        chip(group, Texts.of("compare.filter.all"), new RowFilter.All());
        List<Variant> columns = model.board().get().map(b -> b.plan().variants()).orElse(List.of());
        if (columns.size() > 1) {
            chip(group, Texts.of("compare.filter.disagree"), new RowFilter.Disagree());
        }
        for (int i = 0; i < Math.min(columns.size(), 8); i++) {
            chip(
                    group,
                    Texts.of("compare.filter.wrong", CompareViewModel.letter(i)),
                    new RowFilter.Wrong(columns.get(i)));
        }
        if (model.hasEarlier()) {
            chip(group, Texts.of("compare.filter.changed"), model.changed());
        }
        chip(group, Texts.of("compare.filter.unparsed"), new RowFilter.Unparsed());
        chip(group, Texts.of("compare.filter.failed"), new RowFilter.Failed());
        counts();
    }

    private void chip(ToggleGroup group, String words, RowFilter filter) {
        Chip chip = new Chip(words);
        chip.setToggleGroup(group);
        chip.setSelected(model.filter().get().equals(filter));
        chip.setOnAction(e -> {
            chip.setSelected(true);
            model.filter().set(filter);
        });
        shownChips.put(filter, chip);
        chips.getChildren().add(chip);
    }

    private void counts() {
        shownChips.forEach((filter, chip) -> chip.setCount(model.count(filter)));
    }

    /// The pane's place on the rail.
    public static Definition definition() {
        return new Definition("compare", "pane.compare", Feather.COLUMNS, 60, ComparePane::new);
    }

    /// The items on screen, for tests.
    List<Example> rows() {
        return model.rows();
    }
}
