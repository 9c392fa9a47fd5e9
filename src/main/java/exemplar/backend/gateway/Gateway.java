package exemplar.backend.gateway;

import exemplar.backend.Abilities;
import exemplar.backend.Answerer;
import exemplar.backend.Backend;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.cache.AnswerCache;
import exemplar.backend.cache.CacheKey;
import exemplar.backend.cost.Budget;
import exemplar.backend.cost.Estimate;
import exemplar.backend.cost.Price;
import exemplar.backend.cost.PriceTable;
import exemplar.backend.gateway.Registration.Limits;
import exemplar.backend.label.LabelScorer;
import exemplar.backend.label.Method;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// In front of every model. Resolves a model's name on this machine to a backend, the model's id
/// there and its parameters, and asks through the layers: budget, cache, rate limit, retry.
///
/// Models of the backends in this process go by their ids; registered ones by the names the person
/// gave. A registered name that is also an id of such a backend is the registered one. Safe for any
/// number of threads; blocking and interruptible.
public final class Gateway implements Asker, AutoCloseable {
    private final Backends backends;
    private final Registry registry;
    private final Settings settings;
    private final RandomGenerator random = RandomGenerator.of("SplittableRandom");
    private final Optional<Shelf> shelf;

    /// @param inProcess backends of this process, each made when it is first needed
    /// @param registry further models
    /// @param opener opens the registered ones
    public Gateway(
            List<Supplier<? extends Backend>> inProcess,
            Registry registry,
            Opener opener,
            Settings settings) {
        this.backends = new Backends(inProcess, registry, opener);
        this.registry = registry;
        this.settings = settings;
        this.shelf = settings.cache().map(Shelf::of);
    }

    /// The registered models themselves, to add, change and remove.
    public Registry registry() {
        return registry;
    }

    /// Where answers are kept, to inspect and prune.
    public Optional<AnswerCache> cache() {
        return settings.cache();
    }

    /// What the cache last failed at, for a person; empty while it works. Answers come all the
    /// same.
    public Optional<String> cacheTrouble() {
        return shelf.map(s -> s.trouble().get()).filter(t -> !t.isEmpty()).or(settings::uncached);
    }

    /// All models of this machine; asks no server.
    ///
    /// @throws IOException with a sentence for a person when the registry cannot be read
    public List<ModelCard> models() throws IOException {
        return backends.cards();
    }

