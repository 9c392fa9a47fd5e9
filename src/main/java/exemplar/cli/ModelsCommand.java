package exemplar.cli;

import exemplar.backend.Abilities;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.catalogue.Entry;
import exemplar.backend.catalogue.Licences;
import exemplar.backend.catalogue.Pull;
import exemplar.backend.catalogue.PythonPackages;
import exemplar.backend.catalogue.Store;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.KeySource;
import exemplar.backend.gateway.ModelCard;
import exemplar.backend.gateway.Preset;
import exemplar.backend.gateway.Probe;
import exemplar.backend.gateway.Registration;
import exemplar.backend.gateway.Registry;
import exemplar.backend.gateway.Terms;
import exemplar.backend.llama.LlamaBackend;
import exemplar.backend.llama.Look;
import exemplar.model.Message;
import exemplar.model.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
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

    @Command(name = "list", description = "Lists the models there are and those that can be had.")
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
                                                    ? megabytes(entry.bytes()) + ", "
                                                    : "",
                                            entry.licence()));
                }
            }
        }
        return 0;
    }

    /// What a model file will take, as the end of a line.
    private String memory(String name) {
        return look(name)
                .map(l -> ", needs about %,d MB of memory".formatted(l.needed() >> 20))
                .orElse("");
    }

    /// What is known of a model file before it is loaded; empty for a model elsewhere.
    private Optional<Look.Whole> look(String name) {
        return services.gateway().access(name)
                                instanceof Gateway.Accessed(LlamaBackend engine, String id)
                        && engine.look(id) instanceof Look.Whole whole
                ? Optional.of(whole)
                : Optional.empty();
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
        look(card.name()).ifPresent(l -> map.put("memory_bytes", l.needed()));
        return map;
    }

    @Command(
            name = "pull",
            description = {
                "Fetches a model of the catalogue into this machine's store, or takes in a GGUF file",
                "by its path. A fetch that was cut goes on where it stopped."
            },
            mixinStandardHelpOptions = true)
    int pull(
            @Parameters(paramLabel = "NAME|FILE", description = "A name of the list, or a file.")
                    String what,
            @Option(names = "--yes", description = "Accept the model's licence without asking.")
                    boolean yes)
            throws Exception {
        Store store = Store.in(services.places());
        Pull pull = new Pull(store, new PythonPackages());
        Optional<Entry> entry =
                services.catalogue().stream().filter(e -> e.name().equals(what)).findFirst();
        if (entry.isEmpty() && Files.exists(Path.of(what))) {
            Path file = Path.of(what);
            String name = Pull.nameOf(file);
            pull.adopt(file, name);
            console.say("Took in " + name + ".");
            return 0;
        }
        if (entry.isEmpty()) {
            throw new Trouble(
                    "there is no model '%s' in the catalogue and no such file; there are: %s"
                            .formatted(
                                    what,
                                    services.catalogue().stream()
                                            .map(Entry::name)
                                            .collect(Collectors.joining(", "))));
        }
        return fetch(pull, entry.get(), yes);
    }

    private int fetch(Pull pull, Entry entry, boolean yes) throws Exception {
        console.say(
                "%s%s, licence %s (%s)"
                        .formatted(
                                entry.title(),
                                entry.bytes() > 0 ? ", " + megabytes(entry.bytes()) : "",
                                entry.licence(),
                                entry.terms()));
        Licences licences = Licences.in(services.places());
        if (licences.mustAsk(entry)) {
            if (!yes && !console.confirm("Do you accept this licence?")) {
                throw new Trouble("the licence was not accepted; add --yes to accept it");
            }
            licences.accept(entry);
        }
        Path file =
                Interruption.during(() ->
                        pull.fetch(
                                entry,
                                (step, at, total) ->
                                        console.progress(
                                                total > 0
                                                        ? "%s  %s of %s  %d %%"
                                                                .formatted(
                                                                        step,
                                                                        megabytes(at),
                                                                        megabytes(total),
                                                                        100 * at / total)
                                                        : step)));
        console.say(entry.name() + " is ready.");
        console.line(file.toString());
        return 0;
    }

    private static String megabytes(long bytes) {
        return "%.1f MB".formatted(bytes / 1e6);
    }

    @Command(
            name = "test",
            description = "Asks a model one short question and says how it went.",
            mixinStandardHelpOptions = true)
    int test(@Parameters(paramLabel = "NAME") String name) throws IOException {
        Models.available(services.gateway(), List.of(name));
        look(name)
                .ifPresent(l ->
                        console.say(
                                "%s is a model of the family %s, packed as %s; it takes %,d tokens and needs about %,d MB of memory."
                                        .formatted(
                                                name,
                                                l.family(),
                                                l.packing(),
                                                l.context(),
                                                l.needed() >> 20)));
        Abilities known = services.gateway().model(name).map(ModelCard::abilities).orElseThrow();
        if (known.vectorsOnly()) {
            return testVectors(name);
        }
        Outcome outcome =
                Interruption.during(() ->
                        services.gateway()
                                .ask(
                                        name,
                                        new Request.Chat(
                                                List.of(
                                                        new Message(
                                                                Role.USER,
                                                                "Say hello in one short"
                                                                        + " sentence."))),
                                        Terms.of(Sampling.greedy(24)).withoutCache(),
                                        piece -> {
                                            console.exact(piece);
                                            console.flush();
                                        }));
        console.line("");
        return switch (outcome) {
            case Outcome.Answered(var reply) -> {
                console.say(
                        "%s answered in %,d ms, first text after %,d ms, %d + %d tokens"
                                .formatted(
                                        name,
                                        reply.latency().toMillis(),
                                        reply.firstToken().toMillis(),
                                        reply.promptTokens().orElse(0),
                                        reply.answerTokens().orElse(0)));
                Probe probe = Interruption.during(() -> services.gateway().probe(name));
                console.say(abilities(probe.abilities()));
                yield 0;
            }
            case Outcome.Failed(var fault, var partial) ->
                    throw new Trouble(Trouble.FINDINGS, fault.message());
        };
    }

    /// Of a model that writes nothing.
    private int testVectors(String name) throws IOException {
        long start = System.nanoTime();
        Probe probe = Interruption.during(() -> services.gateway().probe(name));
        if (probe.fault().isPresent()) {
            throw new Trouble(Trouble.FINDINGS, probe.fault().get().message());
        }
        console.say(
                "%s gave a vector in %,d ms. It gives vectors of texts and writes none: exemplar models embed TEXT --model %s"
                        .formatted(name, (System.nanoTime() - start) / 1_000_000, name));
        return 0;
    }

    private static String abilities(Abilities can) {
        List<String> words = new ArrayList<>();
        words.add((can.chat() ? "chat" : "no chat"));
        words.add((can.completion() ? "raw completions" : "no raw completions"));
        words.add(
                can.labelScores()
                        ? "exact label scores"
                        : can.topLogProbabilities() > 0
                                ? "the %d likeliest tokens".formatted(can.topLogProbabilities())
                                : "no probabilities, labels are sampled");
        if (can.images()) {
            words.add("images");
        }
        if (can.embeddings()) {
            words.add("embeddings");
        }
        if (can.seed()) {
            words.add("seeds");
        }
        if (can.several()) {
            words.add("several answers at once");
        }
        return "It knows: " + String.join(", ", words) + ".";
    }

    @Command(
            name = "add",
            description = "Registers a model on a server, or a GGUF file, under a name.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--preset", paramLabel = "P", description = "Kind of server.")
                    Optional<String> preset,
            @Option(names = "--base-url", paramLabel = "URL") Optional<URI> url,
            @Option(names = "--model", paramLabel = "ID", description = "The model's id there.")
                    Optional<String> model,
            @Option(
                            names = "--key-env",
                            paramLabel = "VARIABLE",
                            description = "Environment variable that holds the key.")
                    Optional<String> keyVariable,
            @Option(names = "--gguf", paramLabel = "FILE", description = "A model file.")
                    Optional<Path> gguf,
            @Option(names = "--yes", description = "Confirm a new host without asking.")
                    boolean yes)
            throws IOException {
        try {
            Registration registration;
            if (gguf.isPresent()) {
                exemplar.backend.gguf.Gguf.read(gguf.get());
                registration =
                        Registration.of(name, new Registration.File(gguf.get().toAbsolutePath()));
            } else {
                registration =
                        server(name, preset, url, model, keyVariable.map(KeySource.Variable::new));
                confirm(registration, yes);
            }
            services.gateway().registry().put(registration);
        } catch (IllegalArgumentException e) {
            throw new Trouble(String.valueOf(e.getMessage()));
        }
        console.say("Added %s. Try it with: exemplar models test %s".formatted(name, name));
        return 0;
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
            mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "NAME") String name) throws IOException {
        if (!services.gateway().registry().remove(name)) {
            throw new Trouble("no model was added under the name '" + name + "'");
        }
        console.say("Removed " + name + ".");
        return 0;
    }

    @Command(
            name = "default",
            description = {
                "Chooses the model to ask where neither a study nor a command names one; without a",
                "name it says which one that is."
            },
            mixinStandardHelpOptions = true)
    int usual(
            @Parameters(arity = "0..1", paramLabel = "NAME") Optional<String> name,
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
