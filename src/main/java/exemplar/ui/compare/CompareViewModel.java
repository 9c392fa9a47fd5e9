package exemplar.ui.compare;

import exemplar.backend.cost.Budget;
import exemplar.compare.Board;
import exemplar.compare.CellState;
import exemplar.compare.Judgement.Verdict;
import exemplar.compare.Plan;
import exemplar.compare.RowFilter;
import exemplar.compare.Variant;
import exemplar.model.Comparison;
import exemplar.model.Example;
import exemplar.study.Study;
import exemplar.study.runs.RunInfo;
import exemplar.ui.compare.RunShelf.Before;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the Compare pane shows and does. On the screen's thread, without a toolkit.
final class CompareViewModel {
    private final Workspace workspace;
    private final RunShelf shelf;
    private final RunDesk desk;
    private final Contenders contenders;
    private final AbsentModels absent;
    private final ObservableList<Example> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Board>> board =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunInfo>> run =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Adding adding;
    private final ObjectProperty<RowFilter> filter =
            new SimpleObjectProperty<>(new RowFilter.All());
    private Optional<Path> loaded = Optional.empty();
    private Before before = Before.NOTHING;
    private final Map<String, Integer> positions = new HashMap<>();

    CompareViewModel(Workspace workspace) {
        this.workspace = workspace;
        shelf = new RunShelf(workspace);
        contenders = new Contenders(workspace);
        absent = new AbsentModels(workspace, () -> contenders.now().models());
        desk = new RunDesk(workspace, this::begin, this::end);
        adding = new Adding(workspace, board.getReadOnlyProperty());
        board.subscribe(b -> {
            positions.clear();
            b.map(Board::plan).map(Plan::items).orElse(List.of()).stream()
                    .map(Example::id)
                    .forEach(id -> positions.put(id, positions.size()));
        });
        filter.subscribe(f -> refill());
    }

    /// The items that pass the filter.
    ObservableList<Example> rows() {
        return rows;
    }

    /// The matrix of the run on screen; before the first run, what would be asked.
    ReadOnlyObjectProperty<Optional<Board>> board() {
        return board.getReadOnlyProperty();
    }

    /// All runs of the study, oldest first.
    ReadOnlyObjectProperty<List<RunInfo>> runs() {
        return shelf.runs();
    }

    /// The run on screen.
    ReadOnlyObjectProperty<Optional<RunInfo>> run() {
        return run.getReadOnlyProperty();
    }

    /// Where runs are begun, agreed to and stopped.
    RunDesk desk() {
        return desk;
    }

    /// What the board on screen adds up to; a moment behind it while a run goes on.
    ReadOnlyObjectProperty<Tally> tally() {
        return adding.tally();
    }

    ObjectProperty<RowFilter> filter() {
        return filter;
    }

    /// Takes up the open study: its latest run, or the plan of its comparison.
    void refresh() {
        Optional<Path> folder = workspace.folder();
        if (!folder.equals(loaded)) {
            loaded = folder;
            shelf.clear();
            run.set(Optional.empty());
            board.set(Optional.empty());
            before = Before.NOTHING;
            desk.clear();
            filter.set(new RowFilter.All());
            folder.ifPresent(f -> shelf.take(f, Optional.empty(), this::show));
        }
        if (run.get().isEmpty() && desk.isFree()) {
            showPlan();
        }
    }

    private Optional<Study> study() {
        return workspace.study().get();
    }

    /// Which designs and models are compared.
    Comparison comparison() {
        return contenders.now();
    }

    /// Models it names that are not on this machine.
    AbsentModels absent() {
        return absent;
    }

    /// Compares other designs and models from now on; an edit of the study.
    void compare(List<String> designs, List<String> models) {
        contenders.choose(designs, models);
        planAnew();
    }

    /// Asks another model in the place of one from now on.
    void replace(String name, String other) {
        contenders.replace(name, other);
        planAnew();
    }

    /// Compares without that model from now on.
    void leaveOut(String name) {
        contenders.leaveOut(name);
        planAnew();
    }

    private void planAnew() {
        absent.look();
        showPlan();
    }

    /// Shows what a new run would ask.
    void showPlan() {
        run.set(Optional.empty());
        desk.clear();
        study().ifPresent(s -> {
            Plan plan = Plan.of(comparison(), s.tests());
            board.set(Optional.of(new Board(plan)));
            workspace
                    .folder()
                    .filter(f -> plan.size() > 0)
                    .ifPresent(f -> desk.reckon(Question.anew(s, f, plan)));
            refill();
        });
    }

    private void show(RunShelf.Taken taken) {
        Study open = study().orElseThrow();
        RunInfo info = taken.run();
        List<Variant> variants = new ArrayList<>();
        info.designs().forEach(d -> info.models().forEach(m -> variants.add(new Variant(d, m))));
        List<Example> items =
                info.items().stream().flatMap(id -> open.tests().byId(id).stream()).toList();
        Board shown = new Board(new Plan(variants, items, info.repeats()));
        shown.restore(taken.trials());
        before = taken.before();
        desk.clear();
        run.set(Optional.of(info));
        board.set(Optional.of(shown));
        refill();
    }

    /// Brings an earlier run on screen.
    void select(long id) {
        workspace.folder().ifPresent(f -> shelf.take(f, Optional.of(id), this::show));
    }

