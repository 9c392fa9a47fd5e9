package exemplar.ui.settings;

import exemplar.backend.cache.AnswerCache;
import exemplar.backend.cache.Contents;
import exemplar.backend.catalogue.EnginePackage;
import exemplar.backend.cost.PriceTable;
import exemplar.backend.gateway.Machine;
import exemplar.backend.llama.EngineInstall;
import exemplar.backend.llama.EngineLibraries;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What this machine keeps beside its models: cached answers, prices, engine libraries. On the
/// screen's thread, without a toolkit.
final class MachineViewModel {
    private final Workspace workspace;
    private final ThisMachine machine;
    private final ReadOnlyObjectWrapper<Optional<Cache>> cache =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Prices>> prices =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<EngineLibraries.Card>> engines =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Job>> installing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Pruning>> pruning =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> said = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper(true);

    /// The cache of answers.
    ///
    /// @param bytes of the file
    /// @param fault why it could not be looked at; empty when it could
    record Cache(Path file, long bytes, Contents contents, String fault) {}

    /// The price table.
    ///
    /// @param table empty when it cannot be read
    /// @param own where the person's own table is, or would be
    /// @param edited whether it is used
    /// @param fault why it cannot be read; empty when it can
    record Prices(Optional<PriceTable> table, Path own, boolean edited, String fault) {}

    /// Answers about to be forgotten.
    ///
    /// @param model only of that model; empty for all
    /// @param days only those older than so many days; 0 for all
    /// @param answers how many
    record Pruning(Optional<String> model, int days, long answers) {}

    MachineViewModel(Workspace workspace, ThisMachine machine) {
        this.workspace = workspace;
        this.machine = machine;
    }

