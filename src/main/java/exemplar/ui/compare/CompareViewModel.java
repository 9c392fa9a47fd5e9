package exemplar.ui.compare;

import exemplar.compare.Board;
import exemplar.compare.Cell;
import exemplar.compare.CellState;
import exemplar.compare.Judge;
import exemplar.compare.Plan;
import exemplar.compare.RowFilter;
import exemplar.compare.Runner;
import exemplar.compare.Summary;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Comparison;
import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.study.Edit;
import exemplar.study.Study;
import exemplar.study.runs.Execution;
import exemplar.study.runs.RunInfo;
import exemplar.study.runs.RunStore;
import exemplar.study.runs.StudyPrompts;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the Compare pane shows and does. On the screen's thread, without a toolkit.
public final class CompareViewModel {
    private static final int PARALLEL = 8;

    private final Workspace workspace;
    private final ObservableList<Example> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Board>> board =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<RunInfo>> runs =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<RunInfo>> run =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Job>> job =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<RowFilter> filter =
            new SimpleObjectProperty<>(new RowFilter.All());
    private Optional<Path> loaded = Optional.empty();
    private Map<Cell, String> earlier = Map.of();

    public CompareViewModel(Workspace workspace) {
        this.workspace = workspace;
        filter.subscribe(f -> refill());
    }

    /// The items that pass the filter.
    public ObservableList<Example> rows() {
        return rows;
    }

    /// The matrix of the run on screen; before the first run, what would be asked.
    public ReadOnlyObjectProperty<Optional<Board>> board() {
        return board.getReadOnlyProperty();
    }

    /// All runs of the study, oldest first.
    public ReadOnlyObjectProperty<List<RunInfo>> runs() {
        return runs.getReadOnlyProperty();
    }

    /// The run on screen.
    public ReadOnlyObjectProperty<Optional<RunInfo>> run() {
        return run.getReadOnlyProperty();
    }

    /// The run under way.
    public ReadOnlyObjectProperty<Optional<Job>> job() {
        return job.getReadOnlyProperty();
    }

    public ObjectProperty<RowFilter> filter() {
        return filter;
    }

    /// Takes up the open study: its latest run, or the plan of its comparison.
    public void refresh() {
        Optional<Path> folder = workspace.folder();
        if (!folder.equals(loaded)) {
            loaded = folder;
            runs.set(List.of());
            run.set(Optional.empty());
            board.set(Optional.empty());
            filter.set(new RowFilter.All());
            folder.ifPresent(f -> load(f, Optional.empty()));
        }
        if (run.get().isEmpty()) {
            showPlan();
        }
    }

    private Optional<Study> study() {
        return workspace.study().get();
    }

    /// Which designs and models are compared: the study's first comparison, or its designs with the
    /// model at hand.
    public Comparison comparison() {
        Optional<Study> open = study();
        return open.flatMap(s -> s.comparisons().stream().findFirst())
                .orElseGet(() ->
                        new Comparison(
                                "compare",
                                open.map(Study::designs).orElse(List.of()).stream()
                                        .map(Design::name)
                                        .toList(),
                                List.of(workspace.model().get()),
                                1));
    }

    /// Compares other designs and models from now on; an edit of the study.
    public void compare(List<String> designs, List<String> models) {
        Comparison now = comparison();
        workspace.apply(
                Edit.of(
                        Texts.of("compare.edit.variants"),
                        s ->
                                s.withComparison(
                                        new Comparison(
                                                now.name(), designs, models, now.repeats()))));
        run.set(Optional.empty());
        showPlan();
    }

    /// Shows what a new run would ask.
    public void showPlan() {
        run.set(Optional.empty());
        study().ifPresent(s -> {
            board.set(Optional.of(new Board(Plan.of(comparison(), s.tests()))));
            refill();
        });
    }

