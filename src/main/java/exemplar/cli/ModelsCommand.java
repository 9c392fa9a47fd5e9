package exemplar.cli;

import exemplar.backend.catalogue.Entry;
import exemplar.backend.gateway.KeySource;
import exemplar.backend.gateway.ModelCard;
import exemplar.backend.gateway.Preset;
import exemplar.backend.gateway.Registration;
import exemplar.backend.gateway.Registry;
import exemplar.backend.gguf.BadGguf;
import exemplar.backend.gguf.Gguf;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "models",
        description = "Models on this machine: lists them, fetches, adds and tries them.",
        footer = {
            "  exemplar models",
            "  exemplar models pull smollm2-135m",
            "  exemplar models add big --preset openai --model gpt-4o-mini"
        },
        mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Option(names = "--json", description = "Print JSON lines.")
    boolean json;

    ModelsCommand(Services services, Console console) {
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
            description = "Lists the models there are and those that can be had.",
            footer = "  exemplar models list --json",
            mixinStandardHelpOptions = true)
    int list(@Option(names = "--json", description = "Print JSON lines.") boolean asJson)
            throws IOException {
        List<ModelCard> cards = services.gateway().models();
        Optional<String> usual = services.gateway().defaultModel();
        for (ModelCard card : cards) {
            if (asJson || json) {
                console.json(json(card, usual));
            } else {
                console.line(
                        "%-20s %-14s %s"
                                .formatted(
                                        card.name(),
                                        card.backend(),
                                        card.unavailable()
                                                .orElseGet(() ->
                                                        "ready"
                                                                + (usual.equals(
                                                                                Optional.of(
                                                                                        card
                                                                                                .name()))
                                                                        ? ", default"
                                                                        : "")
                                                                + memory(card.name()))));
            }
        }
        if (!asJson && !json) {
            for (Entry entry : services.catalogue()) {
                if (cards.stream().noneMatch(c -> c.name().equals(entry.name()))) {
                    console.say(
                            "%-20s can be fetched: exemplar models pull %s (%s, %s%s)"
                                    .formatted(
                                            entry.name(),
                                            entry.name(),
                                            entry.title(),
                                            entry.bytes() > 0
                                                    ? PullCommand.megabytes(entry.bytes()) + ", "
                                                    : "",
                                            entry.licence()));
                }
            }
        }
        return 0;
    }

    /// What a model file will take, as the end of a line.
    private String memory(String name) {
        return Models.file(services.gateway(), name)
                .map(l -> ", needs about %,d MB of memory".formatted(l.needed() >> 20))
                .orElse("");
    }

    private Map<String, Object> json(ModelCard card, Optional<String> usual) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", card.name());
        map.put("backend", card.backend());
        map.put("model", card.model());
        map.put("available", card.available());
        card.unavailable().ifPresent(why -> map.put("why", why));
        map.put("context", card.abilities().context());
        map.put("default", usual.equals(Optional.of(card.name())));
        map.put("embeddings", card.abilities().embeddings());
        Models.file(services.gateway(), card.name())
                .ifPresent(l -> map.put("memory_bytes", l.needed()));
        return map;
    }

    @Command(
            name = "add",
            description = {
                "Registers a model on a server, or a GGUF file, under a name.",
                "Where requests go is shown, and a host nothing was ever sent to must be confirmed. The key itself is never written down here."
            },
            footer = {
                "  exemplar models add big --preset openai --model gpt-4o-mini",
                "  exemplar models add lab --preset ollama --model qwen3:8b --yes",
                "  exemplar models add mine --gguf model.gguf"
            },
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "NAME", description = "What to call it from now on.")
                    String name,
            @Option(
                            names = "--preset",
                            paramLabel = "P",
                            completionCandidates = ModelsCommand.Presets.class,
                            description = "Kind of server, one of ${COMPLETION-CANDIDATES}.")
                    Optional<String> preset,
            @Option(
                            names = "--base-url",
                            paramLabel = "URL",
                            description =
                                    "Where the server answers, such as http://127.0.0.1:8000/v1 (default: that of the preset).")
                    Optional<URI> url,
            @Option(
                            names = "--model",
                            paramLabel = "ID",
                            description = "The model's id on that server.")
                    Optional<String> model,
            @Option(
                            names = "--key-env",
                            paramLabel = "VARIABLE",
                            description =
                                    "Environment variable that holds the key (default: that of the preset).")
                    Optional<String> keyVariable,
            @Option(
                            names = "--gguf",
                            paramLabel = "FILE",
                            description = "A model file, instead of a server.")
                    Optional<Path> gguf,
            @Option(names = "--yes", description = "Confirm a new host without asking.")
                    boolean yes)
            throws IOException {
        boolean known;
        try {
            Registration registration;
            if (gguf.isPresent()) {
                readable(gguf.get());
                registration =
                        Registration.of(name, new Registration.File(gguf.get().toAbsolutePath()));
            } else {
                registration =
                        server(name, preset, url, model, keyVariable.map(KeySource.Variable::new));
                confirm(registration, yes);
            }
            known = services.gateway().registry().find(name).isPresent();
            services.gateway().registry().put(registration);
        } catch (IllegalArgumentException e) {
            throw new Trouble(String.valueOf(e.getMessage()));
        }
        console.say(
                "%s %s. Try it with: exemplar models test %s"
                        .formatted(known ? "Changed" : "Added", name, name));
        return 0;
    }

    /// Ends the command where that is no model file.
    static void readable(Path file) throws IOException {
        try {
            Gguf.read(file);
        } catch (BadGguf e) {
            String said = String.valueOf(e.getMessage());
            throw new Trouble(said.contains(file.toString()) ? said : file + ": " + said);
        }
    }

    /// The names of the presets, for the help.
    static final class Presets extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Presets() {
            super(Preset.all().stream().map(Preset::id).toList());
        }
    }

    /// Shows where requests will go, and asks about a host nothing was ever sent to.
    private void confirm(Registration registration, boolean yes) throws IOException {
        if (!(registration.target() instanceof Registration.Server server)) {
            return;
        }
        console.say("Requests go to " + server.baseUrl());
        Registry registry = services.gateway().registry();
        if (!registry.allows(server.baseUrl())) {
            boolean sure =
                    yes
                            || console.confirm(
                                    "Nothing was ever sent to %s. Prompts and the key will go there. Is that right?"
                                            .formatted(server.baseUrl().getHost()));
            if (!sure) {
                throw new Trouble(
                        "the host %s was not confirmed and nothing was added; say --yes to confirm it"
                                .formatted(server.baseUrl().getHost()));
            }
            registry.confirm(server.baseUrl());
        }
    }

    @Command(
            name = "remove",
            description = "Forgets a registered model; files and keys stay.",
            footer = "  exemplar models remove big",
            mixinStandardHelpOptions = true)
    int remove(
            @Parameters(paramLabel = "NAME", description = "The name it was added under.")
                    String name)
            throws IOException {
        if (!services.gateway().registry().remove(name)) {
            throw new Trouble("no model was added under the name '" + name + "'");
        }
        console.say("Removed " + name + ".");
        return 0;
    }

    @Command(
            name = "default",
            description = {
                "Chooses the model to ask where neither a study nor a command names one.",
                "Without a name it says which one that is."
            },
            footer = {"  exemplar models default smollm2-135m", "  exemplar models default --none"},
            mixinStandardHelpOptions = true)
    int usual(
            @Parameters(arity = "0..1", paramLabel = "NAME", description = "The model to ask.")
                    Optional<String> name,
            @Option(names = "--none", description = "No model is the default any more.")
                    boolean none)
            throws IOException {
        Registry registry = services.gateway().registry();
        if (none) {
            registry.setDefaultModel(Optional.empty());
            console.say("No model is the default.");
        } else if (name.isPresent()) {
            Models.require(services.gateway(), List.of(name.get()));
            registry.setDefaultModel(name);
            console.say(name.get() + " is the default.");
        } else {
            services.gateway()
                    .defaultModel()
                    .ifPresentOrElse(console::line, () -> console.say("No model is the default."));
        }
        return 0;
    }

    private static Registration server(
            String name,
            Optional<String> preset,
            Optional<URI> url,
            Optional<String> model,
            Optional<KeySource> key) {
        String kinds = Preset.all().stream().map(Preset::id).collect(Collectors.joining(", "));
        Preset chosen =
                preset.map(p ->
                                Preset.named(p)
                                        .orElseThrow(() ->
                                                new Trouble(
                                                        "there is no preset '%s'; there are: %s"
                                                                .formatted(p, kinds))))
                        .orElseThrow(() ->
                                new Trouble(
                                        "name a --preset (%s) or a --gguf file".formatted(kinds)));
        return chosen.register(
                name,
                url,
                model.orElseThrow(() -> new Trouble("name the --model's id on that server")),
                key);
    }
}