    ReadOnlyObjectProperty<Optional<Cache>> cache() {
        return cache.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Prices>> prices() {
        return prices.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<EngineLibraries.Card>> engines() {
        return engines.getReadOnlyProperty();
    }

    /// A library being installed or tried.
    ReadOnlyObjectProperty<Optional<Job>> installing() {
        return installing.getReadOnlyProperty();
    }

    /// What became of the latest library that was tried, as a sentence.
    ReadOnlyObjectProperty<String> said() {
        return said.getReadOnlyProperty();
    }

    /// What waits for the person to be sure.
    ReadOnlyObjectProperty<Optional<Pruning>> pruning() {
        return pruning.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty settled() {
        return settled.getReadOnlyProperty();
    }

    private record Everything(Cache cache, Prices prices, List<EngineLibraries.Card> engines) {}

    /// Looks at everything again.
    void refresh() {
        settled.set(false);
        workspace
                .jobs()
                .background(
                        () -> new Everything(readCache(), readPrices(), machine.engines().list()),
                        all -> {
                            cache.set(Optional.of(all.cache()));
                            prices.set(Optional.of(all.prices()));
                            engines.set(all.engines());
                            settled.set(true);
                        },
                        e -> {
                            settled.set(true);
                            problem(e);
                        });
    }

    /// What the table takes, with what SQLite has written beside it and not yet taken into it.
    private static long onDisk(Path table) throws IOException {
        long bytes = 0;
        for (String end : List.of("", "-wal")) {
            Path file = table.resolveSibling(table.getFileName() + end);
            bytes += Files.exists(file) ? Files.size(file) : 0;
        }
        return bytes;
    }

    private Cache readCache() {
        Path file = Machine.cacheFile(machine.places());
        try {
            Optional<AnswerCache> answers = workspace.gateway().cache();
            Contents contents =
                    answers.isPresent() ? answers.get().contents() : new Contents(0, 0, List.of());
            return new Cache(
                    file, onDisk(file), contents, workspace.gateway().cacheTrouble().orElse(""));
        } catch (IOException e) {
            return new Cache(file, 0, new Contents(0, 0, List.of()), SettingsViewModel.said(e));
        }
    }

    private Prices readPrices() {
        Path settings = machine.places().config();
        Path own = PriceTable.own(settings);
        try {
            return new Prices(Optional.of(PriceTable.in(settings)), own, Files.exists(own), "");
        } catch (IOException e) {
            return new Prices(Optional.empty(), own, true, SettingsViewModel.said(e));
        }
    }

    // --- Cache -----------------------------------------------------------------------------------

    /// Counts what would be forgotten, and waits for the person to be sure.
    ///
    /// @param days only answers older than so many days; 0 for all
    void prepare(Optional<String> model, int days) {
        onCache(
                answers -> new Pruning(model, days, answers.count(model, Duration.ofDays(days))),
                p -> {
                    if (p.answers() == 0) {
                        pruning.set(Optional.empty());
                        workspace.tell(Notice.of(Texts.of("settings.cache.nothing")));
                    } else {
                        pruning.set(Optional.of(p));
                    }
                });
    }

    /// The person is sure.
    void prune() {
        pruning.get()
                .ifPresent(p ->
                        onCache(
                                answers -> answers.prune(p.model(), Duration.ofDays(p.days())),
                                gone -> {
                                    pruning.set(Optional.empty());
                                    workspace.tell(
                                            Notice.of(Texts.of("settings.cache.gone", gone)));
                                    refresh();
                                }));
    }

    /// The person is not.
    void keepAnswers() {
        pruning.set(Optional.empty());
    }

    private interface OnCache<T> {
        T run(AnswerCache answers) throws IOException;
    }

    private <T> void onCache(OnCache<T> work, Consumer<T> done) {
        workspace
                .jobs()
                .background(
                        () ->
                                work.run(
                                        workspace
                                                .gateway()
                                                .cache()
                                                .orElseThrow(() ->
                                                        new IOException(
                                                                Texts.of("settings.cache.none")))),
                        done,
                        this::problem);
    }

    // --- Prices ----------------------------------------------------------------------------------

    /// Copies the table into the settings folder, where it can be edited.
    void makePricesEditable() {
        workspace
                .jobs()
                .background(
                        () -> PriceTable.makeEditable(machine.places().config()),
                        file -> {
                            workspace.tell(
                                    Notice.of(Texts.of("settings.prices.made", file.toString())));
                            refresh();
                        },
                        this::problem);
    }

    // --- Engine libraries ------------------------------------------------------------------------

    /// Installs the libraries of a folder, and uses them if they fit.
    void install(Path folder) {
        String name = String.valueOf(folder.toAbsolutePath().getFileName());
        engine(
                Texts.of("settings.job.install", name),
                (install, steps) -> install.folder(folder, name, steps));
    }

    /// Fetches the package for this machine, and uses it if it fits.
    ///
    /// @param variant `cuda` or `vulkan`; empty for the processor
    void fetchEngine(Optional<String> variant) {
        Optional<EnginePackage> engine = EnginePackage.ofThisMachine(variant);
        if (engine.isEmpty()) {
            said.set(Texts.of("settings.engine.nopackage"));
            return;
        }
        engine(
                Texts.of("settings.job.install", engine.get().library()),
                (install, steps) -> install.fetched(engine.get(), Optional.empty(), steps));
    }

    /// Tries an installed library and uses it if it fits; `bundled` goes back.
    void use(String name) {
        engine(
                Texts.of("settings.job.try", name),
                (install, steps) -> install.use(name, Optional.empty(), steps));
    }

    private interface OnEngine {
        EngineInstall.Outcome run(EngineInstall install, Consumer<String> steps) throws Exception;
    }

    private void engine(String title, OnEngine work) {
        if (installing.get().isPresent()) {
            return;
        }
        said.set("");
        Job job =
                workspace
                        .jobs()
                        .start(
                                title,
                                reporter ->
                                        work.run(
                                                new EngineInstall(
                                                        machine.engines().libraries(),
                                                        machine.store()),
                                                step -> reporter.at(0, 0, step)),
                                outcome -> {
                                    installing.set(Optional.empty());
                                    said.set(sentence(outcome));
                                    refresh();
                                },
                                e -> {
                                    installing.set(Optional.empty());
                                    said.set(SettingsViewModel.said(e));
                                    refresh();
                                });
        if (job.state().get() == Job.State.RUNNING) {
            installing.set(Optional.of(job));
            job.state()
                    .subscribe(s -> {
                        if (s == Job.State.CANCELLED) {
                            installing.set(Optional.empty());
                            refresh();
                        }
                    });
        }
    }

    private static String sentence(EngineInstall.Outcome outcome) {
        String then =
                Texts.of(
                        outcome.used() ? "settings.engine.used" : "settings.engine.notused",
                        outcome.name());
        return outcome.sentence().isEmpty() ? then : outcome.sentence() + " " + then;
    }

    private void problem(Exception e) {
        workspace.tell(Notice.problem(SettingsViewModel.said(e)));
    }
}
