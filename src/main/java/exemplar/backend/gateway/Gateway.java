package exemplar.backend.gateway;

import exemplar.backend.Abilities;
import exemplar.backend.Answerer;
import exemplar.backend.Backend;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.Sleeper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// In front of every model. Resolves a model's name on this machine to a backend, the model's id
/// there and its parameters, and asks through the layers.
///
/// Models of the backends in this process go by their ids; registered ones by the names the person
/// gave. A registered name that is also an id of such a backend is the registered one. Safe for any
/// number of threads; blocking and interruptible.
public final class Gateway implements AutoCloseable {
    private static final Abilities UNKNOWN =
            new Abilities(false, false, false, false, 0, false, false, false, 0);

    private final List<Supplier<? extends Backend>> inProcess;
    private final Registry registry;
    private final Opener opener;
    private final RetryPolicy retries;
    private final Sleeper sleeper;
    private final RandomGenerator random = RandomGenerator.of("SplittableRandom");

    private final Object lock = new Object();
    private final Map<Integer, Backend> started = new LinkedHashMap<>();
    private final Map<Registration.Target, Opener.Opened> opened = new LinkedHashMap<>();

    /// @param inProcess backends of this process, each made when it is first needed
    /// @param registry further models
    /// @param opener opens the registered ones
    public Gateway(
            List<Supplier<? extends Backend>> inProcess,
            Registry registry,
            Opener opener,
            RetryPolicy retries,
            Sleeper sleeper) {
        this.inProcess = List.copyOf(inProcess);
        this.registry = registry;
        this.opener = opener;
        this.retries = retries;
        this.sleeper = sleeper;
    }

    /// The registered models themselves, to add, change and remove.
    public Registry registry() {
        return registry;
    }

    /// All models of this machine; asks no server.
    ///
    /// @throws IOException with a sentence for a person when the registry cannot be read
    public List<ModelCard> models() throws IOException {
        Map<String, ModelCard> cards = new LinkedHashMap<>();
        for (int i = 0; i < inProcess.size(); i++) {
            Backend backend = start(i);
            for (String id : backend.models()) {
                cards.putIfAbsent(
                        id,
                        new ModelCard(
                                id, backend.name(), id, backend.abilities(id), Optional.empty()));
            }
        }
        for (Registration r : registry.all()) {
            cards.put(r.name(), card(r));
        }
        return List.copyOf(cards.values());
    }

    /// What a model can do and whether it can be asked now; empty where nothing goes by that name.
    public Optional<ModelCard> model(String name) throws IOException {
        return models().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /// Asks once. Every fault, an unknown name included, is a value.
    public Outcome ask(String model, Request.Input input, Sampling sampling, Answerer.Sink sink) {
        return ask(model, input, sampling, 0, sink);
    }

    /// Asks one of several times.
    ///
    /// @param repeat tells repeated questions apart; where a seed is given, repeat r uses seed + r
    public Outcome ask(
            String model, Request.Input input, Sampling sampling, int repeat, Answerer.Sink sink) {
        return switch (resolve(model)) {
            case Missing(Fault fault) -> new Outcome.Failed(fault, "");
            case Found found -> {
                Sampling full = seeded(sampling.orElse(found.defaults()), repeat);
                Request request = new Request(found.id(), input, full);
                yield layers(found.backend())
                        .ask(new Layer.Call(model, found.backend().name(), request, repeat), sink);
            }
        };
    }

    @Override
    public void close() {
        List<Backend> all = new ArrayList<>();
        synchronized (lock) {
            all.addAll(started.values());
            opened.values().forEach(o -> all.add(o.backend()));
            started.clear();
            opened.clear();
        }
        all.forEach(Backend::close);
    }

    private Layer layers(Backend backend) {
        return new Retrying(Layer.of(backend), retries, sleeper, random);
    }

    private static Sampling seeded(Sampling sampling, int repeat) {
        OptionalLong seed = sampling.seed();
        return seed.isEmpty()
                ? sampling
                : sampling.withSeed(Optional.of(seed.getAsLong() + repeat));
    }

    private sealed interface Resolution {}

    private record Found(Backend backend, String id, Sampling defaults) implements Resolution {}

    private record Missing(Fault fault) implements Resolution {}

    private Resolution resolve(String name) {
        Optional<Registration> registered;
        try {
            registered = registry.find(name);
        } catch (IOException e) {
            return new Missing(new Fault.Unable(String.valueOf(e.getMessage())));
        }
        if (registered.isPresent()) {
            Registration r = registered.get();
            return switch (open(r.target())) {
                case Opener.Opened(Backend backend, String id) ->
                        new Found(backend, id, r.defaults());
                case Opener.Unavailable(String reason) -> new Missing(new Fault.Unable(reason));
            };
        }
        for (int i = 0; i < inProcess.size(); i++) {
            Backend backend = start(i);
            if (backend.models().contains(name)) {
                return new Found(backend, name, Sampling.UNSET);
            }
        }
        return new Missing(
                new Fault.ModelMissing(
                        "No model on this machine is called “"
                                + name
                                + "”. `exemplar models` lists those there are; `exemplar models add`"
                                + " registers another."));
    }

    private ModelCard card(Registration r) {
        return switch (r.target()) {
            case Registration.Server s -> {
                String host = Optional.ofNullable(s.baseUrl().getHost()).orElse(s.preset());
                yield switch (open(s)) {
                    case Opener.Opened(Backend b, String id) ->
                            new ModelCard(
                                    r.name(),
                                    host,
                                    id,
                                    r.abilities().orElseGet(() -> b.abilities(id)),
                                    Optional.empty());
                    case Opener.Unavailable(String reason) ->
                            new ModelCard(
                                    r.name(),
                                    host,
                                    s.model(),
                                    r.abilities().orElse(UNKNOWN),
                                    Optional.of(reason));
                };
            }
            case Registration.File f ->
                    switch (open(f)) {
                        case Opener.Opened(Backend b, String id) ->
                                new ModelCard(
                                        r.name(), b.name(), id, b.abilities(id), Optional.empty());
                        case Opener.Unavailable(String reason) ->
                                new ModelCard(
                                        r.name(),
                                        "file",
                                        f.path().toString(),
                                        UNKNOWN,
                                        Optional.of(reason));
                    };
        };
    }

    private Backend start(int index) {
        synchronized (lock) {
            return started.computeIfAbsent(index, i -> inProcess.get(i).get());
        }
    }

    private Opener.Result open(Registration.Target target) {
        synchronized (lock) {
            Opener.Opened known = opened.get(target);
            if (known != null) {
                return known;
            }
            Opener.Result result = opener.open(target);
            if (result instanceof Opener.Opened now) {
                opened.put(target, now);
            }
            return result;
        }
    }
}