    private void load(Path folder, Optional<Long> wanted) {
        if (!Files.exists(folder.resolve(RunStore.FILE))) {
            return;
        }
        record Loaded(
                List<RunInfo> runs,
                Optional<RunInfo> shown,
                List<Trial> trials,
                List<Trial> before) {}
        workspace
                .jobs()
                .start(
                        Texts.of("compare.job.load"),
                        r -> {
                            try (RunStore store = RunStore.open(folder)) {
                                List<RunInfo> all = store.runs();
                                Optional<RunInfo> shown =
                                        all.stream()
                                                .filter(i ->
                                                        wanted.map(w -> w == i.id())
                                                                .orElse(
                                                                        i.id()
                                                                                == all.getLast()
                                                                                        .id()))
                                                .findFirst();
                                List<Trial> trials =
                                        shown.isPresent()
                                                ? store.outlines(shown.get().id())
                                                : List.of();
                                List<Trial> before =
                                        shown.isPresent() && shown.get().id() > 1
                                                ? store.outlines(shown.get().id() - 1)
                                                : List.of();
                                return new Loaded(all, shown, trials, before);
                            }
                        },
                        l -> {
                            if (!Optional.of(folder).equals(workspace.folder())) {
                                return;
                            }
                            runs.set(l.runs());
                            remember(l.before());
                            l.shown().ifPresent(info -> show(info, l.trials()));
                        },
                        this::complain);
    }

    private void remember(List<Trial> trials) {
        Map<Cell, String> answers = new HashMap<>();
        for (Trial t : trials) {
            if (t.state() == Trial.State.DONE) {
                answers.put(t.cell(), t.judgement().predicted());
            }
        }
        earlier = answers;
    }

    private void show(RunInfo info, List<Trial> trials) {
        Study open = study().orElseThrow();
        List<Variant> variants = new ArrayList<>();
        info.designs().forEach(d -> info.models().forEach(m -> variants.add(new Variant(d, m))));
        Board shown = new Board(new Plan(variants, items(open, info), info.repeats()));
        shown.restore(trials);
        run.set(Optional.of(info));
        board.set(Optional.of(shown));
        refill();
    }

    private static List<Example> items(Study open, RunInfo info) {
        return info.items().stream().flatMap(id -> open.tests().byId(id).stream()).toList();
    }

    /// Brings an earlier run on screen.
    public void select(long id) {
        workspace.folder().ifPresent(f -> load(f, Optional.of(id)));
    }

    /// Asks everything anew, as a new run.
    public void start() {
        launch(false);
    }

    /// Asks what the run on screen has not answered.
    public void resume() {
        launch(true);
    }

    /// Whether the run on screen has cells without an answer.
    public boolean resumable() {
        return job.get().isEmpty()
                && run.get().isPresent()
                && board.get().map(b -> done(b.trials()).size() < b.plan().size()).orElse(false);
    }

    private static Set<Cell> done(List<Trial> trials) {
        Set<Cell> done = new HashSet<>();
        trials.stream().filter(t -> t.state() == Trial.State.DONE).forEach(t -> done.add(t.cell()));
        return done;
    }

    private void launch(boolean again) {
        Optional<Study> open = study();
        Optional<Path> folder = workspace.folder();
        if (open.isEmpty() || folder.isEmpty() || job.get().isPresent()) {
            return;
        }
        Study study = open.get();
        Plan plan = again ? board.get().orElseThrow().plan() : Plan.of(comparison(), study.tests());
        if (plan.size() == 0) {
            workspace.tell(Notice.problem(Texts.of("compare.nothing")));
            return;
        }
        if (!again) {
            board.get().ifPresent(b -> remember(b.trials()));
        }
        Optional<RunInfo> earlierRun = again ? run.get() : Optional.empty();
        Board filling = again ? board.get().orElseThrow() : new Board(plan);
        filling.queue(again ? done(filling.trials()) : Set.of());
        board.set(Optional.of(filling));
        refill();
        Job started =
                workspace
                        .jobs()
                        .start(
                                again
                                        ? Texts.of("compare.job.resume")
                                        : Texts.of("compare.job.run"),
                                r -> ask(study, folder.get(), plan, earlierRun, filling, r),
                                all -> ended(folder.get(), filling),
                                e -> {
                                    complain(e);
                                    ended(folder.get(), filling);
                                });
        if (started.state().get() == Job.State.RUNNING) {
            job.set(Optional.of(started));
            started.state()
                    .subscribe(state -> {
                        if (state == Job.State.CANCELLED) {
                            ended(folder.get(), filling);
                        }
                    });
        }
    }

