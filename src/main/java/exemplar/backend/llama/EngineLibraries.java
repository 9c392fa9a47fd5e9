package exemplar.backend.llama;

import exemplar.backend.gguf.Gguf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The engine libraries of this machine: the one that comes with the program and further builds of
/// llama.cpp, each a folder of shared libraries. A further one is used only after it was tried in a
/// process of its own: its defaults lie where they should, and it gives the labels of a fixed
/// prompt the scores that the bundled library gives them.
public final class EngineLibraries {
    /// How far the mean log-probability of a label's tokens may be from the bundled library's, in
    /// nats. Kernels of different versions round packed weights differently; a library with a wrong
    /// layout or a broken kernel is off by several.
    public static final double TOLERANCE = 0.5;

    private final Path cache;
    private final Path folder;
    private final Path choice;

    public EngineLibraries(Path cache) {
        this.cache = cache;
        folder = cache.resolve("engine").resolve("libraries");
        choice = folder.resolve("used");
    }

    /// A library as a list shows it.
    ///
    /// @param version of llama.cpp as it was found when it was tried; empty for one never tried
    /// @param used whether it is the chosen one, or stands in for it
    /// @param fault why it cannot be used although it is the chosen one; empty when it can, or was
    ///   not tried
    public record Card(String name, String version, boolean used, String fault) {
        Card(String name, String version, boolean used) {
            this(name, version, used, "");
        }
    }

    /// What became of trying a library.
    ///
    /// @param fits whether it may be used
    /// @param sentence what was found, for a person
    public record Tried(boolean fits, String version, String sentence) {}

    /// All of them, the bundled one first.
    public List<Card> list() throws IOException {
        List<Card> cards = new ArrayList<>();
        String used = chosen();
        cards.add(
                new Card(
                        LibraryFiles.BUNDLED,
                        Layout.known().getFirst().version(),
                        used.equals(LibraryFiles.BUNDLED)));
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                for (Path each : inside.filter(Files::isDirectory).sorted().toList()) {
                    String name = String.valueOf(each.getFileName());
                    Path version = each.resolve("version");
                    cards.add(
                            new Card(
                                    name,
                                    Files.exists(version) ? Files.readString(version).strip() : "",
                                    used.equals(name)));
                }
            }
        }
        return cards;
    }

    /// The name of the library that is used.
    public String chosen() {
        try {
            return Files.exists(choice) ? Files.readString(choice).strip() : LibraryFiles.BUNDLED;
        } catch (IOException e) {
            return LibraryFiles.BUNDLED;
        }
    }

    /// Names the chosen library and its version, for a cache.
    String identity() {
        String name = chosen();
        try {
            Path version = folder.resolve(name).resolve("version");
            return Files.exists(version) ? name + " " + Files.readString(version).strip() : name;
        } catch (IOException e) {
            return name;
        }
    }

    /// Where the files of a library are.
    LibraryFiles files(String name) throws IOException, EngineFault {
        if (name.equals(LibraryFiles.BUNDLED)) {
            return LibraryFiles.bundled(cache);
        }
        if (!named(name) || !Files.isDirectory(folder.resolve(name))) {
            throw new EngineFault("No engine library is installed under the name " + name + ".");
        }
        return LibraryFiles.in(folder.resolve(name), name);
    }

    private static boolean named(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9._-]*") && !name.equals(LibraryFiles.BUNDLED);
    }

    /// Copies the libraries of a folder into the machine's cache under a name.
    ///
    /// @throws EngineFault with a sentence when the folder holds no llama.cpp
    public void install(Path from, String name) throws IOException, EngineFault {
        if (!named(name)) {
            throw new EngineFault(
                    "“" + name + "” is no name for an engine library: take letters and digits.");
        }
        LibraryFiles.in(from, name);
        Path fresh = Files.createDirectories(folder.resolve(name + ".new"));
        empty(fresh);
        try (Stream<Path> inside = Files.list(from)) {
            for (Path file : inside.filter(LibraryFiles::isLibrary).toList()) {
                Files.copy(
                        file,
                        fresh.resolve(String.valueOf(file.getFileName())),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path target = folder.resolve(name);
        if (Files.isDirectory(target)) {
            empty(target);
            Files.delete(target);
        }
        Files.move(fresh, target);
    }

    static void empty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path p : inside.sorted(Comparator.reverseOrder()).toList()) {
                if (!p.equals(folder)) {
                    Files.delete(p);
                }
            }
        }
    }

    /// Tries a library beside the bundled one, each in a process of its own, so that one that
    /// crashes is a sentence.
    ///
    /// @param model a model file both know; without one only the library's defaults are looked at
    public Tried tryOut(String name, Optional<Path> model)
            throws IOException, InterruptedException {
        if (model.isPresent()) {
            Gguf.read(model.get());
        }
        EngineCheck.Result fresh = EngineCheck.inAnotherProcess(cache, name, model);
        if (!fresh.fault().isEmpty()) {
            return new Tried(false, fresh.version(), fresh.fault());
        }
        keep(name, fresh);
        if (model.isEmpty()) {
            return new Tried(
                    true,
                    fresh.version(),
                    "Its defaults lie where they should. No model is on this machine to try it with.");
        }
        EngineCheck.Result known = EngineCheck.inAnotherProcess(cache, LibraryFiles.BUNDLED, model);
        if (!known.fault().isEmpty()) {
            return new Tried(
                    true,
                    fresh.version(),
                    "It scores labels. The bundled library cannot be held against it: "
                            + known.fault());
        }
        double most = 0;
        for (int i = 0; i < known.scores().size(); i++) {
            most = Math.max(most, Math.abs(known.scores().get(i) - fresh.scores().get(i)));
        }
        // Written so that a score that is no number fails.
        boolean fits = most <= TOLERANCE;
        return new Tried(
                fits,
                fresh.version(),
                "Scores of the labels of a fixed prompt differ from the bundled library's by at most %.3f nats a token; %.1f are allowed."
                        .formatted(most, TOLERANCE));
    }

    /// Why an installed library cannot be loaded; empty when it can. One whose files are not those
    /// it was tried with is tried again in a process of its own.
    Optional<String> unfit(String name) throws IOException, EngineFault, InterruptedException {
        files(name);
        if (new Proven(folder.resolve(name)).holds()) {
            return Optional.empty();
        }
        EngineCheck.Result again = EngineCheck.inAnotherProcess(cache, name, Optional.empty());
        if (!again.fault().isEmpty()) {
            return Optional.of(again.fault());
        }
        keep(name, again);
        return Optional.empty();
    }

    private void keep(String name, EngineCheck.Result tried) throws IOException {
        Path of = folder.resolve(name);
        if (Files.isDirectory(of)) {
            Files.writeString(of.resolve("version"), tried.version() + "\n");
            new Proven(of).keep();
        }
    }

    /// Uses a library from now on.
    ///
    /// @throws EngineFault when there is none of that name
    public void use(String name) throws IOException, EngineFault {
        if (!name.equals(LibraryFiles.BUNDLED)) {
            files(name);
        }
        choose(name);
    }

    /// Uses the library that comes with the program from now on.
    void useBundled() throws IOException {
        choose(LibraryFiles.BUNDLED);
    }

    private void choose(String name) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(choice, name + "\n");
    }
}
