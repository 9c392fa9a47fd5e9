package exemplar.ui.settings;

import exemplar.backend.Backend;
import exemplar.backend.catalogue.Pull;
import exemplar.backend.gateway.KeySource;
import exemplar.backend.gateway.Preset;
import exemplar.backend.gateway.Registration;
import exemplar.backend.gguf.Gguf;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import exemplar.ui.shell.Workspace;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A model about to be added: on a server of a known kind, or a file. Nothing is sent to a host the
/// person has not confirmed, the question for its models included.
final class AddViewModel {
    private final Workspace workspace;
    private final SettingsViewModel models;
    private final KeyEntry key;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Optional<Preset>> preset =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty baseUrl = new SimpleStringProperty("");
    private final StringProperty modelId = new SimpleStringProperty("");
    private final StringProperty file = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Listing> listing =
            new ReadOnlyObjectWrapper<>(new NotAsked());
    private final ReadOnlyBooleanWrapper toConfirm = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>("");
    private String suggested = "";

    /// The server's own list of models.
    sealed interface Listing {}

    record NotAsked() implements Listing {}

    record Asking(Job job) implements Listing {}

    record Told(List<String> models) implements Listing {}

    /// @param sentence why it did not tell, and what to do
    record Untold(String sentence) implements Listing {}

    AddViewModel(Workspace workspace, SettingsViewModel models, KeyEntry key) {
        this.workspace = workspace;
        this.models = models;
        this.key = key;
        preset.subscribe(p -> {
            baseUrl.set(p.flatMap(Preset::baseUrl).map(URI::toString).orElse(""));
            key.begin(
                    p.map(Preset::keyVariable)
                            .filter(v -> !v.isEmpty())
                            .<KeySource>map(KeySource.Variable::new)
                            .orElseGet(KeySource.None::new),
                    host());
            suggest();
        });
        baseUrl.subscribe(u -> {
            listing.set(new NotAsked());
            key.keepUnder(host());
            lookAtHost();
        });
        modelId.subscribe(m -> suggest());
        file.subscribe(f -> suggest());
        // What stood in the way is not said any longer than it does.
        preset.subscribe(p -> look());
        baseUrl.subscribe(u -> look());
        toConfirm.subscribe(c -> look());
        modelId.subscribe(m -> look());
        file.subscribe(f -> look());
        name.subscribe(n -> look());
        key.kind().subscribe(k -> look());
        key.kept().subscribe(k -> look());
    }

    /// Whether the form is shown.
    ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /// The kind of server; empty for a model file.
    ObjectProperty<Optional<Preset>> preset() {
        return preset;
    }

    StringProperty baseUrl() {
        return baseUrl;
    }

    /// The model's id on the server.
    StringProperty modelId() {
        return modelId;
    }

    /// Path of a model file.
    StringProperty file() {
        return file;
    }

    /// What it will be called here.
    StringProperty name() {
        return name;
    }

    KeyEntry key() {
        return key;
    }

    ReadOnlyObjectProperty<Listing> listing() {
        return listing.getReadOnlyProperty();
    }

    /// Whether nothing was ever sent to the host, so that the person has to confirm it first.
    ReadOnlyBooleanProperty toConfirm() {
        return toConfirm.getReadOnlyProperty();
    }

    /// Why the model could not be added, as a sentence; empty before it was tried.
    ReadOnlyObjectProperty<String> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Shows the form afresh.
    void begin() {
        clear();
        preset.set(Preset.all().stream().findFirst());
        open.set(true);
    }

    /// Shows the form with a model file, as one that was dropped.
    void begin(Path gguf) {
        clear();
        preset.set(Optional.empty());
        file.set(gguf.toString());
        open.set(true);
    }

    /// Looks again whether what was said to stand in the way still does.
    private void look() {
        if (!problem.get().isEmpty()) {
            problem.set(missing());
        }
    }

    private void clear() {
        problem.set("");
        name.set("");
        suggested = "";
        modelId.set("");
        file.set("");
        listing.set(new NotAsked());
    }

    /// Puts the form away.
    void cancel() {
        if (listing.get() instanceof Asking(Job job)) {
            job.cancel();
        }
        open.set(false);
    }

    /// Where requests would go: host and port, for a person.
    String host() {
        return uri().map(URI::getAuthority).map(a -> a.toLowerCase(Locale.ROOT)).orElse("");
    }

