package exemplar.study.runs;

import exemplar.backend.Fault;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.label.Calibration;
import exemplar.backend.label.LabelDistribution;
import exemplar.backend.label.LabelScorer;
import exemplar.backend.label.Method;
import exemplar.compare.Prepared;
import exemplar.compare.Workers;
import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.RenderedPrompt;
import exemplar.prompt.PromptProblem;
import exemplar.prompt.Prompts;
import exemplar.prompt.Renderer;
import exemplar.prompt.Rendering;
import exemplar.select.Chosen;
import exemplar.study.Study;
import exemplar.study.folder.StudyImages;
import exemplar.study.runs.LabelEvidence.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Scores the labels of examples with a model and keeps what it finds. An example is never among
/// the demonstrations of its own prompt. What is known already of the same prompt is left out, so
/// that a labelling that was stopped goes on where it stood.
public final class Labelling {
    /// How calibration is named in the evidence.
    public static final String CONTEXTUAL = "contextual";

    private static final int MOST_PRIORS = 1_000;

    /// What is asked of whom.
    ///
    /// @param model its name on this machine
    /// @param calibrate whether the bias that shows with inputs without content is taken out;
    ///   frequencies of drawn answers are left as they are
    /// @param ways how labels may be scored
    /// @param source stands for what answers under the model's name; empty where that is not known
    /// @param options what else the scores depend on
    public record Wanted(
            Design design,
            String model,
            boolean calibrate,
            Set<Method> ways,
            String source,
            LabelScorer.Options options) {
        public Wanted {
            ways = Set.copyOf(ways);
        }
    }

    /// Hears what happens, on the thread of the example. When it is called, evidence is kept.
    public interface Listener {
        void found(Example example, LabelEvidence evidence);

        /// @param fault why there is no evidence, in a sentence
        void failed(Example example, String fault);
    }

    /// An example with its prompt.
    ///
    /// @param demonstrations in prompt order
    public record Item(Example example, List<Example> demonstrations, RenderedPrompt prompt) {}

    private final Study study;
    private final Wanted wanted;
    private final LabelScorer scorer;
    private final LabelStore store;
    private final StudyImages images;
    private final Clock clock;
    private final Map<List<String>, List<LabelDistribution>> priors = new ConcurrentHashMap<>();

    public Labelling(
            Study study, Wanted wanted, LabelScorer scorer, LabelStore store, Clock clock) {
        this.study = study;
        this.wanted = wanted;
        this.scorer = scorer;
        this.store = store;
        this.images = new StudyImages(store.folder());
        this.clock = clock;
    }

    /// Those of the examples whose latest evidence is of another prompt or was found in another way
    /// than is wanted. What was found before that is not looked at: it is not what is shown, and
    /// asked again it comes from the cache.
    public List<Example> missing(Part part, List<Example> examples) throws IOException {
        Set<String> known = store.known(wanted.model(), wanted.design().name());
        List<Example> missing = new ArrayList<>();
        for (Example example : examples) {
            Optional<Item> item = item(example);
            if (known.isEmpty()
                    || item.isEmpty()
                    || wanted.ways().stream()
                            .noneMatch(way -> known.contains(key(part, item.get(), way)))) {
                missing.add(example);
            }
        }
        return missing;
    }

    private String key(Part part, Item item, Method way) {
        return String.join(
                "\n",
                part.name(),
                item.example().id(),
                Prepared.hash(item.prompt()),
                wanted.calibrate() && way != Method.SAMPLED ? CONTEXTUAL : "",
                way.written(),
                source(way));
    }

    private String source(Method way) {
        return switch (way) {
            case EXACT, TOPK -> wanted.source() + (wanted.options().perToken() ? " per token" : "");
            case SAMPLED -> wanted.source() + " × " + wanted.options().samples();
        };
    }