    /// Asks everything anew, as a new run; where that costs something, once a person agrees. Not
    /// while a model is named that is not there: all of its cells would fail.
    void start() {
        absent.look(found -> {
            if (found.absent().isEmpty()) {
                propose();
            } else {
                String names = String.join(", ", found.absent());
                // Gone once another model is chosen, which is a step of the study.
                workspace.tell(
                        new Notice(
                                Texts.of("compare.absent.first", names),
                                true,
                                Optional.empty(),
                                true));
            }
        });
    }

    private void propose() {
        study().ifPresent(s ->
                workspace
                        .folder()
                        .ifPresent(f ->
                                desk.propose(
                                        Question.anew(s, f, Plan.of(comparison(), s.tests())))));
    }

    /// Asks what the run on screen has not answered: what failed, was stopped or never came up.
    void resume() {
        if (resumable()) {
            desk.propose(
                    Question.missing(
                            study().orElseThrow(),
                            workspace.folder().orElseThrow(),
                            board.get().orElseThrow(),
                            run.get().orElseThrow()));
        }
    }

    private void begin(Question question) {
        if (question.resumed().isEmpty()) {
            Optional<RunInfo> shown = run.get();
            board.get()
                    .filter(b -> shown.isPresent())
                    .ifPresent(b -> before = Before.of(shown.orElseThrow().id(), b.trials()));
            run.set(Optional.empty());
        }
        board.set(Optional.of(question.board()));
        refill();
    }

    private void end(Question question) {
        if (Optional.of(question.folder()).equals(workspace.folder())) {
            shelf.refresh(question.folder(), () -> settle(question));
        }
    }

    private void settle(Question question) {
        if (board.get().filter(b -> b == question.board()).isPresent()) {
            run.set(
                    question.resumed()
                            .flatMap(r -> shelf.run(r.id()))
                            .or(() -> runs().get().reversed().stream().findFirst()));
        }
        refill();
        desk.exceeded().ifPresent(this::tellLimit);
    }

    /// A run that ended at its limit says so, and offers to go on with another one.
    private void tellLimit(Budget budget) {
        int unanswered =
                board.get()
                        .map(b -> b.plan().size() - Question.answered(b.trials()).size())
                        .orElse(0);
        workspace.tell(
                Notice.of(
                                Texts.of(
                                        "compare.limit.reached",
                                        budget.limit(),
                                        budget.spent(),
                                        unanswered))
                        .offering(Texts.of("compare.limit.goon"), this::resume));
    }

    /// Number of cells that a resumed run would ask.
    int missing() {
        return board.get().map(b -> b.plan().size() - tally().get().answered()).orElse(0);
    }

    /// Whether the run on screen has cells without an answer.
    boolean resumable() {
        return desk.isFree()
                && run.get().isPresent()
                && board.get()
                        .map(b -> Question.answered(b.trials()).size() < b.plan().size())
                        .orElse(false);
    }

    /// Puts the rows that pass the filter on screen, and adds them up.
    void refill() {
        Board shown = board.get().orElse(null);
        if (shown == null) {
            rows.clear();
            return;
        }
        RowFilter test = filter.get();
        rows.setAll(shown.plan().items().stream().filter(i -> test.test(shown, i.id())).toList());
        add();
    }

    /// Adds the board up behind the screen, where there is anything new.
    void add() {
        adding.look(filters());
    }

    /// The filters that make sense for the board on screen.
    List<RowFilter> filters() {
        return named().all();
    }

    /// What a filter is called.
    String words(RowFilter filter) {
        return named().words(filter);
    }

    private RowFilters named() {
        return new RowFilters(variants(), hasLabels(), before);
    }

    /// What a verdict is called. A text that is not gold word for word need not be wrong.
    String verdict(Verdict verdict) {
        String key = verdict.name().toLowerCase(Locale.ROOT);
        return Texts.of("compare.verdict." + (hasLabels() ? key : "text." + key));
    }

    /// Why there is no score to show yet.
    String noScores(Tally sum) {
        if (!desk.isFree()) {
            return Texts.of("compare.verdict.soon");
        }
        if (sum.answered() > 0) {
            return Texts.of("compare.verdict.nogold");
        }
        return Texts.of(
                run.get().isPresent() ? "compare.verdict.noanswer" : "compare.verdict.none");
    }

    /// Whether answers are labels.
    boolean hasLabels() {
        return study().map(s -> !s.task().labels().isEmpty()).orElse(true);
    }

    /// The columns of the board on screen.
    List<Variant> variants() {
        return board.get().map(b -> b.plan().variants()).orElse(List.of());
    }

    /// The name of a variant in the matrix: A, B, C …
    static String letter(int index) {
        return index < 26 ? String.valueOf((char) ('A' + index)) : "V" + (index + 1);
    }

    /// Where an item stands in the plan, from 0.
    int position(String item) {
        return positions.getOrDefault(item, 0);
    }

    /// What the pane says about the size of the run, such as `40 items × 3 variants · 120 calls, 69
    /// cached · about 41k tokens · free`.
    String size() {
        Optional<Plan> plan = board.get().map(Board::plan).filter(p -> p.size() > 0);
        if (plan.isEmpty()) {
            return "";
        }
        String words =
                Texts.of(
                        "compare.size",
                        plan.get().items().size(),
                        plan.get().variants().size(),
                        plan.get().size());
        return desk.outlook().get().map(o -> words + o.words()).orElse(words);
    }

    /// What a cell of the matrix holds.
    CellState state(Variant variant, String item) {
        return board.get().map(b -> b.state(variant, item)).orElseGet(CellState.Empty::new);
    }
}
