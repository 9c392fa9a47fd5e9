package exemplar.ui.importing;

import exemplar.model.Task;
import exemplar.study.Applied;
import exemplar.study.Examples;
import exemplar.study.Study;
import exemplar.study.importing.Format;
import exemplar.study.importing.ImportFault;
import exemplar.study.importing.ImportPlan;
import exemplar.study.importing.Imported;
import exemplar.study.importing.Importing;
import exemplar.study.importing.Mapping;
import exemplar.study.importing.Options;
import exemplar.study.importing.Source;
import exemplar.study.importing.Sources;
import exemplar.study.importing.Target;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Workspace;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the import shows and does: a file is looked at, options change what is made of it, and one
/// step brings its rows into the study. On the screen's thread, without a toolkit.
public final class ImportViewModel {
    private static final int PARTS = 1_000;

    private final Workspace workspace;
    private final Deque<Source> waiting = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Nothing(Optional.empty()));
    private final ReadOnlyObjectWrapper<Imported.Destination> destination =
            new ReadOnlyObjectWrapper<>(Imported.Destination.POOL);
    private final ReadOnlyBooleanWrapper addingLabels = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper(true);
    private Options options = Options.FIND_OUT;
    private Optional<Job> looking = Optional.empty();

    /// How far it is.
    public sealed interface State {

        /// No file was chosen, or the last one cannot be imported.
        ///
        /// @param fault why not, as a sentence
        record Nothing(Optional<String> fault) implements State {}

        /// A file lies open and can be imported.
        record Planned(ImportPlan plan) implements State {}

        /// Its rows are being read.
        record Reading(ImportPlan plan, Job job) implements State {}

        /// Its rows are in the study.
        record Done(ImportPlan plan, Imported imported, String sentence) implements State {}
    }

    public ImportViewModel(Workspace workspace) {
        this.workspace = workspace;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Where the examples will go.
    public ReadOnlyObjectProperty<Imported.Destination> destination() {
        return destination.getReadOnlyProperty();
    }

    /// Whether gold outputs that are no labels yet will become labels of the task.
    public ReadOnlyBooleanProperty addingLabels() {
        return addingLabels.getReadOnlyProperty();
    }

    /// Whether what is shown is up to date.
    public ReadOnlyBooleanProperty settled() {
        return settled.getReadOnlyProperty();
    }

    /// The file being looked at.
    public Optional<ImportPlan> plan() {
        return switch (state.get()) {
            case State.Planned(ImportPlan plan) -> Optional.of(plan);
            case State.Reading reading -> Optional.of(reading.plan());
            case State.Done done -> Optional.of(done.plan());
            case State.Nothing nothing -> Optional.empty();
        };
    }

    /// Files that were chosen or dropped, or folders with some in them: the first one is looked at,
    /// the others come after it. While rows are being read nothing else begins.
    public void choose(List<Path> files) {
        if (!files.isEmpty()) {
            settled.set(false);
            workspace
                    .jobs()
                    .background(
                            () -> Sources.of(files),
                            sources -> {
                                settled.set(true);
                                offer(sources);
                            },
                            e -> {
                                settled.set(true);
                                state.set(new State.Nothing(Optional.of(said(e))));
                            });
        }
    }

    /// Text from the clipboard.
    public void paste(String text) {
        offer(List.of(new Source.OfText(Texts.of("import.clipboard"), text)));
    }

    private void offer(List<Source> sources) {
        if (state.get() instanceof State.Reading) {
            waiting.addAll(sources);
            return;
        }
        waiting.clear();
        waiting.addAll(sources);
        next();
    }

    /// How many more files wait.
    public int waiting() {
        return waiting.size();
    }

    /// Looks at the file that waits next; with none, at nothing.
    public void next() {
        Source source = waiting.poll();
        options = Options.FIND_OUT.withIdPrefix(destination.get().idPrefix());
        if (source == null) {
            state.set(new State.Nothing(Optional.empty()));
        } else {
            addingLabels.set(task().map(t -> t.labels().isEmpty()).orElse(false));
            inspect(source);
        }
    }

    private Optional<Task> task() {
        return workspace.study().get().map(Study::task);
    }

    private void inspect(Source source) {
        Optional<Task> task = task();
        if (task.isEmpty()) {
            state.set(new State.Nothing(Optional.of(Texts.of("import.nostudy"))));
            return;
        }
        looking.ifPresent(Job::cancel);
        settled.set(false);
        Options now = options;
        looking =
                Optional.of(
                        workspace
                                .jobs()
                                .compute(
                                        reporter -> Importing.inspect(source, task.get(), now),
                                        plan -> looked(now, new State.Planned(plan)),
                                        e -> looked(now, new State.Nothing(Optional.of(said(e))))));
    }

    private void looked(Options with, State found) {
        if (with.equals(options)) {
            settled.set(true);
            state.set(found);
        }
    }

    private static String said(Exception e) {
        return e instanceof ImportFault fault
                ? fault.sentence()
                : Texts.of("import.failed", String.valueOf(e.getMessage()));
    }

    // --- What the person says about the file -----------------------------------------------------

    /// Reads the file as something else; empty to find out.
    public void format(Optional<Format> format) {
        change(o -> o.withFormat(format).withMapping(Optional.empty()));
    }

    public void encoding(Optional<Charset> encoding) {
        change(o -> o.withEncoding(encoding).withMapping(Optional.empty()));
    }

    public void separator(Optional<Character> separator) {
        change(o -> o.withSeparator(separator).withMapping(Optional.empty()));
    }

    public void header(boolean header) {
        change(o -> o.withHeader(Optional.of(header)).withMapping(Optional.empty()));
    }

    public void rest(Options.Rest rest) {
        change(o -> o.withRest(rest));
    }

    /// What happens to columns that become nothing else.
    public Options.Rest rest() {
        return options.rest();
    }

    /// Makes a column become something, or nothing.
    public void map(String column, Optional<Target> target) {
        plan().ifPresent(plan -> {
            Mapping mapping = plan.mapping().with(column, target);
            change(o -> o.withMapping(Optional.of(mapping)));
        });
    }

    /// Where the examples go.
    public void destination(Imported.Destination to) {
        destination.set(to);
        change(o -> o.withIdPrefix(to.idPrefix()));
    }

    public void addLabels(boolean add) {
        addingLabels.set(add);
    }

    private void change(UnaryOperator<Options> how) {
        options = how.apply(options);
        if (state.get() instanceof State.Planned(ImportPlan plan)) {
            inspect(plan.source());
        }
    }

    /// What a column can become: the inputs of the task first, then the parts of an example.
    public List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        task().ifPresent(t -> t.inputs().forEach(i -> targets.add(new Target.Field(i))));
        targets.addAll(
                List.of(
                        Target.Part.GOLD,
                        Target.Part.RATIONALE,
                        Target.Part.LANGUAGE,
                        Target.Part.TAGS,
                        Target.Part.NOTE,
                        Target.Part.ID,
                        Target.Part.SOURCE));
        return targets;
    }

    // --- The import itself
    // -------------------------------------------------------------------------

    /// Whether the rows can be read now.
    public boolean ready() {
        return state.get() instanceof State.Planned(ImportPlan plan)
                && plan.ready()
                && settled.get()
                && workspace.readOnly().isEmpty();
    }

    /// Reads all rows and puts them into the study as one step.
    public void start() {
        if (!(state.get() instanceof State.Planned(ImportPlan plan)) || !ready()) {
            workspace.readOnly().ifPresent(why -> workspace.tell(Notice.problem(why)));
            return;
        }
        Examples existing =
                workspace.study().get().map(destination.get()::in).orElse(Examples.NONE);
        Job job =
                workspace
                        .jobs()
                        .start(
                                Texts.of("import.job", plan.source().name()),
                                reporter ->
                                        Importing.read(
                                                plan,
                                                existing,
                                                (rows, share) ->
                                                        reporter.at(
                                                                new Job.Progress(
                                                                        Math.round(share * PARTS),
                                                                        PARTS,
                                                                        Job.Unit.SHARES,
                                                                        Texts.of(
                                                                                "import.rows",
                                                                                rows)))),
                                imported -> put(plan, imported),
                                e -> state.set(new State.Nothing(Optional.of(said(e)))));
        if (job.state().get() == Job.State.RUNNING) {
            state.set(new State.Reading(plan, job));
            job.state()
                    .subscribe(s -> {
                        if (s == Job.State.CANCELLED) {
                            state.set(new State.Planned(plan));
                        }
                    });
        }
    }

    /// Stops reading; nothing has been put into the study.
    public void cancel() {
        if (state.get() instanceof State.Reading reading) {
            reading.job().cancel();
        }
    }

    private void put(ImportPlan plan, Imported imported) {
        Imported.Destination to = destination.get();
        if (imported.examples().isEmpty()) {
            state.set(new State.Done(plan, imported, imported.sentence(to)));
            return;
        }
        switch (workspace.apply(imported.into(to, addingLabels.get()))) {
            case Applied.Refused refused ->
                    state.set(new State.Nothing(Optional.of(refused.reason())));
            default -> {
                String sentence = imported.sentence(to);
                state.set(new State.Done(plan, imported, sentence));
                workspace.tellDone(sentence);
            }
        }
    }

    /// The rows that were refused, as lines for the clipboard.
    public String rejectedLines() {
        StringBuilder lines = new StringBuilder();
        if (state.get() instanceof State.Done done) {
            done.imported()
                    .rejected()
                    .forEach(r ->
                            lines.append(r.line())
                                    .append('\t')
                                    .append(r.reason())
                                    .append('\t')
                                    .append(r.text().replaceAll("[\\t\\r\\n]+", " "))
                                    .append('\n'));
        }
        return lines.toString();
    }
}
