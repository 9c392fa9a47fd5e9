package exemplar.ui.settings;

import exemplar.backend.Secret;
import exemplar.backend.gateway.KeySource;
import exemplar.backend.secret.MachineStore;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Jobs;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Where a key comes from, as a person says it. A key typed goes into the machine's store at once
/// and is held nowhere here.
final class KeyEntry {

    /// The ways there are.
    enum Kind {
        VARIABLE,
        STORED,
        NONE
    }

    private final Jobs jobs;
    private final ThisMachine machine;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.NONE);
    private final StringProperty variable = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<String> entry = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyBooleanWrapper kept = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<MachineStore.State>> store =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>("");

    KeyEntry(Jobs jobs, ThisMachine machine) {
        this.jobs = jobs;
        this.machine = machine;
    }

    ObjectProperty<Kind> kind() {
        return kind;
    }

    /// Name of the environment variable.
    StringProperty variable() {
        return variable;
    }

    /// Whether that can be the name of a variable at all; it may be a key somebody pasted.
    boolean variableNamed() {
        return variable.get().strip().matches("[A-Za-z_][A-Za-z0-9_]*");
    }

    /// Whether that variable is set in this process.
    boolean variableSet() {
        return machine.environment()
                .get(variable.get().strip())
                .filter(v -> !v.isBlank())
                .isPresent();
    }

    /// Under which name the store keeps the key.
    ReadOnlyObjectProperty<String> entry() {
        return entry.getReadOnlyProperty();
    }

    /// Whether the store has a key under that name.
    ReadOnlyBooleanProperty kept() {
        return kept.getReadOnlyProperty();
    }

    /// Whether the store is at work.
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// How the store stands; empty until it was looked at.
    ReadOnlyObjectProperty<Optional<MachineStore.State>> store() {
        return store.getReadOnlyProperty();
    }

    /// What went wrong, as a sentence; empty when nothing did.
    ReadOnlyObjectProperty<String> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Begins with a source as it stands.
    ///
    /// @param usual the name a key is kept under where none is yet, such as the server's host
    void begin(KeySource source, String usual) {
        problem.set("");
        switch (source) {
            case KeySource.None n -> {
                kind.set(Kind.NONE);
                entry.set(usual);
            }
            case KeySource.Variable(String name) -> {
                kind.set(Kind.VARIABLE);
                variable.set(name);
                entry.set(usual);
            }
            case KeySource.Stored(String name) -> {
                kind.set(Kind.STORED);
                entry.set(name);
            }
        }
        look();
    }

    /// Keeps keys under another name from now on, as for another server.
    void keepUnder(String name) {
        if (!name.equals(entry.get())) {
            entry.set(name);
            look();
        }
    }

    /// Looks at the store: whether it is open, and has the key.
    void look() {
        String name = entry.get();
        jobs.background(
                () -> {
                    MachineStore.State state = machine.keys().state();
                    return new Looked(name, state, holds(name, state));
                },
                this::show,
                e -> problem.set(SettingsViewModel.said(e)));
    }

    private boolean holds(String name, MachineStore.State state) throws java.io.IOException {
        return state instanceof MachineStore.Open
                && !name.isEmpty()
                && machine.keys().find(name).isPresent();
    }

    private record Looked(String entry, MachineStore.State state, boolean there) {}

    private void show(Looked looked) {
        store.set(Optional.of(looked.state()));
        if (looked.entry().equals(entry.get())) {
            kept.set(looked.there());
        }
    }

    /// Gives a key to the store, which is opened first where it needs a passphrase.
    ///
    /// @param done called when it is kept
    void keep(Secret key, Optional<Secret> passphrase, Runnable done) {
        if (key.isEmpty()) {
            problem.set(Texts.of("settings.key.empty"));
            return;
        }
        String name = entry.get();
        store(
                passphrase,
                () -> {
                    machine.keys().put(name, key);
                    return true;
                },
                done);
    }

    /// Opens the encrypted file for this session.
    ///
    /// @param done called when it is open
    void unlock(Secret passphrase, Runnable done) {
        store(Optional.of(passphrase), () -> machine.keys().find(entry.get()).isPresent(), done);
    }

    /// Takes the key out of the store, for good.
    ///
    /// @param done called when it is gone
    void forget(Runnable done) {
        String name = entry.get();
        store(
                Optional.empty(),
                () -> {
                    machine.keys().remove(name);
                    return false;
                },
                done);
    }

    /// Nobody knows the passphrase any more: the file is put aside and a new one can be begun.
    ///
    /// @param done called when it is aside
    void startAnew(Runnable done) {
        String name = entry.get();
        store(
                Optional.empty(),
                () -> {
                    machine.keys().startAnew();
                    return holds(name, machine.keys().state());
                },
                done);
    }

    private interface Work {
        boolean run() throws java.io.IOException;
    }

    private void store(Optional<Secret> passphrase, Work work, Runnable done) {
        String name = entry.get();
        busy.set(true);
        problem.set("");
        jobs.background(
                () -> {
                    if (passphrase.isPresent()) {
                        machine.keys().unlock(passphrase.get());
                    }
                    boolean there = work.run();
                    return new Looked(name, machine.keys().state(), there);
                },
                looked -> {
                    busy.set(false);
                    show(looked);
                    done.run();
                },
                e -> {
                    busy.set(false);
                    problem.set(SettingsViewModel.said(e));
                });
    }

    /// Whether keys are in a file whose passphrase was not entered yet.
    boolean locked() {
        return store.get().filter(s -> s instanceof MachineStore.Locked l && l.begun()).isPresent();
    }

    /// The source, or why it cannot be used yet.
    Result source() {
        return switch (kind.get()) {
            case NONE -> new Source(new KeySource.None());
            case VARIABLE -> {
                // Not repeated: it may be a key somebody pasted.
                yield variableNamed()
                        ? new Source(new KeySource.Variable(variable.get().strip()))
                        : new NotYet(Texts.of("settings.key.variable.wrong"));
            }
            case STORED ->
                    kept.get()
                            ? new Source(new KeySource.Stored(entry.get()))
                            : new NotYet(Texts.of("settings.key.first"));
        };
    }

    /// A source, or what is missing.
    sealed interface Result {}

    record Source(KeySource key) implements Result {}

    /// @param sentence what to do first
    record NotYet(String sentence) implements Result {}
}
