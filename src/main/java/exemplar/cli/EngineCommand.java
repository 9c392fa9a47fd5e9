package exemplar.cli;

import exemplar.backend.catalogue.EnginePackage;
import exemplar.backend.catalogue.Store;
import exemplar.backend.llama.EngineFault;
import exemplar.backend.llama.EngineInstall;
import exemplar.backend.llama.EngineLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "engine",
        description = {
            "The library that runs models in this program: lists, installs, chooses one.",
            "On Windows the one that comes with the program cannot be used; 'install' fetches one that can."
        },
        footer = {
            "  exemplar models engine list",
            "  exemplar models engine install",
            "  exemplar models engine use bundled"
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

    @Command(
            name = "list",
            description = "Lists the engine libraries of this machine.",
            footer = "  exemplar models engine list --json",
            mixinStandardHelpOptions = true)
    int list(@Option(names = "--json", description = "Print JSON lines.") boolean asJson)
            throws Exception {
        for (EngineLibraries.Card card : Interruption.during(services.engines()::list)) {
            if (asJson || json) {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("name", card.name());
                map.put("version", card.version());
                map.put("used", card.used());
                if (!card.fault().isEmpty()) {
                    map.put("fault", card.fault());
                }
                console.json(map);
            } else {
                console.line(
                        "%-24s %-10s %s"
                                .formatted(card.name(), card.version(), state(card))
                                .stripTrailing());
            }
        }
        return 0;
    }

    private static String state(EngineLibraries.Card card) {
        if (!card.fault().isEmpty()) {
            return "chosen, but it cannot be used: " + card.fault();
        }
        return card.used() ? "used" : "";
    }

    @Command(
            name = "install",
            description = {
                "Installs a llama.cpp build and uses it if its scores are right.",
                "They must be those the bundled library gives on a fixed prompt. Without a folder the build is fetched with npm for this machine."
            },
            footer = {
                "  exemplar models engine install",
                "  exemplar models engine install build/bin --name mine"
            },
            exitCodeList = "1:It could not be fetched, or it is not used.",
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
        variant.filter(v -> !EnginePackage.VARIANTS.contains(v))
                .ifPresent(v -> {
                    throw new Trouble(
                            "there is no variant '%s'; there are %s"
                                    .formatted(v, String.join(", ", EnginePackage.VARIANTS)));
                });
        EnginePackage engine =
                EnginePackage.ofThisMachine(variant)
                        .orElseThrow(() ->
                                new Trouble(
                                        "there is no package of llama.cpp for this machine; name a"
                                                + " folder with a build of it"));
        try {
            return said(
                    Interruption.during(() -> installing().fetched(engine, name, console::say)));
        } catch (EngineFault | IOException e) {
            throw new Trouble(Trouble.FINDINGS, String.valueOf(e.getMessage()));
        }
    }

    private int installed(Path folder, String name) throws Exception {
        try {
            return said(Interruption.during(() -> installing().folder(folder, name, console::say)));
        } catch (EngineFault e) {
            throw new Trouble(String.valueOf(e.getMessage()));
        }
    }

    private int said(EngineInstall.Outcome outcome) {
        if (!outcome.sentence().isEmpty()) {
            console.say(outcome.sentence());
        }
        if (!outcome.used()) {
            throw new Trouble(
                    Trouble.FINDINGS,
                    outcome.name() + " is not used; the library that comes with the program is");
        }
        console.say(outcome.name() + " is used from the next start on.");
        return 0;
    }

    @Command(
            name = "use",
            description = {
                "Chooses an installed library, or that of a folder.",
                "It is tried beside the bundled one and used if their scores agree. 'use bundled' goes back."
            },
            footer = "  exemplar models engine use bundled",
            exitCodeList = "1:It is not used.",
            mixinStandardHelpOptions = true)
    int use(
            @Parameters(
                            paramLabel = "NAME|FOLDER",
                            description = "A name of 'exemplar models engine list', or a folder.")
                    String what,
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
        Optional<Path> file = model.map(this::file);
        try {
            return said(Interruption.during(() -> installing().use(name, file, console::say)));
        } catch (EngineFault e) {
            throw new Trouble(String.valueOf(e.getMessage()));
        }
    }

    private Path file(String model) {
        return Optional.ofNullable(Store.in(services.places()).models().get(model))
                .orElseThrow(
                        () -> new Trouble("there is no model file '%s' here".formatted(model)));
    }

    private EngineInstall installing() {
        return new EngineInstall(libraries(), Store.in(services.places()));
    }

    @Command(
            name = "go-on",
            description =
                    "Lets a model be asked again at which sessions ended while the engine was at work.",
            footer = "  exemplar models engine go-on",
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
