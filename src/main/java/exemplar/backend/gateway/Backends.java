package exemplar.backend.gateway;

import exemplar.backend.Abilities;
import exemplar.backend.Backend;
import exemplar.backend.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The backends behind the models of this machine: started when first needed, open until closed.
/// Safe for any number of threads.
final class Backends implements AutoCloseable {
    private final List<Supplier<? extends Backend>> inProcess;
    private final Registry registry;
    private final Opener opener;

    private final Object lock = new Object();
    private final Map<Integer, Backend> started = new LinkedHashMap<>();
    private final Map<Registration.Target, Opener.Opened> opened = new ConcurrentHashMap<>();

    Backends(List<Supplier<? extends Backend>> inProcess, Registry registry, Opener opener) {
        this.inProcess = List.copyOf(inProcess);
        this.registry = registry;
        this.opener = opener;
    }

    /// Behind which backend a name is, or why there is none.
    sealed interface Way {}

    /// @param registration of a model the person named; empty for one of this process
    record Open(Opener.Opened opened, Optional<Registration> registration) implements Way {}

    record Closed(Fault fault) implements Way {}

    /// The way to the model of that name.
    Way to(String name) {
        Optional<Registration> registered;
        try {
            registered = registry.find(name);
        } catch (IOException e) {
            return new Closed(new Fault.Unable(String.valueOf(e.getMessage())));
        }
        if (registered.isPresent()) {
            return switch (open(registered.get().target())) {
                case Opener.Unavailable(String reason) -> new Closed(new Fault.Unable(reason));
                case Opener.Opened o -> new Open(o, registered);
            };
        }
        for (int i = 0; i < inProcess.size(); i++) {
            Backend backend = start(i);
            if (backend.models().contains(name)) {
                return new Open(new Opener.Opened(backend, name), Optional.empty());
            }
        }
        return new Closed(
                new Fault.ModelMissing(
                        "No model on this machine is called “"
                                + name
                                + "”. Choose another, or add it: in the window under Settings, or with"
                                + " `exemplar models add`."));
    }

    /// All models of this machine; asks no server.
    ///
    /// @throws IOException with a sentence for a person when the registry cannot be read
    List<ModelCard> cards() throws IOException {
        Map<String, ModelCard> cards = new LinkedHashMap<>();
        for (int i = 0; i < inProcess.size(); i++) {
            Backend backend = start(i);
            for (String id : backend.models()) {
                cards.putIfAbsent(
                        id, ModelCard.of(id, backend.name(), backend, id, Optional.empty()));
            }
        }
        for (Registration r : registry.all()) {
            cards.put(r.name(), card(r));
        }
        return List.copyOf(cards.values());
    }

    private ModelCard card(Registration r) {
        String host =
                switch (r.target()) {
                    case Registration.Server s ->
                            Optional.ofNullable(s.baseUrl().getHost()).orElse(s.preset());
                    case Registration.File f -> "file";
                };
        String id =
                switch (r.target()) {
                    case Registration.Server s -> s.model();
                    case Registration.File f -> f.path().toString();
                };
        return switch (open(r.target())) {
            case Opener.Unavailable(String reason) ->
                    new ModelCard(
                            r.name(),
                            host,
                            id,
                            r.abilities().orElse(Abilities.UNKNOWN),
                            Optional.of(reason));
            case Opener.Opened o ->
                    ModelCard.of(
                            r.name(),
                            o.host().isEmpty() ? o.backend().name() : o.host(),
                            o.backend(),
                            o.model(),
                            r.abilities());
        };
    }

    /// Asks a server which models it has, before one of them is registered. Nothing is sent to a
    /// host that was not confirmed.
    Backend.Listing list(Registration.Server server) {
        // Which of its models is meant plays no part in the question.
        Registration.Server any =
                new Registration.Server(server.preset(), server.baseUrl(), "any", server.key());
        return switch (opener.open(any)) {
            case Opener.Unavailable(String reason) ->
                    new Backend.NotListed(new Fault.Unable(reason));
            case Opener.Opened o -> {
                try (Backend backend = o.backend()) {
                    yield backend.list();
                }
            }
        };
    }

    /// Closes what was opened with a key, which is taken up anew.
    void forget(KeySource key) {
        List<Backend> ending = new ArrayList<>();
        synchronized (lock) {
            opened.entrySet()
                    .removeIf(e -> {
                        boolean uses =
                                e.getKey() instanceof Registration.Server s && s.key().equals(key);
                        if (uses) {
                            ending.add(e.getValue().backend());
                        }
                        return uses;
                    });
        }
        ending.forEach(Backend::close);
    }

    private Backend start(int index) {
        synchronized (lock) {
            return started.computeIfAbsent(index, i -> inProcess.get(i).get());
        }
    }

    private Opener.Result open(Registration.Target target) {
        Opener.Opened before = opened.get(target);
        if (before != null) {
            return before;
        }
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
}
