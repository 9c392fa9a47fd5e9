package exemplar.ui.export;

import exemplar.formats.Exported;
import exemplar.formats.Exporter;
import exemplar.formats.Exporters;
import exemplar.formats.Subject;
import exemplar.formats.Writing;
import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.study.Study;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import exemplar.ui.shell.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the Export pane shows: the files a format makes of the design at hand, and what came of
/// writing them. On the screen's thread, without a toolkit.
public final class ExportViewModel {
    /// A file of more characters than this is shown in part; it is written whole.
    static final int MOST_SHOWN = 200_000;

    /// What is on screen.
    public sealed interface State {
        /// There is no design to export.
        record Nothing() implements State {}

        /// @param items how many items it is about
        record Preview(Exporter exporter, Exported exported, int items) implements State {}

        /// It cannot be exported; a sentence says why.
        record Impossible(Exporter exporter, String why) implements State {}
    }

    /// What came of writing.
    public sealed interface Outcome {
        /// @param ok whether the files, read again, make the very prompts
        record Written(String sentence, List<String> details, List<Path> files, boolean ok)
                implements Outcome {}

        /// Nothing is written yet, since it would take the place of files that are there.
        record Asked(Path to, List<Path> there) implements Outcome {}
    }

    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Nothing());
    private final ReadOnlyObjectWrapper<Optional<Outcome>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper(true);
    private Exporter exporter = Exporters.all().getFirst();
    private boolean allItems;
    private Optional<Job> making = Optional.empty();
    private long wanted;

    public ExportViewModel(Workspace workspace) {
        this.workspace = workspace;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// What came of the latest writing; goes when something else is shown.
    public ReadOnlyObjectProperty<Optional<Outcome>> result() {
        return result.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty settled() {
        return settled.getReadOnlyProperty();
    }

    public Exporter exporter() {
        return exporter;
    }

    public boolean allItems() {
        return allItems;
    }

    public void choose(Exporter format) {
        exporter = format;
        refresh();
    }

    /// Whether the prompts of all test items are exported, or of the one at hand.
    public void all(boolean all) {
        allItems = all;
        refresh();
    }

    /// Makes the preview anew. An older making that ends later is dropped.
    public void refresh() {
        making.ifPresent(Job::cancel);
        result.set(Optional.empty());
        Optional<Subject> subject = subject();
        long mine = ++wanted;
        if (subject.isEmpty()) {
            state.set(new State.Nothing());
            settled.set(true);
            return;
        }
        settled.set(false);
        Exporter format = exporter;
        Subject about = subject.get();
        making =
                Optional.of(
                        workspace
                                .jobs()
                                .background(
                                        () -> format.export(about),
                                        exported ->
                                                show(
                                                        mine,
                                                        new State.Preview(
                                                                format,
                                                                exported,
                                                                about.items().size())),
                                        e ->
                                                show(
                                                        mine,
                                                        new State.Impossible(
                                                                format,
                                                                String.valueOf(e.getMessage())))));
    }

    private void show(long mine, State now) {
        if (mine == wanted) {
            state.set(now);
            settled.set(true);
        }
    }

    private Optional<Subject> subject() {
        Optional<Study> study = workspace.study().get();
        Optional<Design> design = workspace.currentDesign();
        if (study.isEmpty() || design.isEmpty()) {
            return Optional.empty();
        }
        Study open = study.get();
        List<Example> items =
                allItems ? open.tests() : workspace.currentItem().map(List::of).orElse(List.of());
        return Optional.of(new Subject(open.task(), design.get(), open.pool(), items));
    }

    /// A name for the file or folder to begin with, such as `random-8.jinja2`.
    public String suggestedName() {
        String name = workspace.design().get().strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        String base = name.isEmpty() ? "prompt" : name;
        return needsFolder()
                ? base + "-" + exporter.name()
                : base
                        + switch (exporter.name()) {
                            case "jinja2", "jinja2-context" -> ".jinja2";
                            case "messages" -> ".json";
                            default -> ".txt";
                        };
    }

    /// Whether a folder is to be chosen and not a file.
    public boolean needsFolder() {
        return state.get() instanceof State.Preview p && p.exported().files().size() > 1;
    }

    /// Writes the export, reads it again and compares it with the prompts. Asks first where it
    /// would take the place of files in a folder; a chooser for one file has asked already.
    public void write(Path to) {
        if (!(state.get() instanceof State.Preview preview) || !needsFolder()) {
            replace(to);
            return;
        }
        workspace
                .jobs()
                .background(
                        () ->
                                Writing.places(preview.exported(), to).stream()
                                        .filter(Files::exists)
                                        .toList(),
                        there -> {
                            if (there.isEmpty()) {
                                replace(to);
                            } else {
                                result.set(Optional.of(new Outcome.Asked(to, there)));
                            }
                        },
                        this::failed);
    }

    /// Writes without asking.
    public void replace(Path to) {
        Optional<Subject> subject = subject();
        if (subject.isEmpty()) {
            return;
        }
        Exporter format = exporter;
        result.set(Optional.empty());
        workspace
                .jobs()
                .start(
                        Texts.of("export.job", to.getFileName()),
                        r -> Writing.write(format, subject.get(), to),
                        written -> result.set(Optional.of(told(written))),
                        this::failed);
    }

    /// Leaves the files that are there as they are.
    public void leave() {
        result.set(Optional.empty());
    }

    private void failed(Throwable why) {
        result.set(
                Optional.of(
                        new Outcome.Written(
                                String.valueOf(why.getMessage()), List.of(), List.of(), false)));
    }

    private static Outcome told(Writing.Written written) {
        boolean same = written.differences().isEmpty();
        return new Outcome.Written(
                same
                        ? Texts.of("export.written", written.files().size())
                        : Texts.of(
                                "export.written.differs",
                                written.files().size(),
                                written.differences().size()),
                written.differences().stream().limit(20).toList(),
                written.files(),
                same);
    }
}
