package exemplar.ui.shell;

import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.ModelCard;
import exemplar.backend.llama.LlamaBackend;
import exemplar.embed.Embedders;
import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.study.Applied;
import exemplar.study.Change;
import exemplar.study.Edit;
import exemplar.study.History;
import exemplar.study.Study;
import exemplar.study.Subscription;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Jobs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What all panes share: the open study and its history, and what the person is looking at. Lives
/// on the screen's thread and knows no toolkit.
///
/// A study changes through [#apply] only; panes watch [#study] and read the rest from it.
public final class Workspace {

    /// Where the person wants to go.
    public sealed interface Place {
        /// A pane as it stands.
        record OfPane(String pane) implements Place {}

        /// A demonstration, in the Demonstrations pane.
        record Demonstration(String id) implements Place {}

        /// A test item, in the Demonstrations pane.
        record Item(String id) implements Place {}

        /// The prompt of a design for an item, in the Prompt pane.
        record Prompt(String design, String item) implements Place {}

        /// The preview of files to import; none to let the person choose.
        record Import(List<Path> files) implements Place {}

        /// The preview of pasted text to import.
        record ImportText(String text) implements Place {}
    }

    /// What is asked on a machine without a default and without a model file: it needs neither key
    /// nor file.
    private static final String NO_DEFAULT = "mock";

    private final Jobs jobs;
    private final Supplier<Gateway> gateway;
    private final Embedders embedders;
    private final Clock clock;
    private final Preferences preferences;
    private final ReadOnlyObjectWrapper<Optional<Session>> session =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Study>> study =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Change>> lastChange =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty design = new SimpleStringProperty("");
    private final StringProperty model = new SimpleStringProperty("");
    private final StringProperty item = new SimpleStringProperty("");
    private final ObjectProperty<List<String>> selected = new SimpleObjectProperty<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Place>> place =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyLongWrapper saves = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper models = new ReadOnlyLongWrapper();
    private Subscription changes = () -> {};
    private String usualModel = NO_DEFAULT;
    private Optional<ModelTokens> tokens = Optional.empty();

    /// A workspace that remembers nothing of the person.
    public Workspace(Jobs jobs, Gateway gateway, Clock clock) {
        this(jobs, () -> gateway, clock, Preferences.none());
    }

    /// A workspace that keeps no vectors.
    public Workspace(Jobs jobs, Supplier<Gateway> gateway, Clock clock, Preferences preferences) {
        this(jobs, gateway, new Embedders(gateway, Optional.empty()), clock, preferences);
    }

    /// @param gateway gives the same one each time; asked when a model is first needed
    public Workspace(
            Jobs jobs,
            Supplier<Gateway> gateway,
            Embedders embedders,
            Clock clock,
            Preferences preferences) {
        this.jobs = jobs;
        this.gateway = gateway;
        this.embedders = embedders;
        this.clock = clock;
        this.preferences = preferences;
    }

    public Jobs jobs() {
        return jobs;
    }

    /// In front of every model. The first call opens files; ask from a job.
    public Gateway gateway() {
        return gateway.get();
    }

    /// What gives vectors of texts. Choosing one may open files; ask from a job.
    public Embedders embedders() {
        return embedders;
    }

    public Clock clock() {
        return clock;
    }

    /// What is remembered of the person between starts, such as where a divider stands.
    public Preferences preferences() {
        return preferences;
    }

    /// The open study's folder and files; empty before one is open.
    public ReadOnlyObjectProperty<Optional<Session>> session() {
        return session.getReadOnlyProperty();
    }

    /// The study as it is now.
    public ReadOnlyObjectProperty<Optional<Study>> study() {
        return study.getReadOnlyProperty();
    }

    /// The latest change, with what was touched; set after [#study].
    public ReadOnlyObjectProperty<Optional<Change>> lastChange() {
        return lastChange.getReadOnlyProperty();
    }

    /// Name of the design being worked on; empty when the study has none.
    public StringProperty design() {
        return design;
    }

    /// Name of the model to ask.
    public StringProperty model() {
        return model;
    }

    /// How that model cuts texts into tokens.
    public ModelTokens tokens() {
        if (tokens.isEmpty()) {
            tokens = Optional.of(new ModelTokens(this));
        }
        return tokens.get();
    }

    /// Id of the test item being looked at.
    public StringProperty item() {
        return item;
    }

    /// Ids of the demonstrations selected in the Demonstrations pane.
    public ObjectProperty<List<String>> selected() {
        return selected;
    }

    /// The latest wish to go somewhere.
    public ReadOnlyObjectProperty<Optional<Place>> place() {
        return place.getReadOnlyProperty();
    }

    /// The latest thing to tell the person.
    public ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    /// Counts how often the files were written, or tried to be, since the start.
    public ReadOnlyLongProperty saves() {
        return saves.getReadOnlyProperty();
    }

    /// Counts how often the models of this machine became others since the start.
    public ReadOnlyLongProperty models() {
        return models.getReadOnlyProperty();
    }

    /// Says that models of this machine were added, changed or removed.
    public void modelsChanged() {
        models.set(models.get() + 1);
    }

    /// Says that the files were written, or could not be.
    void saved() {
        saves.set(saves.get() + 1);
    }