    private Boolean ask(
            Study study,
            Path folder,
            Plan plan,
            Optional<RunInfo> again,
            Board filling,
            Job.Reporter reporter)
            throws IOException {
        try (RunStore store = RunStore.open(folder)) {
            Execution execution =
                    again.isPresent()
                            ? Execution.resume(
                                    store,
                                    again.get(),
                                    id -> study.tests().byId(id).stream().toList())
                            : Execution.begin(store, plan, workspace.clock().instant());
            Runner runner =
                    new Runner(
                            workspace.gateway()::ask,
                            StudyPrompts.of(study, folder),
                            new Judge(study.task()),
                            workspace.clock());
            int total = execution.missing();
            AtomicInteger ended = new AtomicInteger();
            reporter.at(0, total, "");
            return execution.run(
                    runner,
                    PARALLEL,
                    new Runner.Listener() {
                        @Override
                        public void started(Cell cell) {
                            filling.started(cell);
                        }

                        @Override
                        public void text(Cell cell, String piece) {
                            filling.text(cell, piece);
                        }

                        @Override
                        public void ended(Trial trial) {
                            filling.ended(trial);
                            reporter.at(ended.incrementAndGet(), total, "");
                        }
                    });
        }
    }

    private void ended(Path folder, Board filling) {
        filling.unqueue();
        job.set(Optional.empty());
        if (!Optional.of(folder).equals(workspace.folder())) {
            return;
        }
        Optional<RunInfo> shown = run.get();
        workspace
                .jobs()
                .compute(
                        r -> {
                            try (RunStore store = RunStore.open(folder)) {
                                return store.runs();
                            }
                        },
                        all -> {
                            runs.set(all);
                            run.set(
                                    shown.flatMap(s ->
                                                    all.stream()
                                                            .filter(i -> i.id() == s.id())
                                                            .findFirst())
                                            .or(() -> Optional.of(all.getLast())));
                            refill();
                        },
                        this::complain);
    }

    private void complain(Exception e) {
        workspace.tell(Notice.problem(String.valueOf(e.getMessage())));
    }

    /// Stops the run under way; what arrived is kept.
    public void stop() {
        job.get().ifPresent(Job::cancel);
    }

    /// Puts the rows that pass the filter on screen.
    public void refill() {
        Board shown = board.get().orElse(null);
        if (shown == null) {
            rows.clear();
            return;
        }
        RowFilter test = filter.get();
        rows.setAll(shown.plan().items().stream().filter(i -> test.test(shown, i.id())).toList());
    }

    /// How many items pass.
    public long count(RowFilter test) {
        return board.get()
                .map(b -> b.plan().items().stream().filter(i -> test.test(b, i.id())).count())
                .orElse(0L);
    }

    /// The filter for answers that changed since the run before.
    public RowFilter changed() {
        return new RowFilter.Changed(earlier);
    }

    /// Whether there is a run to compare with.
    public boolean hasEarlier() {
        return !earlier.isEmpty();
    }

    /// What the answers so far add up to, by variant.
    public Map<Variant, Summary> summaries() {
        Map<Variant, Summary> byVariant = new LinkedHashMap<>();
        Optional<Study> open = study();
        board.get()
                .ifPresent(b -> {
                    Map<String, String> golds = new HashMap<>();
                    b.plan().items().forEach(i -> golds.put(i.id(), i.gold()));
                    open.ifPresent(s ->
                            Summary.of(s.task(), b.trials(), golds)
                                    .forEach(x -> byVariant.put(x.variant(), x)));
                });
        return byVariant;
    }

    /// The name of a variant in the matrix: A, B, C …
    public static String letter(int index) {
        return index < 26 ? String.valueOf((char) ('A' + index)) : "V" + (index + 1);
    }

    /// What the pane says about the size of the run, such as `40 items × 3 variants · 120 calls`.
    public String size() {
        return board.get()
                .map(b ->
                        Texts.of(
                                "compare.size",
                                b.plan().items().size(),
                                b.plan().variants().size(),
                                b.plan().size()))
                .orElse("");
    }

    /// What a cell of the matrix holds.
    public CellState state(Variant variant, String item) {
        return board.get().map(b -> b.state(variant, item)).orElseGet(CellState.Empty::new);
    }
}
