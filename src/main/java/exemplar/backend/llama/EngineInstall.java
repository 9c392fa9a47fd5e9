package exemplar.backend.llama;

import exemplar.backend.catalogue.EnginePackage;
import exemplar.backend.catalogue.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

/// Brings engine libraries onto this machine and chooses one: a library is used only after it was
/// tried beside the bundled one, and when it does not fit the bundled one is used. Blocking; an
/// interrupt stops it.
public final class EngineInstall {
    private final EngineLibraries libraries;
    private final Store models;

    /// @param models the model files one of which a library is tried with
    public EngineInstall(EngineLibraries libraries, Store models) {
        this.libraries = libraries;
        this.models = models;
    }

    /// What became of it.
    ///
    /// @param used whether the library is used from the next start on; else the bundled one is
    /// @param sentence what was found when it was tried; empty for the bundled one
    public record Outcome(String name, boolean used, String sentence) {}

    /// Installs the libraries of a folder and uses them if they fit.
    ///
    /// @param steps told what it is at, in a sentence
    /// @throws EngineFault with a sentence when the folder holds no llama.cpp
    public Outcome folder(Path from, String name, Consumer<String> steps)
            throws IOException, EngineFault, InterruptedException {
        libraries.install(from, name);
        steps.accept("Installed " + name + ".");
        return use(name, Optional.empty(), steps);
    }

    /// Fetches a package with `npm`, installs it and uses it if it fits.
    ///
    /// @param name what to call it; empty for the package's own name
    public Outcome fetched(EnginePackage engine, Optional<String> name, Consumer<String> steps)
            throws IOException, EngineFault, InterruptedException {
        Path folder = Files.createTempDirectory("engine");
        try {
            steps.accept("Fetching " + engine.name() + " with npm.");
            return folder(engine.fetch(folder), name.orElse(engine.library()), steps);
        } finally {
            EngineLibraries.empty(folder);
            Files.delete(folder);
        }
    }

    /// Tries an installed library and uses it if it fits; the bundled one needs no trial.
    ///
    /// @param model the model file to try it with; the smallest one of this machine otherwise
    /// @throws EngineFault when no library of that name is installed
    public Outcome use(String name, Optional<Path> model, Consumer<String> steps)
            throws IOException, EngineFault, InterruptedException {
        if (name.equals(LibraryFiles.BUNDLED)) {
            libraries.use(name);
            return new Outcome(name, true, "");
        }
        libraries.files(name);
        steps.accept("Trying " + name + " beside the bundled library.");
        EngineLibraries.Tried tried = libraries.tryOut(name, model.or(this::smallest));
        libraries.use(tried.fits() ? name : LibraryFiles.BUNDLED);
        return new Outcome(name, tried.fits(), tried.sentence());
    }

    private Optional<Path> smallest() {
        return models.models().values().stream()
                .min(Comparator.comparingLong(EngineInstall::bytes));
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
