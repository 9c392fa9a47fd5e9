package exemplar.backend.llama;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The library that runs the models of this process: the one the person chose, or the bundled one
/// where that cannot be used, which is told. Safe for any number of threads.
final class ChosenLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(ChosenLibrary.class);

    private final Path cache;
    private final EngineLibraries libraries;
    private final List<Consumer<String>> listeners = new ArrayList<>();
    private Optional<String> opened = Optional.empty();
    private Optional<String> fallen = Optional.empty();

    ChosenLibrary(Path cache, EngineLibraries libraries) {
        this.cache = cache;
        this.libraries = libraries;
    }

    /// Opens it, or the bundled one.
    Native open() throws IOException, EngineFault, InterruptedException {
        String chosen = libraries.chosen();
        if (!chosen.equals(LibraryFiles.BUNDLED)) {
            try {
                Optional<String> unfit = libraries.unfit(chosen);
                if (unfit.isPresent()) {
                    found(chosen, unfit);
                } else {
                    Native library = libraries.files(chosen).open();
                    found(chosen, Optional.empty());
                    return library;
                }
            } catch (IOException | EngineFault e) {
                found(chosen, Optional.of(String.valueOf(e.getMessage())));
            }
        }
        return LibraryFiles.bundled(cache).open();
    }

    private void found(String chosen, Optional<String> reason) {
        Optional<String> why =
                reason.map(r ->
                        "The engine library %s cannot be used, so the one that comes with the program is: %s"
                                .formatted(chosen, r));
        List<Consumer<String>> told;
        boolean known;
        synchronized (this) {
            opened = Optional.of(chosen);
            known = why.equals(fallen);
            told = known ? List.of() : List.copyOf(listeners);
            fallen = why;
        }
        why.ifPresent(w -> told.forEach(t -> t.accept(w)));
        // Whoever listens says it; said twice it looks like two troubles.
        why.filter(w -> !known && told.isEmpty()).ifPresent(LOG::warn);
    }

    /// Why the bundled library is used in place of the chosen one, as found when it was last
    /// opened; empty while it was not.
    synchronized Optional<String> fallen() {
        return libraries.chosen().equals(LibraryFiles.BUNDLED) ? Optional.empty() : fallen;
    }

    /// Calls from now on whoever wants to know that the bundled one is used instead, on the thread
    /// that found it out; at once where it is so already.
    void whenFallen(Consumer<String> listener) {
        Optional<String> already;
        synchronized (this) {
            listeners.add(listener);
            already = fallen();
        }
        already.ifPresent(listener);
    }

    /// The name of the library in use.
    String name() {
        return fallen().isEmpty() ? libraries.chosen() : LibraryFiles.BUNDLED;
    }

    /// Names the library in use and its version, for a cache. Opens the chosen one first, as only
    /// then it is known which one answers.
    String identity() {
        String chosen = libraries.chosen();
        if (chosen.equals(LibraryFiles.BUNDLED)) {
            return LibraryFiles.BUNDLED;
        }
        boolean known;
        synchronized (this) {
            known = opened.filter(chosen::equals).isPresent();
        }
        if (!known) {
            try {
                open();
            } catch (IOException | EngineFault e) {
                // Then nothing answers, and loading a model says why.
                return LibraryFiles.BUNDLED;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return LibraryFiles.BUNDLED;
            }
        }
        return fallen().isEmpty() ? libraries.identity() : LibraryFiles.BUNDLED;
    }

    /// The libraries of this machine, with whether the chosen one can be used. That is tried in a
    /// process of its own. Blocking.
    List<EngineLibraries.Card> list() throws IOException, InterruptedException {
        List<EngineLibraries.Card> cards = libraries.list();
        String chosen = libraries.chosen();
        if (chosen.equals(LibraryFiles.BUNDLED)) {
            return cards;
        }
        String fault = EngineCheck.inAnotherProcess(cache, chosen, Optional.empty()).fault();
        if (fault.isEmpty()) {
            return cards;
        }
        return cards.stream()
                .map(c ->
                        new EngineLibraries.Card(
                                c.name(),
                                c.version(),
                                c.name().equals(LibraryFiles.BUNDLED),
                                c.name().equals(chosen) ? fault : ""))
                .toList();
    }
}