    /// What a model can do and whether it can be asked now; empty where nothing goes by that name.
    public Optional<ModelCard> model(String name) throws IOException {
        return models().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /// Asks once, with the cache and without a budget. Every fault, an unknown name included, is a
    /// value.
    public Outcome ask(String model, Request.Input input, Sampling sampling, Answerer.Sink sink) {
        return ask(model, input, Terms.of(sampling), sink);
    }

    /// Asks one of several times.
    public Outcome ask(
            String model, Request.Input input, Sampling sampling, int repeat, Answerer.Sink sink) {
        return ask(model, input, Terms.of(sampling).withRepeat(repeat), sink);
    }

    @Override
    public Outcome ask(String model, Request.Input input, Terms terms, Answerer.Sink sink) {
        return switch (resolve(model)) {
            case Missing(Fault fault) -> new Outcome.Failed(fault, "");
            case Found(Lane lane) -> {
                Optional<Fault> unable = lane.unable(input);
                yield unable.isPresent()
                        ? new Outcome.Failed(unable.get(), "")
                        : lane.layers().ask(lane.call(input, terms), sink);
            }
        };
    }

    /// Asks for several answers, numbered from the terms' repeat index on. Where the model gives
    /// several to one request, the prompt is paid for once; each is kept under its own index.
    ///
    /// @return the answers in order, up to the first fault
    @Override
    public List<Outcome> askSeveral(String model, Request.Input input, Terms terms, int answers) {
        return switch (resolve(model)) {
            case Missing(Fault fault) -> List.of(new Outcome.Failed(fault, ""));
            case Found(Lane lane) -> new Several(lane, shelf).ask(input, terms, answers);
        };
    }

    @Override
    public boolean several(String model, Sampling sampling) {
        return resolve(model) instanceof Found(Lane lane) && Several.possible(lane, sampling);
    }

    /// A question of a run that is yet to begin.
    ///
    /// @param times how many questions like it there are; they count as if each was looked at
    public record Question(String model, Request.Input input, Terms terms, int times) {

        /// One that stands for itself.
        public Question(String model, Request.Input input, Terms terms) {
            this(model, input, terms, 1);
        }
    }

    /// Whether answers of a model are kept, so that a question may be answered before it is asked.
    public boolean keeps(String model) {
        return shelf.isPresent()
                && resolve(model) instanceof Found(Lane lane)
                && lane.backend().identity(lane.id()).isPresent();
    }

    /// Stands for what answers under a name: another file, engine or server of that name is
    /// another. Empty where that is not known.
    public Optional<String> source(String model) {
        return resolve(model) instanceof Found(Lane lane)
                ? lane.backend().identity(lane.id()).map(CacheKey::mark)
                : Optional.empty();
    }

    /// What a run will take. Sends nothing. Questions are looked at one by one, so that they need
    /// not all be there at once.
    public Estimate estimate(Iterable<Question> questions) {
        Estimating sum = new Estimating(settings.prices().asOf());
        for (Question q : questions) {
            switch (resolve(q.model())) {
                case Missing(Fault fault) -> sum.unpriced(q);
                case Found(Lane lane) -> {
                    Layer.Call call = lane.call(q.input(), q.terms());
                    sum.add(
                            call,
                            q.times(),
                            call.key().filter(this::cached).isPresent(),
                            Several.question(lane, q.input(), q.terms()));
                }
            }
        }
        return sum.estimate();
    }

    /// The way to a model, for what asks more of a backend than an answer.
    ///
    /// @return its backend and its id there, or why there is none
    public Access access(String model) {
        return switch (resolve(model)) {
            case Missing(Fault fault) -> new NoAccess(fault);
            case Found(Lane lane) -> new Accessed(lane.backend(), lane.id());
        };
    }

    /// The way to vectors of texts by a model.
    public VectorWay vectors(String model) {
        return switch (resolve(model)) {
            case Missing(Fault fault) -> new VectorWay.Closed(fault);
            case Found(Lane lane) -> LayeredVectors.of(lane);
        };
    }

    /// Tries what a model can do, and keeps what was found of a registered one. Asks the server a
    /// few short questions, past the cache.
    ///
    /// @throws IOException with a sentence for a person when it cannot be kept
    public Probe probe(String model) throws IOException {
        return probe(model, Clock.systemUTC());
    }

    /// The same, with the clock that says when it was.
    public Probe probe(String model, Clock clock) throws IOException {
        return switch (access(model)) {
            case NoAccess(Fault fault) ->
                    new Probe(Optional.of(fault), Duration.ZERO, "", Abilities.UNKNOWN);
            case Accessed(Backend backend, String id) -> {
                Optional<Registration> registered = registry.find(model);
                boolean onServer =
                        registered
                                .filter(r -> r.target() instanceof Registration.Server)
                                .isPresent();
                Probe probe = Probe.of(backend, id, onServer);
                if (probe.fault().isEmpty()) {
                    keep(registered, probe.abilities(), clock);
                }
                yield probe;
            }
        };
    }

    /// The registration may have been changed meanwhile: only what was found is written, and only
    /// where it is the same model still.
    private void keep(Optional<Registration> probed, Abilities found, Clock clock)
            throws IOException {
        Optional<Registration> now =
                probed.isPresent() ? registry.find(probed.get().name()) : Optional.empty();
        if (now.isPresent() && now.get().target().equals(probed.get().target())) {
            registry.put(now.get().withAbilities(found, clock.instant()));
        }
    }

    /// Asks a server which models it has, before one of them is registered. Nothing is sent to a
    /// host that was not confirmed.
    public Backend.Listing list(Registration.Server server) {
        return backends.list(server);
    }

    /// Takes up a key anew that was entered or changed: what was opened with the one before is
    /// closed.
    public void forget(KeySource key) {
        backends.forget(key);
    }

    /// What answers of a model cost; empty where that is not known.
    public Optional<Price> price(String model) {
        return resolve(model) instanceof Found(Lane lane) ? lane.price() : Optional.empty();
    }

    /// The prices answers are reckoned with.
    public PriceTable prices() {
        return settings.prices();
    }

    /// The model to ask where neither study nor command names one: the one the person chose, as
    /// long as there is one of that name.
    public Optional<String> defaultModel() throws IOException {
        Optional<String> chosen = registry.defaultModel();
        return chosen.isPresent() && model(chosen.get()).isPresent() ? chosen : Optional.empty();
    }

    /// What scores the labels of a task with a model. Scores and drawn answers go through the
    /// layers as any answer does: kept in the cache, paced, tried again, paid from the budget.
    ///
    /// @param ways how labels may be scored; those the model cannot are passed over
    /// @return empty where nothing goes by that name; [#access] says why
    public Optional<LabelScorer> scorer(
            String model, LabelScorer.Options options, Set<Method> ways, Optional<Budget> budget) {
        if (!(resolve(model) instanceof Found(Lane lane))) {
            return Optional.empty();
        }
        Abilities can = lane.abilities();
        return Optional.of(
                new LabelScorer(
                        new LayeredScores(lane, budget),
                        lane.id(),
                        can.withProbabilities(
                                can.labelScores() && ways.contains(Method.EXACT),
                                ways.contains(Method.TOPK) ? can.topLogProbabilities() : 0),
                        (input, sampling, answers) ->
                                askSeveral(
                                        model,
                                        input,
                                        new Terms(sampling, 0, budget, true),
                                        answers),
                        LabelScorer.Again.NEVER,
                        new LabelScorer.Options(
                                options.perToken(),
                                ways.contains(Method.SAMPLED) ? options.samples() : 0)));
    }

    /// The same by any way and without a budget.
    public Optional<LabelScorer> scorer(String model, LabelScorer.Options options) {
        return scorer(model, options, EnumSet.allOf(Method.class), Optional.empty());
    }

    /// Where a model runs.
    public enum Place {
        /// In this process.
        HERE,
        /// On a server of this machine.
        THIS_MACHINE,
        /// On another machine.
        ELSEWHERE
    }

    /// Where a model runs; [Place#ELSEWHERE] where nothing goes by that name.
    public Place place(String model) {
        Optional<Registration> registered;
        try {
            registered = registry.find(model);
        } catch (IOException e) {
            return Place.ELSEWHERE;
        }
        if (registered.isPresent()
                && registered.get().target() instanceof Registration.Server server) {
            return Registry.onThisMachine(server.baseUrl()) ? Place.THIS_MACHINE : Place.ELSEWHERE;
        }
        return access(model) instanceof Accessed ? Place.HERE : Place.ELSEWHERE;
    }

    /// How many questions to these models are worth having in hand at a time, so that each server
    /// gets as many at once as it was said to take.
    public int inHand(Set<String> models) {
        return models.stream().mapToInt(m -> Pace.inHand(limits(m))).sum();
    }

    private Limits limits(String model) {
        try {
            return registry.find(model).map(Registration::limits).orElse(Limits.NONE);
        } catch (IOException e) {
            // Told when it is asked.
            return Limits.NONE;
        }
    }

    /// A way to a backend, or why there is none.
    public sealed interface Access {}

    /// @param model the model's id on the backend
    public record Accessed(Backend backend, String model) implements Access {}

    public record NoAccess(Fault fault) implements Access {}

    @Override
    public void close() {
        backends.close();
        settings.cache().ifPresent(AnswerCache::close);
    }

    private boolean cached(CacheKey key) {
        return shelf.filter(s -> s.has(key)).isPresent();
    }

    private Layer above(Layer bottom, Optional<Pace> pace) {
        Layer layer =
                new Retrying(
                        pace.map(p -> p.watching(bottom)).orElse(bottom),
                        settings.retries(),
                        settings.sleeper(),
                        random);
        if (pace.isPresent()) {
            layer = new Pacing(layer, pace.get());
        }
        if (shelf.isPresent()) {
            layer = new Caching(layer, shelf.get());
        }
        return new Budgeting(layer, this::cached);
    }

    private sealed interface Resolution {}

    private record Found(Lane lane) implements Resolution {}

    private record Missing(Fault fault) implements Resolution {}

    private Resolution resolve(String name) {
        return switch (backends.to(name)) {
            case Backends.Closed(Fault fault) -> new Missing(fault);
            case Backends.Open(Opener.Opened o, Optional<Registration> registered) -> {
                registered.ifPresent(r -> o.pace().ifPresent(p -> p.allow(r.limits())));
                yield new Found(
                        lane(
                                name,
                                o,
                                registered.map(Registration::defaults).orElse(Sampling.UNSET),
                                registered.flatMap(Registration::abilities)));
            }
        };
    }

    private Lane lane(String name, Opener.Opened o, Sampling defaults, Optional<Abilities> probed) {
        return new Lane(
                name,
                o.backend(),
                o.model(),
                probed.orElseGet(() -> o.backend().abilities(o.model())),
                defaults,
                settings.prices().of(o.host(), o.model()),
                bottom -> above(bottom, o.pace()));
    }
}
