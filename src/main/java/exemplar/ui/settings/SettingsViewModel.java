package exemplar.ui.settings;

import exemplar.backend.gateway.KeySource;
import exemplar.backend.gateway.Registration;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Workspace;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The models of this machine: what there is, what can be had, and what is known of the chosen one;
/// changes are written at once and can be taken back. On the screen's thread, without a toolkit;
/// files and servers are looked at in jobs.
public final class SettingsViewModel {
    private final Workspace workspace;
    private final ShelfReader reader;
    private final InTurn writes;
    private final Attempts attempts;
    private final NamedByStudy study;
    private final Deque<Step> past = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Shelf> shelf = new ReadOnlyObjectWrapper<>(Shelf.EMPTY);
    private final ReadOnlyObjectWrapper<String> selected = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<Optional<Facts>> facts =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> undoable =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper(false);

    /// A change that was written and can be taken back.
    private record Step(String what, Change.Undo undo) {}

    SettingsViewModel(Workspace workspace, ThisMachine machine) {
        this.workspace = workspace;
        reader = new ShelfReader(workspace.gateway(), machine);
        writes = new InTurn(workspace.jobs());
        study = new NamedByStudy(workspace);
        attempts = new Attempts(workspace, machine, this::changed, this::refresh);
    }

    ReadOnlyObjectProperty<Shelf> shelf() {
        return shelf.getReadOnlyProperty();
    }

    /// Name of the chosen row; empty for none.
    ReadOnlyObjectProperty<String> selected() {
        return selected.getReadOnlyProperty();
    }

    /// What was found out of the chosen model; empty until it was.
    ReadOnlyObjectProperty<Optional<Facts>> facts() {
        return facts.getReadOnlyProperty();
    }

    /// The latest test of each model in this session.
    ReadOnlyObjectProperty<Map<String, Trial>> trials() {
        return attempts.trials();
    }

    /// Whether the last test of that model in this session failed.
    boolean failed(String name) {
        return attempts.failed(name);
    }

    /// What is being fetched, by name.
    ReadOnlyObjectProperty<Map<String, Job>> fetches() {
        return attempts.fetches();
    }

    /// What the next undo takes back, in words.
    ReadOnlyObjectProperty<Optional<String>> undoable() {
        return undoable.getReadOnlyProperty();
    }

    /// Whether what is shown is up to date.
    ReadOnlyBooleanProperty settled() {
        return settled.getReadOnlyProperty();
    }

    Optional<Shelf.Row> row() {
        return shelf.get().row(selected.get());
    }

    Optional<Shelf.Held> held() {
        return shelf.get().held(selected.get());
    }

    /// Whether the open study names that model.
    boolean named(String name) {
        return study.names(name);
    }

    void select(String name) {
        if (!name.equals(selected.get())) {
            selected.set(name);
            look();
        }
    }

    // --- Looking ---------------------------------------------------------------------------------

    /// Looks at files and registry again.
    void refresh() {
        settled.set(false);
        workspace
                .jobs()
                .background(
                        reader::shelf,
                        this::show,
                        e -> show(new Shelf(List.of(), Optional.of(said(e)))));
    }

    private void show(Shelf now) {
        shelf.set(now);
        if (now.row(selected.get()).isEmpty()) {
            selected.set(first(now));
        }
        look();
    }

    /// What is asked now is looked at first.
    private String first(Shelf now) {
        return now.row(workspace.model().get())
                .or(() -> now.rows().stream().findFirst())
                .map(Shelf.Row::name)
                .orElse("");
    }

    private void look() {
        Optional<Shelf.Held> held = held();
        if (held.isEmpty()) {
            facts.set(Optional.empty());
            settled.set(true);
            return;
        }
        settled.set(false);
        Shelf.Held of = held.get();
        workspace
                .jobs()
                .background(
                        () -> reader.facts(of),
                        found -> {
                            if (found.name().equals(selected.get())) {
                                facts.set(Optional.of(found));
                                settled.set(true);
                            }
                        },
                        e -> {
                            settled.set(true);
                            workspace.tell(Notice.problem(said(e)));
                        });
    }

    // --- Changing --------------------------------------------------------------------------------

    /// What is wrong with a name for a model; empty when nothing is.
    ///
    /// @param own the name it has now, which it may keep
    Optional<String> wrongName(String name, String own) {
        if (!name.equals(own) && shelf.get().held(name).isPresent()) {
            return Optional.of(Texts.of("settings.wrong.taken", name));
        }
        try {
            Registration.of(name, new Registration.File(Path.of("x")));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(Texts.of("settings.wrong.name"));
        }
    }