    /// Takes up an opened study in place of the one before, which is closed. When it is the same
    /// folder once more, what was looked at stays.
    public void open(Session opened) {
        Optional<Session> before = session.get();
        boolean same = before.map(s -> s.folder().equals(opened.folder())).orElse(false);
        changes.close();
        changes =
                opened.history()
                        .subscribe(change -> {
                            study.set(Optional.of(change.after()));
                            settle(change.after());
                            lastChange.set(Optional.of(change));
                        });
        lastChange.set(Optional.empty());
        if (!same) {
            selected.set(List.of());
            item.set("");
            design.set("");
            model.set("");
        }
        study.set(Optional.of(opened.history().study()));
        settle(opened.history().study());
        session.set(Optional.of(opened));
        before.ifPresent(Session::close);
    }

    /// Closes the open study, if there is one.
    public void close() {
        changes.close();
        changes = () -> {};
        Optional<Session> before = session.get();
        session.set(Optional.empty());
        study.set(Optional.empty());
        before.ifPresent(Session::close);
    }

    /// Keeps what is looked at within what exists.
    private void settle(Study now) {
        if (now.design(design.get()).isEmpty()) {
            design.set(now.designs().stream().findFirst().map(Design::name).orElse(""));
        }
        if (now.tests().indexOfId(item.get()) < 0) {
            item.set(now.tests().isEmpty() ? "" : now.tests().getFirst().id());
        }
        if (model.get().isEmpty()) {
            now.models().stream()
                    .findFirst()
                    .ifPresentOrElse(
                            model::set,
                            () -> {
                                model.set(usualModel);
                                settleModel();
                            });
        }
    }

    /// Asks which model is the default of this machine, and takes it up where the study names none
    /// and the person has chosen none either.
    public void settleModel() {
        jobs.background(
                () -> usual(gateway()),
                now -> {
                    String before = usualModel;
                    usualModel = now;
                    boolean named = study.get().map(s -> !s.models().isEmpty()).orElse(true);
                    if (!named && model.get().equals(before)) {
                        model.set(now);
                    }
                },
                e -> tell(Notice.problem(String.valueOf(e.getMessage()))));
    }

    /// The default of this machine; where there is none, a model of this machine rather than one
    /// that pretends.
    private static String usual(Gateway gateway) throws IOException {
        Optional<String> chosen = gateway.defaultModel();
        if (chosen.isPresent()) {
            return chosen.get();
        }
        return gateway.models().stream()
                .filter(c -> c.backend().equals(LlamaBackend.NAME) && c.silent().isEmpty())
                .findFirst()
                .map(ModelCard::name)
                .orElse(NO_DEFAULT);
    }

    /// The design being worked on.
    public Optional<Design> currentDesign() {
        return study.get().flatMap(s -> s.design(design.get()));
    }

    /// The test item being looked at.
    public Optional<Example> currentItem() {
        return study.get().flatMap(s -> s.tests().byId(item.get()));
    }

    /// The folder of the open study.
    public Optional<Path> folder() {
        return session.get().map(Session::folder);
    }

    /// Whether edits are refused, and why.
    public Optional<String> readOnly() {
        return session.get().flatMap(Session::readOnly);
    }

    /// Changes the study. What is refused is told to the person.
    public Applied apply(Edit edit) {
        return perform(h -> h.apply(edit));
    }

    public Applied undo() {
        return perform(History::undo);
    }

    public Applied redo() {
        return perform(History::redo);
    }

    private Applied perform(java.util.function.Function<History, Applied> step) {
        Optional<Session> open = session.get();
        if (open.isEmpty()) {
            return new Applied.Nothing();
        }
        Applied applied =
                readOnly()
                        .<Applied>map(Applied.Refused::new)
                        .orElseGet(() -> step.apply(open.get().history()));
        if (applied instanceof Applied.Refused(String reason)) {
            tell(Notice.problem(reason));
        }
        return applied;
    }

    public Optional<String> undoLabel() {
        return session.get().flatMap(s -> s.history().undoLabel());
    }

    public Optional<String> redoLabel() {
        return session.get().flatMap(s -> s.history().redoLabel());
    }

    /// Asks to go somewhere.
    public void go(Place to) {
        switch (to) {
            case Place.Demonstration(String id) -> selected.set(List.of(id));
            case Place.Item(String id) -> item.set(id);
            case Place.Prompt(String d, String i) -> {
                design.set(d);
                item.set(i);
            }
            case Place.OfPane p -> {}
            case Place.Import i -> {}
            case Place.ImportText i -> {}
        }
        place.set(Optional.of(to));
    }

    /// Tells what the last step did to the study, and offers to undo it until the next step.
    public void tellDone(String what) {
        tell(Notice.of(what).offering(Texts.of("command.undo"), this::undo).untilNextStep());
    }

    /// Tells the person something that passes.
    public void tell(Notice what) {
        notice.set(Optional.of(what));
    }

    /// Runs the callback now and whenever the study changes, until closed.
    public Subscription watch(Consumer<Optional<Study>> callback) {
        javafx.util.Subscription s = study.subscribe(callback);
        return s::unsubscribe;
    }
}