    private Optional<URI> uri() {
        try {
            URI uri = URI.create(baseUrl.get().strip());
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void lookAtHost() {
        Optional<URI> uri = uri();
        if (uri.isEmpty()) {
            toConfirm.set(false);
            return;
        }
        workspace
                .jobs()
                .background(
                        () -> workspace.gateway().registry().allows(uri.get()),
                        allowed -> {
                            if (uri.equals(uri())) {
                                toConfirm.set(!allowed);
                            }
                        },
                        e -> problem.set(SettingsViewModel.said(e)));
    }

    /// The person has seen the address and wants requests to go there.
    void confirmHost() {
        uri().ifPresent(uri ->
                workspace
                        .jobs()
                        .background(
                                () -> {
                                    workspace.gateway().registry().confirm(uri);
                                    return uri;
                                },
                                done -> lookAtHost(),
                                e -> problem.set(SettingsViewModel.said(e))));
    }

    /// Whether the server can be asked for its models now.
    boolean canList() {
        return preset.get().isPresent()
                && uri().isPresent()
                && !toConfirm.get()
                && !(listing.get() instanceof Asking)
                && key.source() instanceof KeyEntry.Source;
    }

    /// Asks the server for its models.
    void list() {
        if (!canList() || !(key.source() instanceof KeyEntry.Source(KeySource source))) {
            return;
        }
        Registration.Server server;
        try {
            server = server("any", source);
        } catch (IllegalArgumentException e) {
            listing.set(new Untold(SettingsViewModel.said(e)));
            return;
        }
        Job job =
                workspace
                        .jobs()
                        .start(
                                Texts.of("settings.job.list", host()),
                                reporter -> workspace.gateway().list(server),
                                found ->
                                        listing.set(
                                                switch (found) {
                                                    case Backend.Listed(List<String> ids) ->
                                                            new Told(ids);
                                                    case Backend.NotListed(var fault) ->
                                                            new Untold(fault.message());
                                                }),
                                e -> listing.set(new Untold(SettingsViewModel.said(e))));
        if (job.state().get() == Job.State.RUNNING) {
            listing.set(new Asking(job));
            job.state()
                    .subscribe(s -> {
                        if (s == Job.State.CANCELLED) {
                            listing.set(new NotAsked());
                        }
                    });
        }
    }

    /// Throws with a sentence when the address is none.
    private Registration.Server server(String model, KeySource source) {
        Registration made =
                preset.get()
                        .orElseThrow()
                        .register("x", Optional.of(address()), model, Optional.of(source));
        return (Registration.Server) made.target();
    }

    private URI address() {
        if (baseUrl.get().isBlank()) {
            throw new IllegalArgumentException(Texts.of("settings.wrong.nourl"));
        }
        return uri().orElseThrow(
                        () -> new IllegalArgumentException(Texts.of("settings.wrong.url")));
    }

    /// A name follows what is chosen until the person types one.
    private void suggest() {
        if (!name.get().isEmpty() && !name.get().equals(suggested)) {
            return;
        }
        String from =
                preset.get().isEmpty()
                        ? file.get().isBlank() ? "" : Pull.nameOf(Path.of(file.get().strip()))
                        : modelId.get().strip();
        String fit =
                from.replaceAll(".*/", "")
                        .replaceAll("[^\\p{L}\\p{N}._:@-]+", "-")
                        .replaceAll("^[^\\p{L}\\p{N}]+", "");
        suggested =
                fit.isEmpty()
                        ? ""
                        : models.shelf().get().free(fit.substring(0, Math.min(70, fit.length())));
        name.set(suggested);
    }

    /// What stands in the way of adding it, as a sentence; empty when nothing does.
    String missing() {
        if (preset.get().isEmpty()) {
            if (file.get().isBlank()) {
                return Texts.of("settings.wrong.nofile");
            }
        } else {
            try {
                address();
            } catch (IllegalArgumentException e) {
                return SettingsViewModel.said(e);
            }
            if (toConfirm.get()) {
                return Texts.of("settings.wrong.confirm");
            }
            if (key.source() instanceof KeyEntry.NotYet(String sentence)) {
                return sentence;
            }
            if (modelId.get().isBlank()) {
                return Texts.of("settings.wrong.nomodel");
            }
        }
        return name.get().isBlank()
                ? Texts.of("settings.wrong.noname")
                : models.wrongName(name.get().strip(), "").orElse("");
    }

    /// Adds the model, where nothing is missing, and puts the form away.
    void add() {
        String missing = missing();
        problem.set(missing);
        if (!missing.isEmpty()) {
            return;
        }
        String called = name.get().strip();
        if (preset.get().isEmpty()) {
            Path path = Path.of(file.get().strip()).toAbsolutePath();
            workspace
                    .jobs()
                    .background(
                            () -> {
                                Gguf.read(path);
                                return Registration.of(called, new Registration.File(path));
                            },
                            this::take,
                            e -> problem.set(SettingsViewModel.said(e)));
            return;
        }
        if (key.source() instanceof KeyEntry.Source(KeySource source)) {
            try {
                take(Registration.of(called, server(modelId.get().strip(), source)));
            } catch (IllegalArgumentException e) {
                problem.set(SettingsViewModel.said(e));
            }
        }
    }

    private void take(Registration registration) {
        models.add(registration);
        open.set(false);
    }
}