    /// Changes the chosen model.
    ///
    /// @param what was changed, for the undo
    /// @throws IllegalArgumentException with a sentence when the change is not possible; nothing is
    ///   written then
    void edit(String what, UnaryOperator<Registration> how) {
        Shelf.Held held = held().orElseThrow();
        String name = held.name();
        Registration base = held.editable().orElseThrow();
        Registration after = how.apply(base);
        if (after.equals(base)) {
            return;
        }
        change(
                Texts.of("settings.undo.edit", what, name),
                Change.edit(name, base, how),
                () -> renamed(name, after.name()));
    }

    private void renamed(String before, String after) {
        if (selected.get().equals(before)) {
            selected.set(after);
        }
        if (workspace.model().get().equals(before)) {
            workspace.model().set(after);
        }
        if (!before.equals(after)) {
            study.renamed(before, after);
        }
    }

    /// Adds a model and chooses it.
    void add(Registration registration) {
        change(
                Texts.of("settings.undo.add", registration.name()),
                Change.add(registration),
                () -> selected.set(registration.name()));
    }

    /// Forgets the chosen model, with a way back. Files and keys stay.
    void remove() {
        Optional<Shelf.Held> held = held();
        if (held.isEmpty() || held.get().registration().isEmpty()) {
            return;
        }
        Registration gone = held.get().registration().get();
        String what = Texts.of("settings.undo.remove", gone.name());
        change(what, Change.remove(gone), workspace::settleModel);
        workspace.tell(
                Notice.of(
                                Texts.of(
                                        study.names(gone.name())
                                                ? "settings.removed.named"
                                                : "settings.removed",
                                        gone.name()))
                        .offering(
                                Texts.of("command.undo"),
                                () -> {
                                    undo(what);
                                    selected.set(gone.name());
                                }));
    }

    /// Makes the chosen model the one that is asked where a study names none, or none again.
    void makeDefault(boolean usual) {
        Optional<Shelf.Held> held = held();
        if (held.isEmpty()) {
            return;
        }
        String name = held.get().name();
        change(
                Texts.of("settings.undo.default"),
                Change.usual(usual ? Optional.of(name) : Optional.empty()),
                workspace::settleModel);
    }

    /// The person has seen where requests go and wants them to.
    void confirmHost() {
        held().flatMap(Shelf.Held::server)
                .ifPresent(server ->
                        write(
                                () -> {
                                    workspace.gateway().registry().confirm(server.baseUrl());
                                    return server;
                                },
                                done -> changed()));
    }

    /// Keys were entered, replaced or unlocked.
    void keysChanged(Optional<KeySource> key) {
        write(
                () -> {
                    key.ifPresent(workspace.gateway()::forget);
                    return key;
                },
                done -> changed());
    }

    /// Takes the latest change back.
    void undo() {
        Optional.ofNullable(past.peek()).map(Step::what).ifPresent(this::undo);
    }

    private void undo(String what) {
        Optional<Step> step = past.stream().filter(s -> s.what().equals(what)).findFirst();
        step.ifPresent(s -> {
            past.remove(s);
            showUndo();
            write(
                    () -> {
                        s.undo().run(workspace.gateway().registry());
                        return s;
                    },
                    done -> {
                        workspace.settleModel();
                        changed();
                    });
        });
    }

    private void change(String what, Change how, Runnable after) {
        write(
                () -> how.run(workspace.gateway().registry()),
                undo -> {
                    past.push(new Step(what, undo));
                    showUndo();
                    after.run();
                    changed();
                });
    }

    private <T> void write(Callable<T> work, Consumer<T> done) {
        writes.add(
                work,
                done,
                e -> {
                    workspace.tell(Notice.problem(said(e)));
                    refresh();
                });
    }

    private void showUndo() {
        undoable.set(Optional.ofNullable(past.peek()).map(Step::what));
    }

    private void changed() {
        workspace.modelsChanged();
        refresh();
    }

    // --- Asking and fetching ---------------------------------------------------------------------

    /// Whether the chosen model can be tested now.
    boolean testable() {
        return held().map(h -> h.card().available()).orElse(false)
                && !(trials().get().get(selected.get()) instanceof Trial.Running);
    }

    /// Asks the chosen model a few short questions; registered ones keep what was found.
    void test() {
        if (testable()) {
            attempts.test(selected.get());
        }
    }

    /// Fetches the chosen model of the catalogue. Whoever calls has shown the licence; where it has
    /// to be accepted, the person has done so.
    void fetch() {
        if (row().orElse(null) instanceof Shelf.Fetchable f) {
            attempts.fetch(f.entry(), f.ask());
        }
    }

    static String said(Exception e) {
        return Optional.ofNullable(e.getMessage())
                .filter(m -> !m.isBlank())
                .orElse(e.getClass().getSimpleName());
    }
}
