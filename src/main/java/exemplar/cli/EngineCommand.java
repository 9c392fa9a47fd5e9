package exemplar.cli;

import exemplar.backend.catalogue.EnginePackage;
import exemplar.backend.catalogue.Store;
import exemplar.backend.llama.EngineFault;
import exemplar.backend.llama.EngineLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "engine",
        description = {
            "The library that runs models in this program: lists what there is, installs a newer",
            "llama.cpp, chooses one. On Windows the one that comes with the program cannot be used;",
            "'install' fetches one that can."
        },
        mixinStandardHelpOptions = true)
final class EngineCommand implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Option(names = "--json", description = "Print JSON lines.")
    boolean json;

    EngineCommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    /// Without a word it lists.
    @Override
    public Integer call() throws Exception {
        return list(json);
    }

    @Command(name = "list", description = "Lists the engine libraries of this machine.")
    int list(@Option(names = "--json", description = "Print JSON lines.") boolean asJson)
            throws IOException {
        for (EngineLibraries.Card card : libraries().list()) {
            if (asJson || json) {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("name", card.name());
                map.put("version", card.version());
                map.put("used", card.used());
                console.json(map);
            } else {
                console.line(
                        "%-24s %-10s %s"
                                .formatted(card.name(), card.version(), card.used() ? "used" : "")
                                .stripTrailing());
            }
        }
        return 0;
    }

    @Command(
            name = "install",
            description = {
                "Installs a llama.cpp build and uses it, if it gives a fixed prompt the scores that",
                "the bundled library gives. Without a folder it is fetched with npm for this machine."
            },
            mixinStandardHelpOptions = true)
    int install(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "FOLDER",
                            description = "A folder with libllama and libggml.")
                    Optional<Path> from,
            @Option(names = "--name", paramLabel = "NAME", description = "What to call it.")
                    Optional<String> name,
            @Option(
                            names = "--variant",
                            paramLabel = "cuda|vulkan",
                            description = "For a graphics card.")
                    Optional<String> variant)
            throws Exception {
        if (from.isPresent()) {
            String called = name.orElse(String.valueOf(from.get().toAbsolutePath().getFileName()));
            return installed(from.get(), called);
        }
        EnginePackage engine =
                EnginePackage.ofThisMachine(variant)
                        .orElseThrow(() ->
                                new Trouble(
                                        "there is no package of llama.cpp for this machine; name a"
                                                + " folder with a build of it"));
        Path folder = Files.createTempDirectory("engine");
        try {
            console.say("Fetching " + engine.name() + " with npm.");
            Path libraries = Interruption.during(() -> engine.fetch(folder));
            return installed(libraries, name.orElse(engine.library()));
        } catch (IOException e) {
            throw new Trouble(Trouble.FINDINGS, String.valueOf(e.getMessage()));
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(p);
                }
            }
        }
    }

    private int installed(Path folder, String name) throws Exception {
        try {
            libraries().install(folder, name);
        } catch (EngineFault e) {
            throw new Trouble(String.valueOf(e.getMessage()));
        }
        console.say("Installed " + name + ".");
        return chosen(name, Optional.empty());
    }

    @Command(
            name = "use",
            description = {
                "Tries an installed library, or that of a folder, beside the bundled one and uses it",
                "if their scores agree. 'use bundled' goes back."
            },
            mixinStandardHelpOptions = true)
    int use(
            @Parameters(paramLabel = "NAME|FOLDER") String what,
            @Option(
                            names = "--model",
                            paramLabel = "NAME",
                            description = "The model to try it with; the smallest otherwise.")
                    Optional<String> model)
            throws Exception {
        boolean known = libraries().list().stream().anyMatch(c -> c.name().equals(what));
        if (!known && Files.isDirectory(Path.of(what))) {
            return installed(
                    Path.of(what), String.valueOf(Path.of(what).toAbsolutePath().getFileName()));
        }
        return chosen(what, model);
    }

    private int chosen(String name, Optional<String> model) throws Exception {
        EngineLibraries libraries = libraries();
        try {
            if (!name.equals("bundled")) {
                EngineLibraries.Tried tried =
                        Interruption.during(() -> libraries.tryOut(name, model(model)));
                console.say(tried.sentence());
                if (!tried.fits()) {
                    libraries.use("bundled");
                    throw new Trouble(
                            Trouble.FINDINGS,
                            name + " is not used; the library that comes with the program is");
                }
            }
            libraries.use(name);
        } catch (EngineFault e) {
            throw new Trouble(String.valueOf(e.getMessage()));
        }
        console.say(name + " is used from the next start on.");
        return 0;
    }

    private Optional<Path> model(Optional<String> named) {
        Map<String, Path> models = Store.in(services.places()).models();
        if (named.isPresent()) {
            Path file = models.get(named.get());
            if (file == null) {
                throw new Trouble("there is no model file '%s' here".formatted(named.get()));
            }
            return Optional.of(file);
        }
        List<Path> files =
                models.values().stream()
                        .sorted(Comparator.comparingLong(EngineCommand::bytes))
                        .toList();
        return files.stream().findFirst();
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    @Command(
            name = "go-on",
            description = {
                "Lets a model be asked again at which sessions ended while the engine was at work."
            },
            mixinStandardHelpOptions = true)
    int goOn() throws IOException {
        services.engines().goOn();
        console.say("Every model may be asked again.");
        return 0;
    }

    private EngineLibraries libraries() {
        return services.engines().libraries();
    }
}