    /// The prompt of an example; empty where its template has a problem.
    public Optional<Item> item(Example example) {
        Prompts.Made made = Prompts.make(wanted.design(), study.task(), study.pool(), example);
        return made.rendering().broken()
                ? Optional.empty()
                : Optional.of(
                        new Item(
                                example,
                                made.demonstrations().stream().map(Chosen::example).toList(),
                                made.rendering().prompt()));
    }

    /// Scores the labels of examples, several at a time.
    ///
    /// @return whether all were taken; false after an interrupt, whose status stays set
    /// @throws UncheckedIOException when evidence could not be kept
    public boolean run(Part part, List<Example> examples, int parallel, Listener listener) {
        return Workers.each(examples, parallel, example -> label(part, example, listener));
    }

    private void label(Part part, Example example, Listener listener) {
        Optional<Item> item = item(example);
        if (item.isEmpty()) {
            listener.failed(example, problem(example));
            return;
        }
        long start = System.nanoTime();
        LabelDistribution raw;
        LabelDistribution distribution;
        String calibration = "";
        try {
            raw = score(item.get().prompt());
            distribution = raw;
            if (wanted.calibrate() && !raw.isEstimate()) {
                List<LabelDistribution> prior = prior(item.get());
                if (prior.stream().allMatch(p -> p.method() == raw.method())) {
                    distribution = Calibration.contextual(raw, prior);
                    calibration = CONTEXTUAL;
                }
            }
        } catch (NoScore e) {
            listener.failed(example, e.fault.message());
            return;
        }
        LabelEvidence evidence =
                new LabelEvidence(
                        part,
                        example.id(),
                        wanted.model(),
                        wanted.design().name(),
                        calibration,
                        distribution,
                        raw,
                        item.get().demonstrations().stream().map(Example::id).toList(),
                        Prepared.hash(item.get().prompt()),
                        item.get().prompt().text(),
                        source(raw.method()),
                        (System.nanoTime() - start) / 1_000_000,
                        clock.instant());
        try {
            store.append(evidence);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.found(example, evidence);
    }

    private String problem(Example example) {
        return "Not sent, the template has a problem: "
                + Prompts.make(wanted.design(), study.task(), study.pool(), example)
                        .rendering()
                        .problems()
                        .stream()
                        .findFirst()
                        .map(PromptProblem::sentence)
                        .orElse("");
    }

    /// What the labels get with the same demonstrations and inputs that say nothing; asked once for
    /// each list of demonstrations.
    private List<LabelDistribution> prior(Item item) {
        if (priors.size() > MOST_PRIORS) {
            priors.clear();
        }
        return priors.computeIfAbsent(
                item.demonstrations().stream().map(Example::id).toList(),
                ids ->
                        Calibration.CONTENT_FREE.stream()
                                .map(text -> score(contentFree(item, text)))
                                .toList());
    }

    private RenderedPrompt contentFree(Item item, String text) {
        Example free = item.example().withImages(List.of());
        List<String> inputs =
                study.task().inputs().isEmpty()
                        ? List.copyOf(free.fields().keySet())
                        : study.task().inputs();
        for (String field : inputs) {
            free = free.withField(field, text);
        }
        Rendering rendering =
                Renderer.render(wanted.design(), study.task(), item.demonstrations(), free);
        return rendering.prompt();
    }

    private LabelDistribution score(RenderedPrompt prompt) {
        Request.Input input =
                switch (images.of(prompt)) {
                    case StudyImages.Missing(String reason) ->
                            throw new NoScore(new Fault.Unable(reason));
                    case StudyImages.All(var pictures) ->
                            new Prepared(prompt, List.of(), Sampling.UNSET, pictures).input();
                };
        return switch (scorer.score(input, study.task().labels())) {
            case LabelScorer.Scored(LabelDistribution d) -> d;
            case LabelScorer.NotScored(Fault fault) -> throw new NoScore(fault);
        };
    }

    private static final class NoScore extends RuntimeException {
        private final transient Fault fault;

        NoScore(Fault fault) {
            super(fault.message(), null, false, false);
            this.fault = fault;
        }
    }
}
